// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.resets;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;

import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Taking somebody's second factors away: who may, with what proof, and who hears of it. */
@QuarkusTest
class FactorResetHttpTest {
    private final Apps apps;
    private final Newcomers newcomers;
    private final FactorReset desk;
    private final LogEntries entries;
    private final WholeLog log;

    FactorResetHttpTest(Apps apps, Newcomers newcomers, FactorReset desk, LogEntries entries, WholeLog log) {
        this.apps = apps;
        this.newcomers = newcomers;
        this.desk = desk;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoWasResetComesInByHisPasswordAndIsToldAndSoIsEveryAdministrator() {
        Enrolled anna = apps.enrolled();
        Browser hers = secondStep(anna);
        assertThat(hers.open("/secrets").statusCode()).isEqualTo(200);
        Person administrator = newcomers.inRole(Role.ADMINISTRATOR);
        Person another = newcomers.inRole(Role.ADMINISTRATOR);

        Browser browser = at(administrator);
        assertThat(browser.open(page(anna.person())).asString()).contains("Reset the second factors of");
        assertThat(reset(browser, anna.person()).statusCode()).isEqualTo(303);

        assertThat(hers.open("/secrets").header("Location")).contains("/sign-in");
        Browser again = new Browser();
        again.signIn(anna.person().accountName(), Newcomers.PASSWORD);
        assertThat(again.open("/secrets").statusCode()).isEqualTo(200);
        LogEntries.Entry entry =
                entries.about(anna.person().id(), "factor-reset").getLast();
        assertThat(entry.outcome()).isEqualTo("done");
        assertThat(entry.body().at("/actor/id").asText())
                .isEqualTo(administrator.id().toString());
        for (Person told : new Person[] {anna.person(), administrator, another}) {
            given().header("Authorization", "Bearer " + newcomers.credential(told))
                    .get("/api/v1/notices")
                    .then()
                    .statusCode(200)
                    .body("notices.kind", hasItem("factor-reset"));
        }
        assertThat(again.open("/notices").asString()).contains("Your second factors were reset");
        assertThat(at(another).open("/notices").asString()).contains("Somebody&#39;s second factors were reset");
    }

    @Test
    void anOldProofResetsNothing() {
        Enrolled anna = apps.enrolled();
        Browser browser = at(newcomers.inRole(Role.ADMINISTRATOR));
        browser.open(page(anna.person()));
        Clocks.goOn(Duration.ofMinutes(FactorReset.FRESH_MINUTES + 1L));
        assertThat(browser.open(page(anna.person())).header("Location")).contains("/step-up?back=");
        assertThat(reset(browser, anna.person()).header("Location")).contains("/step-up?back=");
        assertThat(entries.about(anna.person().id(), "factor-reset")).isEmpty();
        stillAskedForACode(anna);
        browser.open("/step-up");
        browser.send("/step-up", Map.of("proof", Newcomers.PASSWORD));
        assertThat(reset(browser, anna.person()).header("Location"))
                .endsWith("/people/" + anna.person().id());
    }

    @Test
    void theDeskAsksForTheProofWhateverAPageDid() {
        Enrolled anna = apps.enrolled();
        Caller administrator = newcomers.signedIn(newcomers.inRole(Role.ADMINISTRATOR));
        Clocks.goOn(Duration.ofMinutes(FactorReset.FRESH_MINUTES + 1L));
        UUID person = anna.person().id();
        assertThatThrownBy(() -> desk.reset(administrator, person)).isInstanceOf(StepUps.Needed.class);
        assertThat(entries.about(person, "factor-reset")).isEmpty();
        assertThat(entries.of(administrator.actor().id(), "request-refused")
                        .getLast()
                        .body()
                        .at("/details/code")
                        .asText())
                .isEqualTo(StepUps.Needed.CODE);
        stillAskedForACode(anna);
    }

    @Test
    void whoMayNotResetsNothingAndThatIsOnTheLog() {
        Enrolled anna = apps.enrolled();
        Person other = newcomers.inRole(Role.AUDITOR);
        Browser browser = at(other);
        assertThat(browser.open(page(anna.person())).statusCode()).isEqualTo(403);
        assertThat(reset(browser, anna.person()).statusCode()).isEqualTo(403);
        assertThat(entries.of(other.id(), "request-refused")).hasSize(3);
        stillAskedForACode(anna);
    }

    @Test
    void nobodyResetsHimselfOrByASlip() {
        Person administrator = newcomers.inRole(Role.ADMINISTRATOR);
        Browser browser = at(administrator);
        assertThat(reset(browser, administrator).statusCode()).isEqualTo(422);
        Enrolled anna = apps.enrolled();
        browser.open(page(anna.person()));
        assertThat(browser.send(page(anna.person()), Map.of("account", administrator.accountName()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(entries.of(administrator.id(), "factor-reset")).isEmpty();
        stillAskedForACode(anna);
    }

    private void stillAskedForACode(Enrolled anna) {
        Browser hers = new Browser();
        hers.signIn(anna.person().accountName(), Newcomers.PASSWORD);
        assertThat(hers.open("/secrets").header("Location")).contains("/sign-in/factor");
    }

    private static Browser secondStep(Enrolled anna) {
        Browser browser = at(anna.person());
        browser.open("/sign-in/factor");
        browser.send("/sign-in/factor", Map.of("code", anna.code()));
        return browser;
    }

    private static Browser at(Person person) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/profile");
        return browser;
    }

    private static String page(Person person) {
        return "/people/" + person.id() + "/reset-factors";
    }

    private static Response reset(Browser browser, Person person) {
        browser.open(page(person));
        return browser.send(page(person), Map.of("account", person.accountName()));
    }
}
