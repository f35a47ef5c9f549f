// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.desk.approvals.Card;
import dev.cofactor.desk.approvals.Card.Status;
import dev.cofactor.desk.approvals.Requests;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Remains;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What has become of what somebody asked for, to stand where he would use it. */
@Singleton
class Standings {
    /** What ended longer ago is history, and stands there. */
    private static final Duration LATELY = Duration.ofDays(1);

    private final AccessRequests requests;
    private final Requests desk;

    Standings(AccessRequests requests, Requests desk) {
        this.requests = requests;
        this.desk = desk;
    }

    /** Of the newest request that is for one of these ways; of what was taken back, and of what is long over, nothing. */
    Optional<Ahead.Standing> of(Caller caller, Placed secret, Verb verb, List<Way> ways) {
        return ways.stream()
                .flatMap(way -> way.clause().stream())
                .distinct()
                .map(clause -> new AccessRequest.Key(caller.hand(), caller.run(), verb.code(), secret.secret(), clause))
                .flatMap(key -> requests.latest(key).stream())
                .max(Comparator.comparing(request -> request.terms().asked()))
                .filter(request -> request.state() != AccessRequest.State.WITHDRAWN)
                .filter(request ->
                        request.terms().asked().isAfter(requests.now().minus(LATELY))
                                || request.state() == AccessRequest.State.APPROVED)
                .map(request -> desk.card(caller, Optional.of(request.id())))
                .map(Standings::standing);
    }

    private static Ahead.Standing standing(Card card) {
        AccessRequest request = card.request();
        boolean waits = card.status() == Status.PENDING;
        Optional<Instant> until = waits
                ? Optional.of(request.terms().decideBy())
                : card.given().filter(left -> card.status() == Status.APPROVED).map(Remains::ends);
        return new Ahead.Standing(
                PublicId.REQUEST.of(request.id()),
                Chip.of(request, card.status()),
                sentence(card),
                waits ? "It is open until" : "It ends",
                until.orElse(null),
                no(card).flatMap(Card.Said::reason).orElse(""),
                Sheets.others(card),
                waits);
    }

    /** How it stands, said to whoever asked. */
    static String sentence(Card card) {
        int left = card.given().map(Remains::usesLeft).orElse(0);
        String uses = Wording.count(left, "use") + (left == 1 ? " is" : " are") + " left.";
        return switch (card.status()) {
            case PENDING -> "You have asked, and nobody has decided yet.";
            case APPROVED ->
                card.request().glass() ? "You took this in an emergency: " + uses : "You have a yes: " + uses;
            case REJECTED -> no(card).map(said -> Sheets.name(said.who())).orElse("Somebody") + " said no.";
            case WITHDRAWN -> "You took your request back.";
            case EXPIRED -> "Nobody decided in time.";
            case VOID -> "What has to be agreed to has changed since you asked.";
            case REVOKED -> "What you were given was taken back.";
            case USED_UP -> "What you were given is used up.";
            case ENDED -> "What you were given is over.";
        };
    }

    static Optional<Card.Said> no(Card card) {
        return card.said().stream().filter(said -> !said.verdict().yes()).findFirst();
    }
}
