// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.records.Records;
import dev.cofactor.ledger.rulebook.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log, followed by programs. */
@QuarkusTest
@TestProfile(Quick.class)
class StreamHttpTest {
    private static final String STREAM = "/api/v1/audit/stream";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Gate gate;
    private final Records records;
    private final Followers followers;
    private final LogEntries entries;
    private final Newcomers newcomers;
    private final Groups groups;
    private final Sessions sessions;
    private final WholeLog log;
    private final AgroalDataSource database;
    private final UUID secret = UUID.randomUUID();

    StreamHttpTest(
            Gate gate,
            Records records,
            Followers followers,
            LogEntries entries,
            Newcomers newcomers,
            Groups groups,
            Sessions sessions,
            WholeLog log,
            AgroalDataSource database) {
        this.gate = gate;
        this.records = records;
        this.followers = followers;
        this.entries = entries;
        this.newcomers = newcomers;
        this.groups = groups;
        this.sessions = sessions;
        this.log = log;
        this.database = database;
    }

    @AfterEach
    void theWholeLogIsRightAndNobodyIsLeft() {
        assertThat(log.verify()).isPositive();
        Waiting.until(PATIENCE, () -> followers.count() == 0, () -> "somebody still follows");
    }

    private String auditor() {
        return newcomers.credential(newcomers.inRole(Role.AUDITOR));
    }

    private void happens() {
        gate.note(Fact.done(Caller.HOST, EventClass.SECRET_TAGGED, new Subject(Subject.Kind.SECRET, secret))
                .saying(Details.none().with(Details.Name.REASON, "said by somebody")));
    }

    private String after() {
        return "?after=" + (records.head().size() - 1);
    }

    @Test
    void whatIsRecordedMeanwhileArrivesAndSilenceBreathes() {
        String auditor = auditor();
        try (Collector collector = new Collector(auditor, after())) {
            assertThat(collector.answer().statusCode()).isEqualTo(200);
            assertThat(collector.answer().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/x-ndjson");
            Waiting.until(PATIENCE, () -> collector.breaths() > 1, () -> "it does not breathe");
            happens();
            LogEntries.Entry entry = entries.about(secret, "secret-tagged").getFirst();
            JsonNode line = collector.until(entry.index()).events().getLast();
            assertThat(line.get("index").asLong()).isEqualTo(entry.index());
            assertThat(line.get("body")).isEqualTo(entry.body());
            assertThat(line.get("state").asText()).isEqualTo("sound");
        }
    }

    /** By the format's page alone: the leaf commits to the body, its hash is the tree's, and the root is the head's. */
    @Test
    void theLinesAreEnoughToCheckTheTree() throws Exception {
        happens();
        try (Collector collector = new Collector(auditor(), "");
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("select size, root from log_head")) {
            assertThat(head.next()).isTrue();
            List<JsonNode> events =
                    collector.until(head.getLong(1) - 1).events().subList(0, head.getInt(1));
            List<byte[]> hashes = new ArrayList<>();
            for (JsonNode event : events) {
                assertThat(event.get("index").asInt()).isEqualTo(hashes.size());
                byte[] leaf = PaperLines.bytes(event, "leaf");
                assertThat(PaperLines.bytes(event, "hash")).isEqualTo(PaperLines.sha256(new byte[] {0}, leaf));
                byte[] body = event.get("body").toString().getBytes(UTF_8);
                byte[] commitment = PaperLines.sha256(
                        "cofactor/event/v1".getBytes(UTF_8), new byte[] {0}, PaperLines.bytes(event, "salt"), body);
                assertThat(new String(leaf, UTF_8))
                        .contains("\"commitment\":\"" + Base64.getEncoder().encodeToString(commitment) + "\"");
                hashes.add(PaperLines.bytes(event, "hash"));
            }
            assertThat(PaperLines.root(hashes)).isEqualTo(head.getBytes(2));
        }
    }

    @Test
    void whoeverComesBackGoesOnWithoutAGapAndWithoutADouble() throws Exception {
        String auditor = auditor();
        long first = records.head().size();
        List<Long> got = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                writers.add(threads.submit(() -> {
                    for (int j = 0; j < 40; j++) {
                        happens();
                    }
                }));
            }
            for (int round = 1; round <= 4; round++) {
                long from = got.isEmpty() ? first - 1 : got.getLast();
                try (Collector collector = new Collector(
                        auditor, "?after=" + from + "&epoch=" + records.head().epoch())) {
                    collector.until(Math.max(first + 60L * round, from + 1)); // coming back is itself an event
                    collector
                            .events()
                            .forEach(event -> got.add(event.get("index").asLong()));
                }
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(got)
                .containsExactlyElementsOf(
                        LongStream.range(first, first + got.size()).boxed().toList());
        assertThat(got.size()).isGreaterThanOrEqualTo(240);
    }

    @Test
    void whoseRightIsTakenAwayHearsNothingThatWasRecordedAfterIt() {
        Person person = newcomers.inRole(Role.AUDITOR);
        try (Collector collector = new Collector(newcomers.credential(person), after())) {
            happens();
            collector.until(entries.about(secret, "secret-tagged").getFirst().index());
            Fact left = Fact.done(
                    Caller.HOST, EventClass.GROUP_CHANGED, new Subject(Subject.Kind.GROUP, Role.AUDITOR.group()));
            UUID revocation = gate.note(left, Moves.WORLD, at -> {
                groups.leave(Role.AUDITOR.group(), person.id(), at.time());
                return Done.of(at.event());
            });
            happens();
            collector.untilOver();
            assertThat(collector.last())
                    .isLessThanOrEqualTo(entries.of(revocation).index());
            List<LogEntries.Entry> refused = entries.of(person.id(), "request-refused");
            assertThat(refused).hasSize(1);
        }
    }

    @Test
    void aSessionThatEndsEndsItsStream() {
        Person person = newcomers.inRole(Role.AUDITOR);
        try (Collector collector = new Collector(newcomers.credential(person), after())) {
            Waiting.until(PATIENCE, () -> collector.breaths() > 0, () -> "it does not begin");
            QuarkusTransaction.requiringNew().run(() -> sessions.closeAllOf(person.id()));
            collector.untilOver();
        }
    }

    @Test
    void itIsRecordedOnceAndItEndsByItself() {
        Person person = newcomers.inRole(Role.AUDITOR);
        try (Collector collector = new Collector(newcomers.credential(person), after())) {
            happens();
            happens();
            collector.untilOver();
            assertThat(collector.events()).hasSizeGreaterThan(2);
        }
        List<LogEntries.Entry> recorded = entries.of(person.id(), "audit-exported");
        assertThat(recorded).hasSize(1);
        assertThat(recorded.getFirst().body().at("/details/parts/0").asText()).isEqualTo("stream");
        assertThat(recorded.getFirst().body().at("/details/parts/1").asText()).startsWith("from-");
    }

    @Test
    void thereAreFewAndOfOneOnlySomeAndWhoLeavesMakesRoom() {
        String one = auditor();
        String another = auditor();
        String third = auditor();
        try (Collector first = new Collector(one, after());
                Collector second = new Collector(one, after())) {
            assertThat(first.answer().statusCode()).isEqualTo(200);
            assertThat(second.answer().statusCode()).isEqualTo(200);
            full(one);
            try (Collector other = new Collector(another, after())) {
                assertThat(other.answer().statusCode()).isEqualTo(200);
                full(third);
            }
            Waiting.until(PATIENCE, () -> followers.count() < 3, () -> "he does not leave");
            try (Collector later = new Collector(third, after())) {
                assertThat(later.answer().statusCode()).isEqualTo(200);
            }
        }
    }

    private static void full(String credential) {
        ask(credential, "")
                .statusCode(503)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .body("code", equalTo("overloaded"));
    }

    private static ValidatableResponse ask(String credential, String query) {
        return given().header("Authorization", "Bearer " + credential)
                .urlEncodingEnabled(false)
                .get(STREAM + query)
                .then();
    }

    @Test
    void onlyWhoeverMayReadTheLogFollowsIt() {
        given().get(STREAM).then().statusCode(401);
        Person user = newcomers.inRole(Role.USER);
        ask(newcomers.credential(user), "?unknown=1").statusCode(403);
        assertThat(entries.of(user.id(), "request-refused")).hasSize(1);
        Person person = newcomers.inRole(Role.AUDITOR);
        String auditor = newcomers.credential(person);
        ask(auditor, "?afther=1").statusCode(400).body("code", equalTo("unknown-parameter"));
        for (String wrong : List.of("?after=-1", "?after=", "?after=1&after=2", "?after=1e3", "?epoch=marmalade")) {
            ask(auditor, wrong).statusCode(400).body("code", equalTo("malformed-parameter"));
        }
        assertThat(ask(auditor, "?epoch=marmalade").extract().asString()).doesNotContain("marmalade");
        ask(auditor, "?after=999999999999999").statusCode(409).body("code", equalTo("beyond-the-end"));
        ask(auditor, "?after=0&epoch=7").statusCode(409).body("code", equalTo("epoch-changed"));
        assertThat(entries.of(person.id(), "audit-exported")).isEmpty();
        assertThat(followers.count()).isZero();
    }
}
