// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.SoftKey;
import dev.cofactor.fixtures.SoftKey.Manner;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page of one's own keys. */
@QuarkusTest
class PasskeyPagesHttpTest {
    private static final String PAGE = "/profile/passkeys";
    private static final String HOME = "https://cofactor.test";

    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    PasskeyPagesHttpTest(Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aKeyIsRegisteredSeenAndRemoved() {
        Person person = newcomers.settled();
        Browser browser = at(person);
        assertThat(browser.open("/profile").asString()).contains(PAGE);
        assertThat(browser.open(PAGE).asString()).contains("No key yet").contains("data-passkey=\"create\"");

        SoftKey key = SoftKey.ordinary();
        assertLeadsTo(register(browser, "Blue & <old>", key), PAGE + "?done=added");
        String first = browser.open(PAGE + "?done=added").asString();
        assertThat(first)
                .contains("Blue &amp; &lt;old&gt;")
                .contains("The key is registered.")
                .contains("/step-up?back=" + PAGE)
                .doesNotContain("/remove");
        assertThat(browser.script(PAGE + "/challenge", Map.of()).statusCode()).isEqualTo(403);
        prove(browser, key);
        assertLeadsTo(register(browser, "Second", SoftKey.ordinary()), PAGE + "?done=added");
        String page = browser.open(PAGE).asString();
        assertThat(page).contains("Second");

        assertLeadsTo(browser.send(PAGE + "/" + idOf(page) + "/remove", Map.of()), PAGE + "?done=removed");
        assertThat(browser.open(PAGE).asString()).doesNotContain("Blue").contains("Second");
        assertThat(entries.of(person.id(), "factor-enrolled")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.outcome()).isEqualTo("done");
            assertThat(entry.body().at("/details/method").asText()).isEqualTo("passkey");
            assertThat(entry.body().at("/about/id").asText())
                    .isEqualTo(person.id().toString());
            assertThat(entry.body().toString()).doesNotContain("Blue");
        });
        assertThat(entries.of(person.id(), "factor-removed")).hasSize(1);
    }

    @Test
    void whatDoesNotFitIsToldInASentenceAndNothingOfItIsRepeatedButTheLabel() {
        Browser browser = at(newcomers.settled());
        String options = offered(browser);
        Response empty = browser.send(PAGE, Map.of("label", "Mine", "response", ""));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.asString())
                .contains("The key&#39;s answer does not fit")
                .contains("value=\"Mine\"");
        String wrong = SoftKey.ordinary().create(Manner.honest(options, "https://evil.example"));
        Response refused = browser.send(PAGE, Map.of("label", "Mine", "response", wrong));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).doesNotContain("evil").doesNotContain("clientDataJSON");
        String good = SoftKey.ordinary().create(Manner.honest(options, HOME));
        assertThat(browser.send(PAGE, Map.of("label", " ", "response", good)).statusCode())
                .isEqualTo(422);
        assertLeadsTo(browser.send(PAGE, Map.of("label", "Mine", "response", good)), PAGE + "?done=added");
    }

    @Test
    void tenMegabytesAreNotEvenRead() throws IOException {
        String head = "POST " + PAGE + " HTTP/1.1\r\nHost: cofactor.test\r\nOrigin: " + HOME
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10485760\r\n\r\nresponse=";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertThat(new String(status, US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        Browser browser = at(newcomers.settled());
        offered(browser);
        assertThat(browser.send(PAGE, Map.of("label", "Mine", "response", "x".repeat(200_000)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoHasNotProvedItLatelyIsLedToDoSo() {
        Browser browser = at(newcomers.settled());
        SoftKey key = SoftKey.ordinary();
        register(browser, "Mine", key);
        prove(browser, key);
        String id = idOf(browser.open(PAGE).asString());
        Clocks.goOn(Duration.ofMinutes(11));
        browser.open(PAGE);
        assertLeadsTo(browser.send(PAGE, Map.of("label", "Mine", "response", "{}")), "/step-up?back=" + PAGE);
        assertLeadsTo(browser.send(PAGE + "/" + id + "/remove", Map.of()), "/step-up?back=" + PAGE);
        prove(browser, key);
        assertLeadsTo(browser.send(PAGE + "/" + id + "/remove", Map.of()), PAGE + "?done=removed");
    }

    @Test
    void theKeyOfSomebodyElseIsNotThere() {
        Browser owner = at(newcomers.settled());
        SoftKey key = SoftKey.ordinary();
        register(owner, "Mine", key);
        prove(owner, key);
        String id = idOf(owner.open(PAGE).asString());
        Browser other = at(newcomers.settled());
        assertThat(other.open(PAGE).asString()).doesNotContain(id);
        assertThat(other.send(PAGE + "/" + id + "/remove", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(owner.open(PAGE).asString()).contains(id);
    }

    @Test
    void onlyASessionOfABrowserWithItsFormLeadsHere() {
        Person person = newcomers.settled();
        String credential = newcomers.credential(person);
        for (String path : List.of(PAGE, PAGE + "/challenge")) {
            assertThat(given().redirects()
                            .follow(false)
                            .header("Authorization", "Bearer " + credential)
                            .header("Origin", HOME)
                            .post(path)
                            .statusCode())
                    .isIn(303, 403);
            assertThat(given().redirects()
                            .follow(false)
                            .cookie("__Host-cofactor", credential)
                            .header("Origin", HOME)
                            .post(path)
                            .statusCode())
                    .isIn(303, 403);
        }
        Browser browser = at(person);
        browser.open(PAGE);
        browser.forge("a token of somebody else");
        assertThat(browser.script(PAGE + "/challenge", Map.of()).statusCode()).isEqualTo(403);
        assertThat(entries.of(person.id(), "factor-enrolled")).isEmpty();
    }

    private Browser at(Person person) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(browser.open(PAGE).statusCode()).isEqualTo(200);
        return browser;
    }

    private static String offered(Browser browser) {
        Response options = browser.script(PAGE + "/challenge", Map.of());
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.contentType()).startsWith("application/json");
        assertThat(options.header("Cache-Control")).isEqualTo("no-store");
        return options.asString();
    }

    private static Response register(Browser browser, String label, SoftKey key) {
        browser.open(PAGE);
        String response = key.create(Manner.honest(offered(browser), HOME).counting(0));
        return browser.send(PAGE, Map.of("label", label, "response", response));
    }

    private static void prove(Browser browser, SoftKey key) {
        assertThat(browser.open("/step-up?back=" + PAGE).asString()).contains("data-passkey=\"get\"");
        String options = browser.script("/step-up/passkey/challenge", Map.of()).asString();
        String response = key.get(Manner.honest(options, HOME).counting(0));
        assertLeadsTo(browser.send("/step-up/passkey", Map.of("response", response, "back", PAGE)), PAGE);
        browser.open(PAGE);
    }

    private static String idOf(String page) {
        Matcher found =
                Pattern.compile("/profile/passkeys/([0-9a-f-]{36})/remove").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void assertLeadsTo(Response answer, String path) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(path);
    }
}
