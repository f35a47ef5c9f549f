// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.office.Desk;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Services and their tokens, as an administrator has them in a browser without scripts. */
@QuarkusTest
class ServicePagesHttpTest {
    private final Desk desk;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    ServicePagesHttpTest(Desk desk, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.desk = desk;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aTokenIsInTheAnswerThatMadeItAndNowhereElse() {
        Browser browser = desk.administrator();
        String service = service(browser);
        assertThat(browser.open(service).asString()).contains("No token yet", "Issue a token");
        try (CapturedLog captured = new CapturedLog()) {
            Response made = issue(browser, service, "build <server>", "90");
            String token = Desk.token("cft_", made);
            assertThat(made.asString())
                    .containsOnlyOnce(token)
                    .contains("$COFACTOR_TOKEN", "https://cofactor.test/api/v1/code/", "shown this once");
            assertThat(made.header("Cache-Control")).isEqualTo("no-store");
            assertThat(made.header("Location")).isNull();
            assertThat(Desk.led(browser.open(service + "/tokens"))).isEqualTo(service);
            assertThat(browser.open(service).asString())
                    .contains("build &lt;server&gt;", "Good")
                    .doesNotContain(token);
            assertThat(browser.open("/services").asString()).doesNotContain(token);
            assertThat(captured.text()).doesNotContain(token);
            assertThat(fetch(token)).isEqualTo(404);
        }
    }

    @Test
    void whatWasTakenBackIsKnownNoMoreAndTheOthersGoOn() {
        Browser browser = desk.administrator();
        String service = service(browser);
        String first = Desk.token("cft_", issue(browser, service, "first", "90"));
        String id = Desk.id("/tokens/", browser.open(service).asString());
        String second = Desk.token("cft_", issue(browser, service, "second", "90"));
        assertThat(browser.open(service).asString()).contains("What will stop", "popovertarget=\"end-" + id + "\"");
        Desk.led(browser.send(service + "/tokens/" + id + "/end", Map.of()));
        assertThat(fetch(first)).isEqualTo(401);
        assertThat(fetch(second)).isEqualTo(404);
        assertThat(browser.open(service).asString())
                .contains("Taken back")
                .doesNotContain("popovertarget=\"end-" + id + "\"");
    }

    @Test
    void suspendedNoneOfItsTokensIsGoodAndResumedAllAreAgain() {
        Browser browser = desk.administrator();
        String service = service(browser);
        String token = Desk.token("cft_", issue(browser, service, "a job", "90"));
        Desk.led(browser.send(service + "/suspend", Map.of()));
        assertThat(fetch(token)).isEqualTo(401);
        assertThat(browser.open(service).asString()).contains("Suspended", "Resume");
        Desk.led(browser.send(service + "/resume", Map.of()));
        assertThat(fetch(token)).isEqualTo(404);
    }

    @Test
    void anotherTokenIsShownOnceAndTheOldOneGoesOnForAWhile() {
        Browser browser = desk.administrator();
        String service = service(browser);
        String old = Desk.token(
                "cft_",
                browser.send(
                        service + "/tokens",
                        Map.of("label", "a job", "days", "90", "ranges", "::ffff:127.0.0.0/104, 10.0.0.0/8\r\n")));
        String page = browser.open(service).asString();
        assertThat(page).contains("only from 127.0.0.0/8, 10.0.0.0/8", "Never");
        String at = service + "/tokens/" + Desk.id("/tokens/", page);
        Response rotated = browser.send(at + "/rotate", Map.of("overlap", "10080"));
        String fresh = Desk.token("cft_", rotated);
        assertThat(rotated.asString()).containsOnlyOnce(fresh).doesNotContain(old);
        assertThat(Desk.led(browser.open(at + "/rotate"))).isEqualTo(service);
        assertThat(browser.open(service).asString())
                .contains("Replaced, still good", "Good")
                .doesNotContain(fresh)
                .doesNotContain("popovertarget=\"rotate-" + at.substring(at.lastIndexOf('/') + 1));
        assertThat(fetch(old)).isEqualTo(404);
        assertThat(fetch(fresh)).isEqualTo(404);
        assertThat(browser.send(at + "/rotate", Map.of("overlap", "1")).statusCode())
                .isEqualTo(409);
        Desk.led(browser.send(at + "/end", Map.of()));
        assertThat(browser.open(service).asString()).contains("Replaced").doesNotContain("Replaced, still good");
    }

    @Test
    void aRangeThatIsNoneComesBackAsItWasTyped() {
        Browser browser = desk.administrator();
        Response refused = browser.send(
                service(browser) + "/tokens", Map.of("label", "a job", "days", "1", "ranges", "10.0.0.1/8\n<b>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("An address range is written like 192.0.2.0/24", "10.0.0.1/8\n&lt;b&gt;</textarea>")
                .doesNotContain("cft_");
    }

    @Test
    void whatWasTypedComesBackWithItsFault() {
        Browser browser = desk.administrator();
        String service = service(browser);
        Response longest = issue(browser, service, "build \"x\"", "367");
        assertThat(longest.statusCode()).isEqualTo(422);
        assertThat(longest.asString())
                .contains("is good for 1 to 366 days.", "value=\"build &quot;x&quot;\"", "value=\"367\"")
                .doesNotContain("cft_");
        assertThat(issue(browser, service, "", "1").statusCode()).isEqualTo(422);
        assertThat(issue(browser, service, "a job", "soon").statusCode()).isEqualTo(422);
        String name = Shelf.fresh();
        Desk.led(browser.send("/services/new", Map.of("name", name)));
        assertThat(browser.send("/services/new", Map.of("name", name)).asString())
                .contains("A service has this name already.", "value=\"" + name + "\"");
        Response taken = browser.send(service + "/name", Map.of("name", name));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.asString()).contains("A service has this name already.", "value=\"" + name + "\"");
        Desk.led(browser.send(service + "/name", Map.of("name", "Nightly <" + name + ">")));
        assertThat(browser.open(service).asString()).contains("Nightly &lt;" + name + "&gt;");
    }

    @Test
    void whoMayNotEditMachinesSeesAPageThatSaysSoAndIsOnTheLog() {
        Person person = newcomers.settled();
        String service = service(desk.administrator());
        Browser browser = desk.at(person);
        for (String page : new String[] {"/services", "/services/new", service, service + "/tokens/new"}) {
            Response refused = browser.open(page);
            assertThat(refused.statusCode()).as(page).isEqualTo(403);
            assertThat(refused.contentType()).startsWith("text/html");
        }
        assertThat(entries.of(person.id(), "request-refused")).hasSize(4);
        assertThat(issue(browser, service, "", "0").statusCode()).isEqualTo(403);
        assertThat(browser.open("/services/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(6);
        UUID id = UUID.fromString(service.substring("/services/".length()));
        assertThat(entries.about(id, "token-issued")).isEmpty();
    }

    private static String service(Browser browser) {
        return Desk.led(browser.send("/services/new", Map.of("name", Shelf.fresh())));
    }

    private static Response issue(Browser browser, String service, String label, String days) {
        return browser.send(service + "/tokens", Map.of("label", label, "days", days));
    }

    /** A token that is good finds nothing; one that is not is nobody's. */
    private static int fetch(String token) {
        return given().header("Authorization", "Bearer " + token)
                .post("/api/v1/code/no/such")
                .statusCode();
    }
}
