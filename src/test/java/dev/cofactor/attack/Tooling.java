// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.arc.Arc;
import java.util.UUID;

/** The right use of the tools: what is sent to them comes back where it is asked for, and is nowhere else. */
record Tooling(Wire wire, Canaries canaries) {
    void use(Newcomers newcomers) {
        Person person = newcomers.settled();
        Rules rules = Arc.container().instance(Rules.class).get();
        rules.allow(person.id(), new Resource.Everything(), Verb.TOOLS_USE);
        String bearer = newcomers.credential(person);
        String key = key("seed told by a tool");
        String verify = "{\"type\": \"time_based\", \"action\": \"verify\", \"secret\": \"" + key + "\"";
        ask(bearer, Wire.sent("POST", "/api/v1/tools/otp", verify + "}").called("codes of a tool"));
        ask(bearer, Wire.sent("POST", "/api/v1/tools/otp", verify + ", \"code\": \"123456\"}"));
        ask(bearer, Wire.sent("POST", "/api/v1/tools/otp", "{\"type\": \"time_based\", \"action\": \"generate\"}"));
        String drawn = canaries.text("text drawn by a tool");
        ask(bearer, Wire.sent("POST", "/api/v1/tools/barcode", "{\"data\": " + Journey.quoted(drawn) + "}"));
        Shelf shelf = Arc.container().instance(Shelf.class).get();
        UUID secret = shelf.secret(shelf.folder(), "made-here");
        rules.allow(person.id(), secret, Verb.SECRET_EDIT);
        String kept = "{\"secret\": \"" + PublicId.SECRET.of(secret) + "\", \"type\": \"time_based\"}";
        ask(bearer, Wire.sent("POST", "/api/v1/tools/otp/secret", kept));
    }

    private String key(String name) {
        String key = Arc.container().instance(Enrolling.class).get().key();
        canaries.put(name, key.getBytes(US_ASCII));
        return key;
    }

    private void ask(String bearer, Wire.Sent sent) {
        wire.send(sent.with("Authorization", "Bearer " + bearer)).is(200);
    }
}
