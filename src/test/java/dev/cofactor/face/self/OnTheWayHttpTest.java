// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Asking;
import dev.cofactor.fixtures.Authenticator;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Setting up an app on the way in: because a rule asks for it, or because the old one is lost. */
@QuarkusTest
class OnTheWayHttpTest {
    private static final String HERE = "/profile/one-time-password";
    private static final Pattern KEY = Pattern.compile("id=\"key\" class=\"token\">([A-Z2-7 ]{39})<");

    private final Newcomers newcomers;
    private final Asking asking;
    private final Apps apps;
    private final Browser browser = new Browser();

    OnTheWayHttpTest(Newcomers newcomers, Asking asking, Apps apps) {
        this.newcomers = newcomers;
        this.asking = asking;
        this.apps = apps;
    }

    private Response added(Map<String, String> form) {
        browser.open(HERE + "/add").then().statusCode(200);
        browser.send(HERE + "/add", form).then().statusCode(303);
        Matcher key = KEY.matcher(browser.open(HERE + "/add").asString());
        assertThat(key.find()).isTrue();
        browser.open(HERE + "/add/picture").then().statusCode(200);
        browser.open(HERE + "/add");
        return browser.send(HERE + "/add/prove", Map.of("code", new Authenticator(key.group(1)).code(0)));
    }

    private static void leads(Response answer, String path) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(path);
    }

    @Test
    void whoIsAskedForAFactorSetsItUpAndIsIn() {
        Person person = newcomers.settled();
        asking.of(person.id(), "set-up-second-factor");
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        leads(browser.open("/secrets"), "/sign-in/set-up");
        leads(browser.open(HERE + "/disable"), "/sign-in/set-up");
        assertThat(browser.open(HERE).asString()).contains("A rule asks you to set one up.");
        added(Map.of("label", "My phone")).then().statusCode(200);
        browser.open("/secrets").then().statusCode(200);
        assertThat(browser.open(HERE).asString()).contains("A rule asks you for a second factor.");
    }

    @Test
    void theLastOneIsNotRemovedWhileTheRuleStands() {
        Person person = newcomers.settled();
        String rule = asking.of(person.id(), "set-up-second-factor");
        Apps.Enrolled enrolled = apps.enrol(person, newcomers.signedIn(person));
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/sign-in/factor");
        browser.send("/sign-in/factor", Map.of("code", enrolled.code())).then().statusCode(303);
        browser.open(HERE + "/disable").then().statusCode(200);
        Response refused =
                browser.send(HERE + "/disable", Map.of("password", Newcomers.PASSWORD, "code", enrolled.code()));
        refused.then().statusCode(422);
        assertThat(refused.asString()).contains("A rule asks you for a second factor, so the last one stays.");
        asking.takeBack(rule);
        leads(
                browser.send(HERE + "/disable", Map.of("password", Newcomers.PASSWORD, "code", enrolled.code())),
                HERE + "?done=disabled");
    }

    @Test
    void whoLostHisAppComesByARecoveryCodeAndAddsAnother() {
        Apps.Enrolled enrolled = apps.enrolled();
        browser.signIn(enrolled.person().accountName(), Newcomers.PASSWORD);
        assertThat(browser.open(HERE).header("Location")).contains("/sign-in/factor");
        browser.open("/sign-in/recovery-code");
        browser.send(
                        "/sign-in/recovery-code",
                        Map.of("code", enrolled.recovery().get(0)))
                .then()
                .statusCode(303);
        leads(browser.open("/secrets"), "/sign-in/recovered");
        leads(browser.open("/profile/recovery-codes"), "/sign-in/recovered");
        leads(added(Map.of("label", "My new phone")), HERE + "?done=added");
        assertThat(browser.open(HERE).asString()).contains("a phone", "My new phone", "9 left");
    }

    @Test
    void aRecoveryCodeStandsInForAMomentAndInItsOwnSessionAlone() {
        Apps.Enrolled enrolled = apps.enrolled();
        String account = enrolled.person().accountName();
        Browser other = new Browser();
        other.signIn(account, Newcomers.PASSWORD);
        other.open("/sign-in/factor");
        other.send("/sign-in/factor", Map.of("code", enrolled.code()));
        browser.signIn(account, Newcomers.PASSWORD);
        browser.open("/sign-in/recovery-code");
        browser.send(
                "/sign-in/recovery-code", Map.of("code", enrolled.recovery().get(0)));
        Clocks.goOn(Duration.ofMinutes(11));
        for (Browser one : List.of(browser, other)) {
            one.open(HERE + "/add");
            one.send(HERE + "/add", Map.of("label", "Another's phone")).then().statusCode(422);
        }
    }
}
