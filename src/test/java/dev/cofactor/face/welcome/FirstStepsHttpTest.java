// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is shown the first steps, and for how long. */
@QuarkusTest
class FirstStepsHttpTest {
    private static final String STEPS = "id=\"first-steps\"";

    private final Newcomers newcomers;

    FirstStepsHttpTest(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    @Test
    void whoeverLooksAfterItSeesThemUntilHePutsThemAway() {
        Person administrator = newcomers.inRole(Role.ADMINISTRATOR);
        Browser browser = at(administrator);
        assertThat(browser.open("/secrets").asString()).contains(STEPS, "href=\"/profile/one-time-password\"");
        assertThat(browser.send("/first-steps/put-away", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.open("/secrets").asString()).doesNotContain(STEPS);
        assertThat(at(administrator).open("/secrets").asString())
                .as("another browser of his")
                .contains(STEPS);
    }

    @Test
    void nobodyElseSeesThem() {
        assertThat(at(newcomers.settled()).open("/secrets").asString()).doesNotContain(STEPS);
        assertThat(at(newcomers.inRole(Role.POLICY_AUTHOR)).open("/secrets").asString())
                .doesNotContain(STEPS);
    }

    private static Browser at(Person person) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        return browser;
    }
}
