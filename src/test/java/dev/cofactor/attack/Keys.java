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
        String options = visit.script(Wire.sent("POST", PAGE + "/challenge").called("options of a new key"))
                .is(200)
                .text();
        String response = SoftKey.ordinary().create(Manner.honest(options, "https://cofactor.test"));
        visit.send(PAGE, Map.of("label", "A key", "response", response)).is(303);
        Matcher key = Pattern.compile(PAGE + "/[0-9a-f-]{36}/remove")
                .matcher(visit.open(PAGE).is(200).text());
        assertThat(key.find()).isTrue();
        visit.send(key.group(), Map.of()).is(303);
    }
}
