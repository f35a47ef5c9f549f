// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.desk.approvals.Card;
import dev.cofactor.desk.approvals.Card.Status;
import dev.cofactor.desk.approvals.Deciding;
import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.consent.Sheet.Change;
import dev.cofactor.face.consent.Sheet.Gets;
import dev.cofactor.face.consent.Sheet.May;
import dev.cofactor.face.consent.Sheet.Thing;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Remains;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts a request into words. It shows what the desk gave for this reader, and no more. */
@Singleton
class Sheets {
    static final int MOST_NAMED = 12;
    private static final int MOST_LOOKED_AT = 50;
    private static final int MOST_BEFORE = 5;

    private final Gate gate;
    private final Approvers approvers;
    private final Templates templates;
    private final AccessRequests requests;
    private final Origins origins;
    private final StepUps stepUps;

    Sheets(
            Gate gate,
            Approvers approvers,
            Templates templates,
            AccessRequests requests,
            Origins origins,
            StepUps stepUps) {
        this.gate = gate;
        this.approvers = approvers;
        this.templates = templates;
        this.requests = requests;
        this.origins = origins;
        this.stepUps = stepUps;
    }

    Sheet of(Caller caller, Card card) {
        AccessRequest request = card.request();
        Verb verb = verb(request);
        Wording.Wish wish = Wording.wish(verb);
        Thing thing = thing(card);
        May may = may(caller, card);
        boolean own = isOwn(caller, request);
        List<String> others = others(card);
        boolean waits = card.status() == Status.PENDING;
        return new Sheet(
                PublicId.REQUEST.of(request.id()),
                who(card) + " " + asks(request, wish) + " " + thing.name(),
                who(card),
                card.person().isPresent() ? name(card.by()) : "",
                request.asker().run().map(Sheets::number).orElse(""),
                asks(request, wish),
                wish.deed(),
                thing,
                card.now().isEmpty(),
                changes(card),
                card.reason().orElse(""),
                card.reason().isEmpty() && request.terms().reason() > 0,
                request.terms().ticket().orElse(""),
                own || may.decides() ? origins.of(request.terms().event()) : "",
                request.terms().asked(),
                waits ? request.terms().decideBy() : null,
                gets(card),
                Chip.of(request, card.status()),
                own ? Standings.sentence(card) : sentence(card),
                Standings.no(card).flatMap(Card.Said::reason).orElse(""),
                wanted(request, own),
                card.said().stream().map(Sheets::said).toList(),
                others.stream().limit(MOST_NAMED).toList(),
                Math.max(0, others.size() - MOST_NAMED),
                may.decides() ? before(request) : List.of(),
                may,
                own && card.status() == Status.APPROVED && card.person().isEmpty()
                        ? use(request.matter().secret(), verb)
                        : "");
    }

    /** Of a run, without the federation by whose word it is one. */
    private static String number(String run) {
        return run.substring(run.indexOf('/') + 1);
    }

    static boolean isOwn(Caller caller, AccessRequest request) {
        return request.asker().self().equals(caller.actor().id());
    }

    static Verb verb(AccessRequest request) {
        return Verb.find(request.matter().verb()).orElseThrow();
    }

    /** For whom it is: of what an agent asks, the person. */
    static String who(Card card) {
        return name(card.person().orElse(card.by()));
    }

    static String name(Card.Named named) {
        return named.name().orElse("Somebody who is gone");
    }

    /** Those who could decide and have said nothing yet. */
    static List<String> others(Card card) {
        Set<UUID> said = card.said().stream().map(one -> one.who().id()).collect(Collectors.toSet());
        return card.whom().stream()
                .filter(one -> !said.contains(one.id()))
                .map(Sheets::name)
                .sorted()
                .toList();
    }

    static String asks(AccessRequest request, Wording.Wish wish) {
        return request.glass()
                ? "took this in an emergency: " + wish.noun().toLowerCase(java.util.Locale.ROOT)
                : wish.asks();
    }

    private static String use(UUID secret, Verb verb) {
        String page = "/secrets/" + PublicId.SECRET.of(secret);
        return verb == Verb.CODE_FETCH ? page + "/code" : page;
    }

    private Thing thing(Card card) {
        AccessRequest.Matter then = card.request().matter();
        return card.now()
                .map(now -> new Thing(now.name(), now.path(), template(now.templateId())))
                .orElseGet(() -> new Thing(then.path(), "", template(then.template())));
    }

    private String template(UUID id) {
        return templates.find(id).map(Template::name).orElse("");
    }

    private List<Change> changes(Card card) {
        AccessRequest.Matter then = card.request().matter();
        List<Change> changes = new ArrayList<>();
        card.now().ifPresent(now -> {
            if (!now.path().equals(then.path())) {
                changes.add(new Change("Path", then.path(), now.path()));
            }
            String was = template(then.template()) + ", version " + then.templateVersion();
            String is = template(now.templateId()) + ", version " + now.templateVersion();
            if (isOther(then, now)) {
                changes.add(new Change("Template", was, is));
            }
        });
        return changes;
    }

    private static boolean isOther(AccessRequest.Matter then, Placed now) {
        return !now.templateId().equals(then.template()) || now.templateVersion() != then.templateVersion();
    }

    private static Gets gets(Card card) {
        AccessRequest request = card.request();
        Optional<Need.BreakGlass> glass = request.terms().needs().stream()
                .filter(Need.BreakGlass.class::isInstance)
                .map(Need.BreakGlass.class::cast)
                .findFirst();
        List<Need.Approval> approvals = request.terms().approvals();
        Duration time = glass.map(Need.BreakGlass::validFor).orElseGet(() -> Approvers.validFor(approvals));
        int uses = glass.map(Need.BreakGlass::uses).orElseGet(() -> Approvers.uses(approvals));
        String label = request.glass() ? "Took" : card.given().isPresent() ? "At most" : "Would get";
        return new Gets(label, Approvers.given(time, uses), Wording.time(time), uses, time.toMinutes());
    }

    private String wanted(AccessRequest request, boolean own) {
        if (!request.glass()) {
            return approvers.wanted(request.terms().approvals(), own ? "your manager" : "the asker's manager");
        }
        return request.review().isPresent()
                ? "Nobody was asked. Somebody else has looked at it since."
                : "Nobody was asked. Somebody else has yet to look at it.";
    }

    /** How it stands, said to everybody but whoever asked. */
    private static String sentence(Card card) {
        int left = card.given().map(Remains::usesLeft).orElse(0);
        return switch (card.status()) {
            case PENDING -> "";
            case APPROVED -> Wording.count(left, "use") + (left == 1 ? " of it is" : " of it are") + " left.";
            case REJECTED -> Standings.no(card).map(said -> name(said.who())).orElse("Somebody") + " rejected it.";
            case WITHDRAWN -> "It was withdrawn: there is nothing to decide.";
            case EXPIRED -> "Nobody decided in time.";
            case VOID -> "What has to be agreed to has changed since: it cannot be decided any more.";
            case REVOKED -> "It was given, and taken back.";
            case USED_UP -> "It was given, and is used up.";
            case ENDED -> "It was given, and is over.";
        };
    }

    private static Sheet.Said said(Card.Said said) {
        return new Sheet.Said(
                name(said.who()),
                said.verdict().yes(),
                second(said.verdict().at()),
                said.reason().orElse(""));
    }

    /** Whoever has no script reads a time as it stands. */
    static Instant second(Instant time) {
        return time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private List<Sheet.Past> before(AccessRequest request) {
        return requests.of(request.asker().self(), false, Optional.empty(), MOST_LOOKED_AT).stream()
                .filter(one -> !one.id().equals(request.id()))
                .filter(one -> one.matter().secret().equals(request.matter().secret()))
                .limit(MOST_BEFORE)
                .map(one -> new Sheet.Past(
                        Wording.wish(verb(one)).deed(), second(one.terms().asked()), Chip.ofPast(one)))
                .toList();
    }

    private May may(Caller caller, Card card) {
        AccessRequest request = card.request();
        boolean own = isOwn(caller, request);
        View view = gate.view(caller);
        boolean waits = card.status() == Status.PENDING;
        boolean named = card.whom().stream()
                .anyMatch(one -> one.id().equals(caller.actor().id()));
        boolean said = card.said().stream()
                .anyMatch(one -> one.who().id().equals(caller.actor().id()));
        boolean rights = might(view, Verb.APPROVAL_DECIDE) || might(view, Verb.POLICY_EDIT);
        return new May(
                waits && !own && named && !said,
                stepUps.provedWithin(caller, Deciding.FRESH),
                waits && own,
                card.status() == Status.APPROVED && (own || rights));
    }

    private static boolean might(View view, Verb verb) {
        return view.decide(verb, Target.installation())
                .filter(decision -> !(decision instanceof Decision.Deny))
                .isPresent();
    }
}
