// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.office.Desk;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Signer;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Federations as an administrator has them in a browser without scripts. */
@QuarkusTest
class FederationPagesHttpTest {
    private static final String US = "https://cofactor.test";
    private static final String ISSUER = "https://ci.example";

    private final Desk desk;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;
    private final Signer signer = Signer.curve("k1");

    FederationPagesHttpTest(Desk desk, Newcomers newcomers, LogEntries entries, WholeLog log) {
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
    void aPresetAsksForWhatBindsItsProgramsAndNamesItsAudience() {
        Browser browser = desk.administrator();
        String service = service(browser);
        assertThat(browser.open("/federations/new").asString())
                .contains("GitHub Actions", "GitLab CI", "Kubernetes", "Another issuer");
        String form = browser.open("/federations/new?preset=github&service=" + last(service))
                .asString();
        assertThat(form)
                .contains("<code>repository_id</code>", "<code>repository_owner_id</code>", ">" + US + "</textarea>")
                .contains("https://token.actions.githubusercontent.com", last(service) + "\" selected");
        Map<String, String> typed = new HashMap<>(Map.of(
                "preset",
                "github",
                "service",
                last(service),
                "name",
                "Deployment of <the shop>",
                "others",
                "ref = refs/heads/main"));
        typed.put("issuer", "https://token.actions.githubusercontent.com");
        typed.put("audiences", US);
        Response wide = browser.send("/federations/new", typed);
        assertThat(wide.statusCode()).isEqualTo(422);
        assertThat(wide.asString())
                .contains("names repository_id and repository_owner_id", "Deployment of &lt;the shop&gt;")
                .contains(">ref = refs/heads/main</textarea>");
        assertThat(browser.open("/federations").asString()).doesNotContain("Deployment of &lt;the shop");
    }

    @Test
    void aTokenIsExplainedConditionByConditionAndShownNowhere() {
        Browser browser = desk.administrator();
        String at = federation(browser, "sub = job\nref = refs/heads/*");
        assertThat(browser.open(at).asString()).contains("sub = job", ISSUER, "handed in", "Active");
        try (CapturedLog captured = new CapturedLog()) {
            String good = token(Map.of("sub", "job", "ref", "refs/heads/main"));
            Response tried = browser.send(at + "/try", Map.of("token", " " + good + "\n"));
            assertThat(tried.asString())
                    .contains("It lets its bearer in", "ref is refs/heads/*")
                    .doesNotContain("does not hold")
                    .doesNotContain(good.substring(0, 40));
            String other = token(Map.of("sub", "job", "ref", "refs/tags/v1"));
            assertThat(browser.send(at + "/try", Map.of("token", other)).asString())
                    .contains("It lets nobody in", "The token says something else of this, or nothing.")
                    .doesNotContain("refs/tags");
            assertThat(browser.send(at + "/try", Map.of("token", "<b>")).asString())
                    .contains("That is no token")
                    .doesNotContain("<b>&lt;");
            assertThat(Desk.led(browser.open(at + "/try"))).isEqualTo(at);
            assertThat(captured.text()).doesNotContain(good).doesNotContain(other);
        }
    }

    @Test
    void itIsEditedSuspendedResumedAndEndedAndWhoSawAnotherStateChangesNothing() {
        Browser browser = desk.administrator();
        String at = federation(browser, "sub = job");
        String seen = state(browser, at);
        Map<String, String> edit =
                Map.of("state", seen, "name", "Named anew", "others", "sub = job\nref = main", "audiences", US);
        Desk.led(browser.send(at, edit));
        assertThat(browser.open(at).asString()).contains("Named anew", "ref = main");
        assertThat(browser.send(at, edit).asString()).contains("Somebody has changed it meanwhile");
        assertThat(browser.send(at + "/suspend", Map.of("state", seen)).statusCode())
                .isEqualTo(422);
        Desk.led(browser.send(at + "/suspend", Map.of("state", state(browser, at))));
        assertThat(browser.open(at).asString()).contains("lets nobody in until it is resumed");
        Desk.led(browser.send(at + "/resume", Map.of("state", state(browser, at))));
        Desk.led(browser.send(at + "/end", Map.of("state", state(browser, at))));
        assertThat(browser.open(at).asString())
                .contains("cannot be brought back")
                .doesNotContain("popovertarget=\"end\"");
        assertThat(browser.open("/federations").asString()).contains("Named anew", "Ended");
    }

    @Test
    void whoMayNotEditMachinesIsRefused() {
        String at = federation(desk.administrator(), "sub = job");
        Person person = newcomers.settled();
        Browser browser = desk.at(person);
        for (String path : new String[] {"/federations", "/federations/new", at}) {
            assertThat(browser.open(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(browser.send(at + "/try", Map.of("token", "x")).statusCode()).isEqualTo(403);
        assertThat(browser.send(at + "/end", Map.of("state", "x")).statusCode()).isEqualTo(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(5);
    }

    private static String service(Browser browser) {
        return Desk.led(browser.send("/services/new", Map.of("name", Shelf.fresh())));
    }

    private String federation(Browser browser, String conditions) {
        browser.open("/services/new");
        String service = last(service(browser));
        Map<String, String> typed = new HashMap<>(Map.of(
                "preset", "other", "service", service, "name", Shelf.fresh(), "issuer", ISSUER, "others", conditions));
        typed.put("audiences", US);
        typed.put("keys", Signer.json(Map.of("keys", List.of(signer.jwk()))));
        browser.open("/federations/new?preset=other");
        String at = Desk.led(browser.send("/federations/new", typed));
        assertThat(at).startsWith("/federations/");
        return at;
    }

    private static String state(Browser browser, String at) {
        String page = browser.open(at).asString();
        String before = "name=\"state\" value=\"";
        int from = page.indexOf(before) + before.length();
        return page.substring(from, page.indexOf('"', from));
    }

    private String token(Map<String, String> said) {
        long now = new Clocks().instant().getEpochSecond();
        Map<String, Object> claims = new HashMap<>(Map.of("iss", ISSUER, "aud", US, "iat", now, "exp", now + 600));
        claims.putAll(said);
        return signer.token(Map.of("kid", "k1"), Signer.json(claims));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
