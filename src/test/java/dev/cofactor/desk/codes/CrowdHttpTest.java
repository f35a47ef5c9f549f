// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.desk.waiting.Seats;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits, over the wire: how many there may be, what they cost, and that they may leave. */
@QuarkusTest
class CrowdHttpTest {
    private static final int CROWD = Nightly.or(600, 2_000);
    private static final int TOGETHER = Nightly.or(200, 500);

    /** Of all kinds, whatever they do; fewer than would be there if each who waits had one. */
    private static final int THREADS = 400;

    /** One alone may not have so many in a minute. */
    private static final int VISITORS = 10;

    /** Within which all of them come, and after which all of them are still willing to wait. */
    private static final int PERIOD = Nightly.or(16, 45);

    /** For which a code must still be good: who comes later in a step than this leaves waits for the next one. */
    private static final int LEAST_LIFE = Nightly.or(9, 25);

    @TempDir
    private Path folder;

    private final Kiosk kiosk;
    private final Seats seats;
    private final LogEntries entries;
    private final WholeLog log;

    CrowdHttpTest(Kiosk kiosk, Seats seats, LogEntries entries, WholeLog log) {
        this.kiosk = kiosk;
        this.seats = seats;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private static URI at(Stand stand) {
        return URI.create("http://localhost:" + RestAssured.port + "/api/v1/code/" + stand.path());
    }

    @Test
    void aCrowdWaitsWithoutAThreadEachAndAllGetTheirCode() throws IOException {
        Stand stand = kiosk.stand("shared", PERIOD, LEAST_LIFE);
        List<HttpRequest> requests = Stream.generate(() -> request(stand, kiosk.fetcher(stand)))
                .limit(VISITORS)
                .toList();
        int before = seats.taken();
        try (ExecutorService few = Executors.newFixedThreadPool(4);
                HttpClient client = HttpClient.newBuilder()
                        .executor(few)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            awayFromTheEnd();
            List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
            while (all.size() < CROWD) {
                for (int i = 0; i < TOGETHER; i++) {
                    all.add(client.sendAsync(requests.get(i % VISITORS), HttpResponse.BodyHandlers.ofString()));
                }
                int wanted = before + all.size();
                Waiting.until(Duration.ofSeconds(20), () -> seats.taken() >= wanted, () -> seats.taken() + " wait");
            }
            assertThat(threads()).as("threads of all kinds").isLessThan(THREADS);
            Map<Integer, Long> answers = all.stream()
                    .map(CompletableFuture::join)
                    .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
            assertThat(answers).isEqualTo(Map.of(200, (long) CROWD));
        }
        assertThat(entries.about(stand.secret(), "code-released")).hasSize(CROWD);
        assertThat(seats.taken()).isEqualTo(before);
    }

    private static HttpRequest request(Stand stand, Visitor visitor) {
        return HttpRequest.newBuilder(at(stand))
                .header("Authorization", "Bearer " + visitor.credential())
                .header("Accept", "text/plain")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    /** So that those who come have time to, before the first is served. */
    private static void awayFromTheEnd() {
        long served = (PERIOD - LEAST_LIFE) * 1_000L + 200; // up to then whoever asks is, at once
        long now = System.currentTimeMillis() % (PERIOD * 1000L);
        boolean early = now <= served + 500;
        Waiting.pause(Math.max(0, early ? served - now : PERIOD * 1000L - now + served));
    }

    /** Virtual ones too: each has its line in the dump. */
    private long threads() throws IOException {
        Path dump = folder.resolve("threads.json");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
        return Files.readString(dump).split("\"tid\"", -1).length - 1L;
    }

    @Test
    void aClientThatGoesAwayFreesItsSeatAtOnceAndTakesNoStep() throws IOException {
        Stand stand = kiosk.stand("exclusive", 5);
        Visitor holder = kiosk.fetcher(stand);
        Visitor leaver = kiosk.fetcher(stand);
        kiosk.fetch(holder, stand, Map.of("minValidity", 3)).then().statusCode(200);
        int before = seats.taken();
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String request = "POST " + at(stand).getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + leaver.credential() + "\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Waiting.until(Duration.ofSeconds(3), () -> seats.taken() == before + 1, () -> "he does not wait");
        }
        Waiting.until(Duration.ofSeconds(1), () -> seats.taken() == before, () -> "his seat is not free");
        Waiting.pause(5_500);
        assertThat(entries.of(leaver.person().id(), "code-released")).isEmpty();
    }

    @Test
    void theBusyAnswerSaysWhenTheNextIsFreeAndWhoHasThisOneToWhoeverMaySeeIt() {
        Stand stand = kiosk.stand("exclusive", 30);
        Visitor holder = kiosk.fetcher(stand);
        Visitor other = kiosk.fetcher(stand);
        kiosk.fetch(holder, stand, Map.of("minValidity", 5)).then().statusCode(200);
        Response busy = kiosk.now(other, stand);
        busy.then()
                .statusCode(429)
                .body("code", equalTo("busy"))
                .body("because", equalTo("held"))
                .body("nextAt", notNullValue())
                .body("heldBy.actor", equalTo(holder.person().id().toString()))
                .body("heldBy.name", equalTo("A person"))
                .body("heldBy.at", notNullValue());
        kiosk.now(kiosk.visitor(stand, Verb.SECRET_LIST), stand)
                .then()
                .statusCode(403)
                .body("heldBy", nullValue())
                .body("nextAt", nullValue());
    }
}
