// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static dev.cofactor.desk.people.Reception.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.people.Reception.Guest;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a link does for whoever was sent it. */
@QuarkusTest
class ActivationHttpTest {
    private static final String OWN = "a sentence of my own";

    private final Reception reception;
    private final LogEntries entries;
    private final WholeLog log;
    private final Newcomers newcomers;
    private final Browser browser = new Browser();

    ActivationHttpTest(Reception reception, LogEntries entries, WholeLog log, Newcomers newcomers) {
        this.reception = reception;
        this.entries = entries;
        this.log = log;
        this.newcomers = newcomers;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoChoosesAPasswordIsHereAndSignedIn() {
        Guest guest = reception.guest();
        Response page = browser.open(guest.path());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("Anna &lt;Berg&gt;")
                .contains("value=\"" + guest.accountName() + "\" autocomplete=\"username\"")
                .contains("noindex")
                .containsOnlyOnce(guest.token());
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");

        Response done = keep(guest, OWN, OWN);
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith("/secrets");
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        LogEntries.Entry activated =
                entries.of(guest.person(), "person-activated").getFirst();
        UUID invitation = UUID.fromString(entries.about(guest.person(), "person-added")
                .getFirst()
                .body()
                .at("/details/other")
                .asText());
        assertThat(activated.body().at("/details/other").asText()).isEqualTo(invitation.toString());
        reception.ask().get(PEOPLE + "/" + guest.id()).then().body("person.state", equalTo("active"));
        assertThat(new Browser().signIn(guest.accountName(), OWN).header("Location"))
                .endsWith("/secrets");
    }

    @Test
    void lookingUsesNothingUpAndAWrongChoiceShowsTheFormAgain() {
        Guest guest = reception.guest();
        for (int i = 0; i < 3; i++) {
            assertThat(browser.open(guest.path()).statusCode()).isEqualTo(200);
        }
        assertThat(keep(guest, "short", "short").asString()).contains("at least 12 characters");
        Response unlike = keep(guest, OWN, OWN + "!");
        assertThat(unlike.statusCode()).isEqualTo(422);
        assertThat(unlike.asString()).contains("The two are not the same.").doesNotContain(OWN);
        assertThat(keep(guest, OWN, OWN).statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverSatAtTheBrowserBeforeIsSignedOut() {
        Guest guest = reception.guest();
        var settled = newcomers.settled();
        browser.signIn(settled.accountName(), Newcomers.PASSWORD);
        String before = browser.cookie(Cookies.SESSION);
        browser.open(guest.path());
        assertThat(keep(guest, OWN, OWN).statusCode()).isEqualTo(303);
        Browser old = new Browser();
        old.plant(Cookies.SESSION, before);
        assertThat(old.open("/secrets").statusCode()).isEqualTo(303);
        assertThat(entries.of(settled.id(), "session-closed")).hasSize(1);
    }

    @Test
    void aFormFromElsewhereActivatesNobodyAndNoTokenIsLogged() {
        Guest guest = reception.guest();
        try (CapturedLog captured = new CapturedLog()) {
            Response refused = io.restassured.RestAssured.given()
                    .header("Origin", "https://cofactor.test")
                    .formParams(Map.of("token", guest.token(), "new", OWN, "again", OWN))
                    .post("/activate");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.asString()).doesNotContain(guest.token());
            browser.open(guest.path() + "x");
            browser.open(guest.path() + "/x");
            browser.open(guest.path());
            assertThat(captured.text()).doesNotContain(guest.token()).doesNotContain(OWN);
        }
        assertThat(entries.of(guest.person(), "person-activated")).isEmpty();
    }

    private Response keep(Guest guest, String once, String again) {
        return browser.send("/activate", Map.of("token", guest.token(), "new", once, "again", again));
    }
}
