// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ledger.grants.AccessRequest.Asker;
import dev.cofactor.ledger.grants.AccessRequest.Matter;
import dev.cofactor.ledger.grants.AccessRequest.Settled;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.AccessRequest.Terms;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Written once; of what changes, each part is set by a statement of its own. */
@Entity
@Table(name = "access_request")
class RequestRow {
    @Id
    UUID id;

    boolean glass;
    UUID hand;
    UUID actor;
    String actorKind;

    @Nullable
    UUID person;

    @Nullable
    UUID session;

    @Nullable
    String run;

    String verb;
    UUID secret;
    String path;
    UUID template;
    int templateVersion;
    byte[] clause;
    byte[] needs;
    byte[] skipped;
    int reason;

    @Nullable
    String ticket;

    UUID event;
    Instant askedAt;
    Instant decideBy;
    String state;

    @Nullable
    Instant settledAt;

    @Nullable
    UUID settledBy;

    @Nullable
    UUID settledEvent;

    @Nullable
    Instant reviewedAt;

    @Nullable
    UUID reviewedBy;

    @Nullable
    UUID reviewEvent;

    @SuppressWarnings("NullAway.Init")
    protected RequestRow() {} // for Hibernate

    RequestRow(AccessRequest asked) {
        id = asked.id();
        glass = asked.glass();
        hand = asked.asker().hand();
        actor = asked.asker().actor().id();
        actorKind = asked.asker().actor().kind();
        person = asked.asker().person().orElse(null);
        session = asked.asker().session().orElse(null);
        run = asked.asker().run().orElse(null);
        verb = asked.matter().verb();
        secret = asked.matter().secret();
        path = asked.matter().path();
        template = asked.matter().template();
        templateVersion = asked.matter().templateVersion();
        clause = HexFormat.of().parseHex(asked.terms().clause());
        needs = NeedsJson.write(asked.terms().needs());
        skipped = NeedsJson.write(asked.terms().skipped());
        reason = asked.terms().reason();
        ticket = asked.terms().ticket().orElse(null);
        event = asked.terms().event();
        askedAt = asked.terms().asked();
        decideBy = asked.terms().decideBy();
        state = word(asked.state());
        settledAt = asked.settled().map(Settled::at).orElse(null);
        settledBy = asked.settled().map(Settled::by).orElse(null);
        settledEvent = asked.settled().map(Settled::event).orElse(null);
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    AccessRequest request() {
        return new AccessRequest(
                id,
                glass,
                new Asker(
                        hand,
                        who(),
                        Optional.ofNullable(person),
                        Optional.ofNullable(session),
                        Optional.ofNullable(run)),
                new Matter(verb, secret, path, template, templateVersion),
                terms(),
                State.valueOf(state.toUpperCase(Locale.ROOT)),
                settled(settledAt, settledBy, settledEvent),
                settled(reviewedAt, reviewedBy, reviewEvent));
    }

    private Actor who() {
        return switch (actorKind) {
            case "person" -> new Actor.Person(actor);
            case "service" -> new Actor.Service(actor);
            case "agent" -> new Actor.Agent(actor, Objects.requireNonNull(person));
            default -> throw new IllegalStateException("nobody of this kind asks");
        };
    }

    private Terms terms() {
        List<Need.Approval> passed = NeedsJson.read(skipped).stream()
                .filter(Need.Approval.class::isInstance)
                .map(Need.Approval.class::cast)
                .toList();
        return new Terms(
                HexFormat.of().formatHex(clause),
                NeedsJson.read(needs),
                passed,
                reason,
                Optional.ofNullable(ticket),
                event,
                askedAt,
                decideBy);
    }

    private static Optional<Settled> settled(@Nullable Instant at, @Nullable UUID by, @Nullable UUID event) {
        return at == null || by == null || event == null ? Optional.empty() : Optional.of(new Settled(at, by, event));
    }
}
