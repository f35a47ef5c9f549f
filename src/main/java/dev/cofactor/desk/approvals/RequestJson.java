// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.Remains;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How requests of access are spoken of outside. */
final class RequestJson {
    private static final Pattern CLAUSE = Pattern.compile("[0-9a-f]{64}");

    private RequestJson() {}

    record Given(
            @Schema(description = "path or id") @Nullable String secret,

            @Schema(description = "what is to be done with it, such as code.fetch") @Nullable
            String verb,

            @Nullable String reason,
            @Nullable String ticket,

            @Schema(description = "of which way, where there are several; else the cheapest") @Nullable
            String clause) {
        static final Given NOTHING = new Given(null, null, null, null, null);

        Asking.Wish wish() {
            String which = clause;
            if (which != null && !CLAUSE.matcher(which).matches()) {
                throw AccessRefused.malformed("clause is the hash of a way, as its request names it");
            }
            return new Asking.Wish(
                    required(secret, "secret is the path or the id of one"),
                    Verb.find(required(verb, "verb is what is to be done with it"))
                            .orElseThrow(() -> AccessRefused.malformed("verb is what is to be done with it")),
                    dev.cofactor.gate.Given.of(reason, ticket, null),
                    Optional.ofNullable(which));
        }

        private static String required(@Nullable String text, String rule) {
            if (text == null) {
                throw AccessRefused.malformed(rule);
            }
            return text;
        }
    }

    /** @param next what to ask for to go on; absent at the end */
    record Listing(List<Shown> requests, @Nullable String next) {
        static Listing of(Card.Page page) {
            return new Listing(
                    page.cards().stream().map(Shown::of).toList(),
                    page.next().map(PublicId.REQUEST::of).orElse(null));
        }
    }

    /**
     * One request.
     *
     * @param person for whom an agent asks
     * @param run of a program, for which alone it would be given
     * @param secret as it was when it was asked for
     * @param now as it is; absent where it is gone
     * @param grant what was given and is left; absent where nothing was
     * @param approvers those who could decide it now; of one request alone
     */
    record Shown(
            String id,
            String url,
            String status,
            boolean glass,
            boolean reviewed,
            Somebody by,
            @Nullable Somebody person,
            @Nullable String run,
            String verb,
            Secret secret,
            @Nullable Secret now,
            String clause,
            List<Asked> approvals,
            @Nullable String reason,
            @Nullable String ticket,
            Instant askedAt,
            Instant decideBy,
            List<Said> said,
            @Nullable Left grant,
            List<Somebody> approvers) {
        static Shown of(Card card) {
            AccessRequest request = card.request();
            AccessRequest.Matter matter = request.matter();
            return new Shown(
                    PublicId.REQUEST.of(request.id()),
                    card.url(),
                    card.status().word(),
                    request.glass(),
                    request.review().isPresent(),
                    Somebody.of(card.by()),
                    card.person().map(Somebody::of).orElse(null),
                    request.asker().run().orElse(null),
                    matter.verb(),
                    new Secret(
                            PublicId.SECRET.of(matter.secret()),
                            matter.path(),
                            PublicId.TEMPLATE.of(matter.template()),
                            matter.templateVersion()),
                    card.now().map(Secret::of).orElse(null),
                    request.terms().clause(),
                    request.terms().approvals().stream().map(Asked::of).toList(),
                    card.reason().orElse(null),
                    request.terms().ticket().orElse(null),
                    request.terms().asked(),
                    request.terms().decideBy(),
                    card.said().stream().map(Said::of).toList(),
                    card.given().map(Left::of).orElse(null),
                    card.whom().stream().map(Somebody::of).toList());
        }
    }

    record Somebody(UUID id, @Nullable String name) {
        static Somebody of(Card.Named named) {
            return new Somebody(named.id(), named.name().orElse(null));
        }
    }

    record Secret(String id, String path, String template, int templateVersion) {
        static Secret of(Placed placed) {
            return new Secret(
                    PublicId.SECRET.of(placed.secret()),
                    placed.path(),
                    PublicId.TEMPLATE.of(placed.templateId()),
                    placed.templateVersion());
        }
    }

    /** What has to be approved: by how many of whom, and what it gives. */
    record Asked(int quorum, List<Whom> of, Duration decideWithin, Duration validFor, int uses) {
        static Asked of(Need.Approval approval) {
            return new Asked(
                    approval.quorum(),
                    approval.of().stream().map(Whom::of).toList(),
                    approval.decideWithin(),
                    approval.validFor(),
                    approval.uses());
        }
    }

    record Whom(String kind, @Nullable UUID id) {
        static Whom of(Approver approver) {
            return switch (approver) {
                case Approver.Group group -> new Whom("group", group.id());
                case Approver.Person person -> new Whom("person", person.id());
                case Approver.Manager manager -> new Whom("manager", null);
            };
        }
    }

    record Said(
            Somebody by, boolean yes, Instant at, @Nullable String reason) {
        static Said of(Card.Said said) {
            return new Said(
                    Somebody.of(said.who()),
                    said.verdict().yes(),
                    said.verdict().at(),
                    said.reason().orElse(null));
        }
    }

    record Left(Instant ends, int usesLeft, @Nullable String ended) {
        static Left of(Remains left) {
            return new Left(left.ends(), left.usesLeft(), left.ended().orElse(null));
        }
    }
}
