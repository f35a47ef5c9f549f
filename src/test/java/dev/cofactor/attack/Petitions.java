// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** The right use of all by which access is asked for. */
final class Petitions {
    private static final String REQUESTS = "/api/v1/requests";

    private final Wire wire;
    private final Rules rules = Arc.container().instance(Rules.class).get();
    private final Shelf shelf = Arc.container().instance(Shelf.class).get();

    Petitions(Wire wire) {
        this.wire = wire;
    }

    void use(Newcomers newcomers) {
        Person asker = newcomers.settled();
        UUID secret = shelf.secret(shelf.folder(), "asked-for");
        Approver approver = new Approver.Person(newcomers.inRole(Role.APPROVER).id());
        allow(
                asker,
                secret,
                new Need.Approval(1, Set.of(approver), Duration.ofDays(1), Duration.ofDays(1), 1, false));
        allow(asker, secret, new Need.BreakGlass(10, Duration.ofHours(1), 1));
        String bearer = newcomers.credential(asker);
        String wanted = "{\"secret\": \"%s\", \"verb\": \"code.fetch\", \"reason\": \"a reason that is long\"}"
                .formatted(PublicId.SECRET.of(secret));
        String id = ask(bearer, Wire.sent("POST", REQUESTS, wanted)).is(201).json().getString("id");
        ask(bearer, Wire.sent("GET", REQUESTS)).is(200);
        ask(bearer, Wire.sent("GET", REQUESTS + "/" + id)).is(200);
        ask(bearer, Wire.sent("POST", REQUESTS + "/" + id + "/withdraw")).is(200);
        ask(bearer, Wire.sent("POST", REQUESTS + "/break-glass", wanted)).is(201);
    }

    private void allow(Person who, UUID secret, Need need) {
        Clauses clauses = new Clauses(Set.of(), Set.of(need), Set.of(), Set.of());
        rules.add(Effect.ALLOW, new Subject.Person(who.id()), secret, clauses, Verb.CODE_FETCH);
    }

    private Wire.Answer ask(String bearer, Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }
}
