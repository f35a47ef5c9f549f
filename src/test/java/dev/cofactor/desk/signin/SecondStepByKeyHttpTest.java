// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.passkeys.PasskeyDesk;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.SoftKey;
import dev.cofactor.fixtures.SoftKey.Manner;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Home;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key in place of a code. */
@QuarkusTest
class SecondStepByKeyHttpTest {
    private final Newcomers newcomers;
    private final PasskeyDesk desk;
    private final Home home;
    private final LogEntries entries;
    private final WholeLog log;
    private final SoftKey key = SoftKey.ordinary();
    private final Browser browser = new Browser();

    SecondStepByKeyHttpTest(Newcomers newcomers, PasskeyDesk desk, Home home, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.desk = desk;
        this.home = home;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private Person bearer() {
        Person person = newcomers.settled();
        Caller caller = newcomers.signedIn(person);
        desk.register(
                caller,
                "A key",
                key.create(Manner.honest(desk.offer(caller), home.origin()).counting(0)));
        return person;
    }

    @Test
    void aKeyIsASecondFactorAndItsAnswerOpensTheRestUnderAnotherCookie() {
        Person person = bearer();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(browser.open("/secrets").header("Location")).contains("/sign-in/factor");
        String page = browser.open("/sign-in/factor").asString();
        assertThat(page)
                .contains("Use a passkey or security key")
                .doesNotContain("Code of your app")
                .doesNotContain("recovery code");
        String half = browser.cookie(Cookies.SESSION);
        String answer = answer("/sign-in/passkey/challenge", 1);
        assertThat(browser.send("/sign-in/passkey", Map.of("response", answer)).statusCode())
                .isEqualTo(303);
        assertThat(browser.cookie(Cookies.SESSION)).isNotEqualTo(half);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        assertThat(entries.of(person.id(), "session-opened").getLast().body().at("/details/method").asText())
                .isEqualTo("passkey");
    }

    @Test
    void anAnswerOfAnotherSessionIsNoneAndNeitherIsOneThatWasUsed() {
        Person person = bearer();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/sign-in/factor");
        String answer = answer("/sign-in/passkey/challenge", 1);
        Browser thief = new Browser();
        thief.signIn(person.accountName(), Newcomers.PASSWORD);
        thief.open("/sign-in/factor");
        Response refused = thief.send("/sign-in/passkey", Map.of("response", answer));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).doesNotContain(answer);
        browser.send("/sign-in/passkey", Map.of("response", answer));
        thief.open("/sign-in/factor");
        assertThat(thief.send("/sign-in/passkey", Map.of("response", answer)).statusCode())
                .isEqualTo(403);
        assertThat(entries.about(person.id(), "sign-in-failed"))
                .allSatisfy(failed -> assertThat(failed.body().at("/details/method").asText())
                        .isEqualTo("passkey"));
    }

    @Test
    void aKeyStepsUpAndAnAnswerForTheDoorDoesNot() {
        Person person = bearer();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/sign-in/factor");
        String atTheDoor = answer("/sign-in/passkey/challenge", 1);
        browser.send("/sign-in/passkey", Map.of("response", atTheDoor));
        Clocks.goOn(Duration.ofMinutes(6));
        assertThat(browser.open("/sample-proved").statusCode()).isEqualTo(303);
        browser.open("/step-up");
        assertThat(browser.send("/step-up/passkey", Map.of("response", atTheDoor))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.send("/step-up", Map.of("proof", Newcomers.PASSWORD)).statusCode())
                .as("with a key, a password is not enough")
                .isEqualTo(422);
        String answer = answer("/step-up/passkey/challenge", 2);
        assertThat(browser.send("/step-up/passkey", Map.of("response", answer, "back", "/sample-proved"))
                        .header("Location"))
                .endsWith("/sample-proved");
        assertThat(browser.open("/sample-proved").statusCode()).isEqualTo(200);
    }

    private String answer(String challenge, int count) {
        Response options = browser.script(challenge, Map.of());
        assertThat(options.statusCode()).isEqualTo(200);
        return key.get(Manner.honest(options.asString(), home.origin()).counting(count));
    }
}
