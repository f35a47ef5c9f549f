// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.SoftKey;
import dev.cofactor.fixtures.SoftKey.Manner;
import dev.cofactor.ledger.directory.Person;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with keys of his own, used rightly once. */
final class Keys {
    private static final String PAGE = "/profile/passkeys";

    private final Visit visit;

    Keys(Wire wire) {
        this.visit = new Visit(wire);
    }

    void use(Person person) {
        visit.signIn(person.accountName());
        visit.open(PAGE).is(200);
        SoftKey key = SoftKey.ordinary();
        String response = key.create(asked(PAGE + "/challenge").counting(0));
        visit.send(PAGE, Map.of("label", "A key", "response", response)).is(303);
        visit.open("/step-up").is(200);
        String proof = key.get(asked("/step-up/passkey/challenge"));
        visit.send("/step-up/passkey", Map.of("response", proof, "back", PAGE)).is(303);
        Matcher found = Pattern.compile(PAGE + "/[0-9a-f-]{36}/remove")
                .matcher(visit.open(PAGE).is(200).text());
        assertThat(found.find()).isTrue();
        visit.send("/sign-out", Map.of()).is(303);
        visit.signIn(person.accountName());
        visit.open("/sign-in/factor").is(200);
        String second = key.get(asked("/sign-in/passkey/challenge").counting(2));
        visit.send("/sign-in/passkey", Map.of("response", second)).is(303);
        visit.open(PAGE).is(200);
        visit.send(found.group(), Map.of()).is(303);
    }

    private Manner asked(String path) {
        return Manner.honest(visit.script(Wire.sent("POST", path)).is(200).text(), "https://cofactor.test");
    }
}
