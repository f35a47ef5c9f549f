// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.gate.Calm;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInHttpTest {
    private static final String WRONG = "Name or password is wrong";

    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Calm calm;
    private final EntityManager entities;
    private final Browser browser = new Browser();

    SignInHttpTest(Newcomers newcomers, LogEntries entries, Calm calm, EntityManager entities) {
        this.newcomers = newcomers;
        this.entries = entries;
        this.calm = calm;
        this.entities = entities;
    }

    @Test
    void whoeverIsSettledSignsInAndSeesHisSecrets() {
        Person person = newcomers.settled();
        assertLeadsTo(browser.signIn(person.accountName(), Newcomers.PASSWORD), "/secrets");
        assertThat(browser.open("/secrets").asString()).contains("My Secrets").contains("A person");
    }

    @Test
    void aPasswordGivenByOthersIsGoodOnlyForSettingOnesOwn() {
        Person person = newcomers.invited();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertLeadsTo(browser.open("/secrets"), "/new-password");
        assertLeadsTo(browser.open("/profile"), "/new-password");
        assertLeadsTo(browser.open("/profile/password"), "/new-password");

        browser.open("/new-password");
        Response same = browser.send("/new-password", twice(Newcomers.PASSWORD));
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.asString())
                .contains("other than the one you were given")
                .doesNotContain(Newcomers.PASSWORD);
        assertThat(browser.send("/new-password", twice("too short")).statusCode())
                .isEqualTo(422);

        assertLeadsTo(browser.send("/new-password", twice("a longer sentence")), "/secrets");
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        assertThat(new Browser()
                        .signIn(person.accountName(), Newcomers.PASSWORD)
                        .asString())
                .contains(WRONG);
    }

    @Test
    void signingInGivesAnotherCookieThanTheOneBroughtAlong() {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        String first = browser.cookie(Cookies.SESSION);
        browser.open("/secrets");
        browser.send("/sign-in", Map.of("name", person.accountName(), "password", Newcomers.PASSWORD));
        assertThat(browser.cookie(Cookies.SESSION)).isNotEmpty().isNotEqualTo(first);
        assertLeadsTo(holding(first).open("/secrets"), "/sign-in?back=%2Fsecrets&state=ended");
    }

    @Test
    void aPlantedCookieNeverBecomesASession() {
        Browser victim = holding("planted-by-somebody-else");
        Person person = newcomers.settled();
        victim.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(victim.cookie(Cookies.SESSION)).isNotEqualTo("planted-by-somebody-else");
        assertLeadsTo(holding("planted-by-somebody-else").open("/secrets"), "/sign-in?back=%2Fsecrets&state=ended");
    }

    @Test
    void theCookieIsForThisHostAndNoScript() {
        Person person = newcomers.settled();
        Response signedIn = browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(signedIn.getHeaders().getValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-cofactor=")
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void nothingTellsAnUnknownNameFromAWrongPassword() {
        Person person = newcomers.settled();
        Response known = browser.signIn(person.accountName(), "not this one, no");
        Response unknown = new Browser().signIn("nobody-at-all", "not this one, no");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(403);
        assertThat(withoutWhatWasTyped(known))
                .isEqualTo(withoutWhatWasTyped(unknown))
                .contains(WRONG);
    }

    @Test
    void comingAndGoingIsOnTheLog() {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/secrets");
        browser.send("/sign-out", Map.of());
        LogEntries.Entry opened = entries.of(person.id(), "session-opened").getLast();
        LogEntries.Entry closed = entries.of(person.id(), "session-closed").getLast();
        assertThat(closed.body().at("/about/id")).isEqualTo(opened.body().at("/about/id"));
        assertThat(opened.body().at("/origin/address").asText()).isEqualTo("127.0.0.1");
        assertThat(opened.body().at("/origin/trace").asText()).hasSize(32);
        assertThat(opened.body().at("/details/method").asText()).isEqualTo("password");
    }

    @Test
    void aFailedSignInIsOnTheLogWithoutWhatWasTyped() {
        calm.comes();
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), "not this one, no");
        LogEntries.Entry failed = entries.about(person.id(), "sign-in-failed").getLast();
        assertThat(failed.outcome()).isEqualTo("failed");
        assertThat(failed.body().at("/actor/kind").asText()).isEqualTo("nobody");
        assertThat(failed.body().toString()).doesNotContain("not this one").doesNotContain(person.accountName());
    }

    @Test
    void aChangedPasswordAndAFailedAttemptAtItAreOnTheLog() {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/profile/password");
        browser.send(
                "/profile/password",
                Map.of("current", "wrong, wrong", "new", "a new long one", "again", "a new long one"));
        assertThat(entries.of(person.id(), "password-changed").getLast().outcome())
                .isEqualTo("failed");
        browser.send(
                "/profile/password",
                Map.of("current", Newcomers.PASSWORD, "new", "a new long one", "again", "a new long one"));
        assertThat(entries.of(person.id(), "password-changed").getLast().outcome())
                .isEqualTo("done");
    }

    @Test
    void guessingTheCurrentPasswordIsSlowedAsAtTheDoor() throws Exception {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/profile/password");
        int last = 0;
        try (AutoCloseable held = Clocks.held()) {
            for (int i = 0; i < 7; i++) {
                last = browser.send(
                                "/profile/password",
                                Map.of("current", "guess " + i, "new", "a new long one", "again", "a new long one"))
                        .statusCode();
            }
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        String cookie = browser.cookie(Cookies.SESSION);
        browser.open("/secrets");
        assertLeadsTo(browser.send("/sign-out", Map.of()), "/sign-in?state=signed-out");
        assertLeadsTo(holding(cookie).open("/secrets"), "/sign-in?back=%2Fsecrets&state=ended");
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() {
        Person person = newcomers.settled();
        Browser other = new Browser();
        other.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/profile/password");
        Map<String, String> change =
                Map.of("current", Newcomers.PASSWORD, "new", "another fine sentence", "again", "another fine sentence");
        assertLeadsTo(browser.send("/profile/password", change), "/profile?changed=password");
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        assertLeadsTo(other.open("/secrets"), "/sign-in?back=%2Fsecrets&state=ended");
    }

    @Test
    void changingThePasswordNeedsTheCurrentOne() {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/profile/password");
        Response refused = browser.send(
                "/profile/password",
                Map.of("current", "a guess, perhaps", "new", "another sentence", "again", "another sentence"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("current password is not right");
    }

    @Test
    void aSuspendedPersonIsOutAtTheVeryNextRequest() {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update person set active = false where id = :id")
                        .setParameter("id", person.id())
                        .executeUpdate());
        assertLeadsTo(browser.open("/secrets"), "/sign-in?back=%2Fsecrets&state=ended");
        assertThat(new Browser()
                        .signIn(person.accountName(), Newcomers.PASSWORD)
                        .asString())
                .contains(WRONG);
    }

    @Test
    void aSessionEndsWhenNobodyUsesItAndAfterTwelveHoursAtTheLatest() {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        for (int i = 0; i < 29; i++) {
            Clocks.goOn(Duration.ofMinutes(24));
            assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        }
        Clocks.goOn(Duration.ofMinutes(25));
        assertLeadsTo(browser.open("/secrets"), "/sign-in?back=%2Fsecrets&state=ended");

        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        Clocks.goOn(Duration.ofMinutes(31));
        assertLeadsTo(browser.open("/secrets"), "/sign-in?back=%2Fsecrets&state=ended");
    }

    @Test
    void whereOneWantedToGoSurvivesSigningInButNeverLeavesTheHouse() {
        Person person = newcomers.settled();
        assertLeadsTo(browser.open("/profile?changed=password"), "/sign-in?back=%2Fprofile%3Fchanged%3Dpassword");
        browser.open("/sign-in?back=/profile");
        assertLeadsTo(
                browser.send(
                        "/sign-in",
                        Map.of("name", person.accountName(), "password", Newcomers.PASSWORD, "back", "/profile")),
                "/profile");
        browser.open("/secrets");
        browser.send("/sign-out", Map.of());
        browser.open("/sign-in");
        assertLeadsTo(
                browser.send(
                        "/sign-in",
                        Map.of("name", person.accountName(), "password", Newcomers.PASSWORD, "back", "//evil.example")),
                "/secrets");
    }

    private static Map<String, String> twice(String password) {
        return Map.of("new", password, "again", password);
    }

    private static Browser holding(String cookie) {
        Browser browser = new Browser();
        browser.plant(Cookies.SESSION, cookie);
        return browser;
    }

    private static void assertLeadsTo(Response answer, String path) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(path);
    }

    private static String withoutWhatWasTyped(Response page) {
        return page.asString().replaceAll("value=\"[^\"]*\"", "");
    }
}
