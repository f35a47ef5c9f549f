// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.tools.Toolers.question;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cofactor.desk.tools.Toolers.Tooler;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.FailingRecord;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the tools do not do, and that nothing of what was sent is in what they say about it. */
@QuarkusTest
class ToolsRefusedHttpTest {
    private static final String KEY = "FF4HND2CCGPWNZHKIA66I6Y44DEKPXXI";
    private static final int MOST = 120;

    private final Toolers toolers;
    private final LogEntries entries;
    private final WholeLog log;
    private final Roles roles;
    private final Clock clock;

    ToolsRefusedHttpTest(Toolers toolers, LogEntries entries, WholeLog log, Roles roles, Clock clock) {
        this.toolers = toolers;
        this.entries = entries;
        this.log = log;
        this.roles = roles;
        this.clock = clock;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoeverHasNotTheRightIsRefusedOnTheLogBeforeWhatHeSentIsLookedAt() {
        Tooler stranger = toolers.stranger();
        for (String tool : List.of("/otp", "/otp/secret", "/barcode")) {
            stranger.ask(tool, Map.of()).then().statusCode(403).body("code", equalTo("denied"));
        }
        stranger.otp(question("verify", "secret", KEY)).then().statusCode(403);
        assertThat(entries.of(stranger.person().id(), "request-refused")).hasSize(4);
        assertThat(entries.of(stranger.person().id(), "tool-used")).isEmpty();
    }

    @Test
    void whatIsNotAQuestionIsRefusedAndLeavesNothing() {
        Tooler tooler = toolers.tooler();
        List<Map<String, Object>> wrong = new ArrayList<>(List.of(
                Map.of(),
                Map.of("type", "time_based"),
                Map.of("action", "generate"),
                question("guess"),
                question("generate", "digits", 7),
                question("generate", "algorithm", "MD5"),
                question("generate", "counter", 1),
                question("generate", "code", "123456"),
                question("generate", "window", 1),
                question("verify"),
                question("verify", "secret", KEY, "window", 1),
                question("verify", "secret", KEY, "code", "123456", "window", 11),
                question("verify", "secret", KEY, "code", "123456", "window", -1)));
        Map<String, Object> counted = question("generate", "period", 30);
        counted.put("type", "counter_based");
        wrong.add(counted);
        for (Map<String, Object> one : wrong) {
            Response answer = tooler.otp(one);
            answer.then().statusCode(400).body("code", equalTo("tool-request-malformed"));
            assertThat(answer.asString()).doesNotContain(KEY);
        }
        refused(tooler.otp(question("generate", "period", 0)), 400, "otp-period");
        refused(tooler.otp(question("generate", "label", "x".repeat(256))), 400, "otp-label");
        refused(tooler.otp(question("verify", "secret", KEY + "!")), 400, "seed-malformed");
        refused(tooler.otp(question("verify", "secret", "A".repeat(2000))), 413, "otp-text-too-long");
        refused(tooler.otp(question("verify", "seed", KEY)), 400, "unknown-field");
        assertThat(entries.of(tooler.person().id(), "tool-used")).isEmpty();
    }

    @Test
    void aCounterAtTheEndOfAllNumbersIsAnsweredOrRefusedAndBreaksNothing() {
        Map<String, Object> last = question("verify", "secret", KEY, "counter", Long.MAX_VALUE);
        last.put("type", "counter_based");
        refused(toolers.tooler().otp(last), 400, "tool-request-malformed");
    }

    @Test
    void picturesHaveTheirBounds() {
        Tooler tooler = toolers.tooler();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("data", "abc"),
                Map.of("data", "x".repeat(1664)),
                Map.of("data", "abcd", "scale", 0),
                Map.of("data", "abcd", "scale", 11),
                Map.of("data", "abcd", "type", "ean_13"),
                Map.of("data", "abc\ud800"))) {
            refused(tooler.ask("/barcode", wrong), 400, "tool-request-malformed");
        }
        refused(tooler.ask("/barcode", Map.of("data", "é".repeat(1663), "type", "data_matrix")), 400, "text-too-long");
        tooler.ask("/barcode", Map.of("data", "\ud83d\ude80".repeat(4))).then().statusCode(200);
    }

    @Test
    void whatStandsInTheAddressIsRefusedAndNotSaidAgainAnywhere() {
        Tooler tooler = toolers.tooler();
        try (CapturedLog said = new CapturedLog()) {
            for (String tool : List.of("/otp", "/otp/secret", "/barcode")) {
                Response answer =
                        tooler.ask(tool + "?type=time_based&action=verify&secret=" + KEY, Map.of("type", "time_based"));
                refused(answer, 400, "in-the-address");
                assertThat(answer.asString()).doesNotContain(KEY);
            }
            tooler.otp(question("verify", "secret", KEY + "!"));
            tooler.otp("{\"secret\": \"" + KEY + "\", \"secret\": \"" + KEY + "\"");
            tooler.otp(question("verify", "secret", List.of(KEY)));
            tooler.otp(question("verify", "secret", KEY, "code", "123456"));
            tooler.ask("/barcode", Map.of("data", KEY, "type", KEY));
            assertThat(said.text()).doesNotContain(KEY);
        }
    }

    @Test
    void tenMegabytesAreTooMuchBeforeTheyAreSent() throws IOException {
        for (String tool : List.of("/otp", "/otp/secret", "/barcode")) {
            String head =
                    "POST /api/v1/tools" + tool + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + (10 << 20) + "\r\n\r\n";
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                socket.getOutputStream().write(head.getBytes(US_ASCII));
                byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
                assertThat(new String(status, US_ASCII)).isEqualTo("HTTP/1.1 413");
            }
        }
    }

    @Test
    void whatCannotBeRecordedIsNotAnswered() throws SQLException {
        Tooler tooler = toolers.tooler();
        for (FailingRecord fault : FailingRecord.values()) {
            Response answer = fault.during(roles, () -> List.of(tooler.otp(question("generate"))))
                    .getFirst();
            answer.then().statusCode(503);
            assertThat(answer.asString()).as(fault.name()).doesNotContain("secret");
        }
        tooler.otp(question("generate")).then().statusCode(200);
    }

    @Test
    void eachActorHasSoManyUsesAMinuteAndHindersNobodyElse() throws SQLException {
        Tooler eager = toolers.tooler();
        usedUp(eager);
        eager.otp(question("generate"))
                .then()
                .statusCode(429)
                .body("code", equalTo("too-many"))
                .header("Retry-After", notNullValue());
        as(eager.credential())
                .body(Map.of("data", "abcd"))
                .post("/api/v1/tools/barcode")
                .then()
                .statusCode(429);
        assertThat(entries.of(eager.person().id(), "tool-used")).isEmpty();
        toolers.tooler().otp(question("generate")).then().statusCode(200);
    }

    /** As if he had asked so often, in this minute and the next ones. */
    private void usedUp(Tooler tooler) throws SQLException {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        try (Connection superuser = roles.superuser()) {
            for (int i = 0; i < 3; i++) {
                Roles.execute(
                        superuser,
                        "insert into claim_limit (counter, starts, ends, used) values ('tools/%s', '%s', '%s', %d)"
                                .formatted(
                                        tooler.person().id(),
                                        minute.plusSeconds(60L * i),
                                        minute.plusSeconds(60L * (i + 1)),
                                        MOST));
            }
        }
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
