// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.arc.Arc;
import java.util.Map;
import java.util.UUID;

/** The right use of a counter that is brought into step, and of the mark by which owners are told. */
final class Counting {
    private final Wire wire;
    private final Canaries canaries;
    private final Rules rules = Arc.container().instance(Rules.class).get();
    private final Shelf shelf = Arc.container().instance(Shelf.class).get();

    Counting(Wire wire, Canaries canaries) {
        this.wire = wire;
        this.canaries = canaries;
    }

    void use(Newcomers newcomers) {
        Person editor = newcomers.settled();
        UUID secret = shelf.secret(shelf.folder(), "counting");
        rules.allow(editor.id(), secret, Verb.SECRET_EDIT, Verb.SECRET_READ_META);
        String bearer = newcomers.credential(editor);
        String seed = "/api/v1/secrets/" + PublicId.SECRET.of(secret) + "/seed";
        String key = canaries.setupKey("seed that counts");
        ask(bearer, Wire.sent("PUT", seed, "{\"setupKey\": \"" + key + "\", \"type\": \"hotp\", \"counter\": 0}"))
                .is(200);
        ask(bearer, Wire.sent("POST", seed + "/proof", "{\"show\": 1}")).is(200);
        ask(bearer, Wire.sent("POST", seed + "/proof", "{\"confirmed\": true}")).is(200);
        ask(bearer, Wire.sent("PUT", seed + "/counter", "{\"counter\": 40}")).is(200);
        Visit visit = new Visit(wire);
        visit.signIn(editor.accountName());
        String page = "/secrets/" + PublicId.SECRET.of(secret);
        visit.open(page + "/counter").is(200);
        visit.send(page + "/counter", Map.of("counter", "50")).is(200);
        visit.send(page + "/watched", Map.of("watched", "true")).is(303);
    }

    private Wire.Answer ask(String bearer, Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }
}
