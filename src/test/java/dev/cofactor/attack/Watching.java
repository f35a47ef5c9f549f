// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.ledger.directory.Person;
import java.util.Map;

/** The right use of what pages ask by themselves, and of the first steps. */
final class Watching {
    private final Visit visit;

    Watching(Wire wire) {
        visit = new Visit(wire);
    }

    void use(Person administrator) {
        visit.signIn(administrator.accountName());
        assertThat(visit.open("/live").is(200).text()).contains("toDecide");
        assertThat(visit.open("/live/session").is(200).text())
                .contains(administrator.id().toString());
        assertThat(visit.open("/secrets").is(200).text()).contains("First steps");
        visit.send("/first-steps/put-away", Map.of()).is(303);
        assertThat(visit.open("/secrets").is(200).text()).doesNotContain("First steps");
    }
}
