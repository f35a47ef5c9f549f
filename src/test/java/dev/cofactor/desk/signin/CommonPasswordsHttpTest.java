// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommonPasswordsHttpTest {
    private static final String COMMON = "Password-2026!";

    private final Newcomers newcomers;
    private final Browser browser = new Browser();

    CommonPasswordsHttpTest(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    @Test
    void aFirstPasswordOfOnesOwnIsNoCommonOne() {
        Person person = newcomers.invited();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/new-password");
        Response refused = browser.send("/new-password", Map.of("new", COMMON, "again", COMMON));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("among the first that are guessed")
                .doesNotContain(COMMON);
        String named = "the " + person.accountName() + " of it";
        assertThat(browser.send("/new-password", Map.of("new", named, "again", named))
                        .asString())
                .contains("Leave out your name");
    }

    @Test
    void aLaterPasswordIsNoCommonOneEither() {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/profile/password");
        Map<String, String> change = Map.of("current", Newcomers.PASSWORD, "new", COMMON, "again", COMMON);
        Response refused = browser.send("/profile/password", change);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("among the first that are guessed")
                .doesNotContain(COMMON);
        assertThat(new Browser()
                        .signIn(person.accountName(), Newcomers.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
    }
}
