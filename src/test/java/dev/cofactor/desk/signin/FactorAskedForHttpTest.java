// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static dev.cofactor.fixtures.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Asking;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of whom a second factor is asked, he sets one up before anything else, whichever way he came in. */
@QuarkusTest
class FactorAskedForHttpTest {
    private static final String ASKED = "set-up-second-factor";
    private static final List<String> PAGES =
            List.of("/secrets", "/profile", "/profile/password", "/profile/sessions", "/step-up");

    private final Newcomers newcomers;
    private final Asking asking;
    private final Apps apps;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Browser browser = new Browser();

    FactorAskedForHttpTest(Newcomers newcomers, Asking asking, Apps apps, SignIn signIn, Sessions sessions) {
        this.newcomers = newcomers;
        this.asking = asking;
        this.apps = apps;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @Test
    void hisSessionsAndProgramsStopAtTheNextRequestAndGoOnOnceHeHasOne() {
        Person person = newcomers.settled();
        SessionToken token = signIn.with(person.accountName(), Newcomers.PASSWORD, Optional.empty(), Line.NONE);
        Session session = sessions.find(token).orElseThrow();
        String credential = newcomers.credential(person);
        browser.plant(Cookies.SESSION, token.value());
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        as(credential).get("/api/v1/sessions").then().statusCode(200);

        asking.of(person.id(), ASKED);

        for (String page : PAGES) {
            assertLeadsTo(browser.open(page), "/sign-in/set-up");
        }
        assertLeadsTo(browser.send("/profile/api-credential", Map.of()), "/sign-in/set-up");
        as(credential).get("/api/v1/sessions").then().statusCode(401);
        assertThat(browser.open("/sign-in/set-up").asString()).contains("Set up a second factor");
        assertThat(browser.open("/profile/passkeys").statusCode()).isEqualTo(200);

        apps.enrol(person, session.caller(Line.NONE));

        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        as(credential).get("/api/v1/sessions").then().statusCode(200);
        assertLeadsTo(browser.open("/sign-in/set-up"), "/secrets");
        Browser later = new Browser();
        later.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(later.open("/secrets").header("Location")).contains("/sign-in/factor");
    }

    @Test
    void aNewcomerMeetsItAtHisActivation() {
        String id = asking.asked(Map.of("action", ASKED, "newcomers", true));
        try {
            JsonPath invited = asking.ask()
                    .body(Map.of(
                            "accountName",
                            "newcomer-" + UUID.randomUUID().toString().substring(0, 8),
                            "name",
                            "New"))
                    .post("/api/v1/people")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            String link = invited.getString("link");
            String token = link.substring(link.lastIndexOf('/') + 1);
            browser.open("/activate/" + token);
            String own = "a walk along the shore";
            browser.send("/activate", Map.of("token", token, "new", own, "again", own));
            assertLeadsTo(browser.open("/secrets"), "/sign-in/set-up");
        } finally {
            asking.takeBack(id);
        }
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
    }

    @Test
    void whoComesBySingleSignOnMeetsItTooUnlessHisProviderAskedForAFactor() {
        Person person = newcomers.settled();
        asking.of(person.id(), ASKED);
        assertLeadsTo(vouched(person, false).open("/secrets"), "/sign-in/set-up");
        assertThat(vouched(person, true).open("/secrets").statusCode()).isEqualTo(200);
    }

    @Test
    void whoComesBySingleSignOnIsAskedForTheFactorHeHasUnlessHisProviderDidSo() {
        Person person = apps.enrolled().person();
        assertThat(vouched(person, false).open("/secrets").header("Location")).contains("/sign-in/factor");
        assertThat(vouched(person, true).open("/secrets").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherPasswordComesBeforeAFactor() {
        Person person = newcomers.settled();
        asking.of(person.id(), ASKED);
        asking.of(person.id(), "change-password");
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertLeadsTo(browser.open("/secrets"), "/new-password");
        assertLeadsTo(browser.open("/sign-in/set-up"), "/new-password");
        browser.open("/new-password");
        browser.send(
                "/new-password",
                Map.of(
                        "current",
                        Newcomers.PASSWORD,
                        "new",
                        "a walk along the shore",
                        "again",
                        "a walk along the shore"));
        assertLeadsTo(browser.open("/secrets"), "/sign-in/set-up");
    }

    private Browser vouched(Person person, boolean factor) {
        SessionToken token = QuarkusTransaction.requiringNew()
                .call(() -> sessions.openVouched(UUID.randomUUID(), person.id(), factor));
        Browser there = new Browser();
        there.plant(Cookies.SESSION, token.value());
        return there;
    }

    private static void assertLeadsTo(Response answer, String path) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(path);
    }
}
