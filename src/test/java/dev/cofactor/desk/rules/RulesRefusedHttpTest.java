// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.POLICIES;
import static dev.cofactor.desk.rules.Author.as;
import static dev.cofactor.desk.rules.Author.kind;
import static dev.cofactor.desk.rules.Author.named;
import static dev.cofactor.desk.rules.Author.of;
import static dev.cofactor.desk.rules.Author.policy;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the policy desk does not do, and for whom. */
@QuarkusTest
class RulesRefusedHttpTest {
    private static final String FIRST = POLICIES + "/00000000-0000-8000-8001-000000000001";

    private final Author author;
    private final Newcomers newcomers;
    private final Enrolling enrolling;
    private final Shelf shelf;
    private final LogEntries entries;
    private final WholeLog log;

    RulesRefusedHttpTest(
            Author author, Newcomers newcomers, Enrolling enrolling, Shelf shelf, LogEntries entries, WholeLog log) {
        this.author = author;
        this.newcomers = newcomers;
        this.enrolling = enrolling;
        this.shelf = shelf;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoMayNotEditPoliciesSeesNoneIsNotReadAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        List<Response> answers = List.of(
                as(his).get(POLICIES),
                as(his).get(FIRST),
                as(his).body("no policy at all").post(POLICIES),
                as(his).body("no policy at all").put(FIRST),
                as(his).delete(FIRST));
        answers.forEach(answer -> answer.then().statusCode(403).body("code", equalTo("denied")));
        assertThat(entries.of(person.id(), "request-refused")).hasSize(5);
        as("cfp_nobody").get(POLICIES).then().statusCode(401);
    }

    @Test
    void aPolicyThatIsNotThereIsNotFoundAndThatIsOnTheLog() {
        String nowhere = POLICIES + "/" + UUID.randomUUID();
        author.id();
        int before = entries.of(author.id(), "request-refused").size();
        author.asks().get(nowhere).then().statusCode(404);
        author.edits()
                .body(everywhere("allow", "code.fetch", kind("anyone")))
                .put(nowhere)
                .then()
                .statusCode(404);
        author.edits().delete(nowhere).then().statusCode(404).body("code", equalTo("not-found"));
        assertThat(entries.of(author.id(), "request-refused")).hasSize(before + 3);
    }

    @Test
    void anEditShowsTheLastEditionOrIsRefused() {
        Map<String, Object> policy = fetching(named("group", newcomers.group()));
        for (String path : List.of("", "/00000000-0000-8000-8001-000000000004")) {
            String method = path.isEmpty() ? "POST" : "PUT";
            author.asks()
                    .body(policy)
                    .request(method, POLICIES + path)
                    .then()
                    .statusCode(428)
                    .body("code", equalTo("if-match-required"));
            for (String stale : List.of("\"0\"", "*", "W/" + author.etag(), "\"999999\"")) {
                author.asks()
                        .header("If-Match", stale)
                        .body(policy)
                        .request(method, POLICIES + path)
                        .then()
                        .statusCode(412)
                        .body("code", equalTo("changed-meanwhile"));
            }
        }
        author.asks().delete(FIRST).then().statusCode(428);
        author.asks().header("If-Match", "\"0\"").delete(FIRST).then().statusCode(412);
    }

    @Test
    void idsThatNameNobodyOrNothingAreRefusedAtTheirPlace() {
        Object there = named("group", newcomers.group());
        for (String who : List.of("person", "group", "service", "agent", "token")) {
            author.adds(everywhere("allow", "code.fetch", there, named(who, UUID.randomUUID())))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("policy-refused"))
                    .body("place", equalTo("/to/1"))
                    .body("detail", equalTo("`/to/1` names nobody who is there"));
        }
        for (String what : List.of("secret", "folder", "tag", "template")) {
            author.adds(policy(
                            "allow",
                            of("code.fetch"),
                            of(there),
                            of(named("folder", shelf.folder().id()), named(what, UUID.randomUUID()))))
                    .then()
                    .statusCode(400)
                    .body("place", equalTo("/on/1"));
        }
    }

    @Test
    void whatNobodyIssuesYetIsRefused() {
        Map<String, String> claim =
                Map.of("kind", "claim", "issuer", UUID.randomUUID().toString(), "name", "ref", "value", "main");
        author.adds(fetching(claim)).then().statusCode(400).body("place", equalTo("/to/0"));
    }

    @Test
    void aDeletedSecretIsNotThere() {
        UUID secret = shelf.secret(shelf.folder(), "gone");
        Map<String, Object> policy =
                policy("allow", of("code.fetch"), of(named("group", newcomers.group())), of(named("secret", secret)));
        String id = author.added(policy);
        String at = Enrolling.at(secret);
        enrolling
                .asAdministrator()
                .header("If-Match", enrolling.asAdministrator().get(at).header("ETag"))
                .delete(at)
                .then()
                .statusCode(200);
        author.adds(policy).then().statusCode(400).body("place", equalTo("/on/0"));
        author.asks()
                .get(POLICIES + "/" + id)
                .then()
                .statusCode(200)
                .body("sentence", containsString("for something that is no longer there"));
        author.withdraws(id).then().statusCode(200);
    }

    @Test
    void aSaveAfterWhichNobodyCouldEditPoliciesIsRefused() {
        long before = author.edition();
        for (Object who : List.of(kind("anyone"), named("group", Groups.EVERYONE))) {
            author.adds(everywhere("deny", "policy.edit", who))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("nobody-left"));
        }
        assertThat(author.edition()).isEqualTo(before);
    }

    @Test
    void whatIsNoPolicyIsRefusedWithPlaceAndReasonAndNothingOfIt() {
        Map<String, String> places = Map.of(
                "",
                "",
                "null",
                "",
                "[]",
                "",
                "{\"hunter2\": 1}",
                "",
                "{\"name\": \"x\", \"effect\": \"hunter2\", \"actions\": [\"code.fetch\"], \"to\": [], \"on\": []}",
                "/effect",
                "{\"name\": \"x\", \"effect\": \"deny\", \"actions\": [\"hunter2\"], \"to\": [], \"on\": []}",
                "/actions/0",
                "{\"id\": \"0190f000-0000-7000-8000-000000000001\", \"name\": \"x\", \"effect\": \"deny\","
                        + " \"actions\": [\"code.fetch\"], \"to\": [{\"kind\": \"anyone\"}], \"on\": []}",
                "/id");
        places.forEach((body, place) -> {
            Response refused = author.adds(body);
            refused.then()
                    .statusCode(400)
                    .body("code", equalTo("policy-refused"))
                    .body("place", equalTo(place));
            assertThat(refused.asString()).doesNotContain("hunter2");
        });
    }

    @Test
    void aPolicyNamesTwoHundredAndNoMore() {
        List<Object> groups = new ArrayList<>();
        IntStream.range(0, 200).forEach(one -> groups.add(named("group", newcomers.group())));
        Object folder = named("folder", shelf.folder().id());
        String id = author.added(policy("allow", of("code.fetch"), groups, of(folder)));
        groups.add(named("group", UUID.randomUUID()));
        author.replaces(id, policy("allow", of("code.fetch"), groups, of(folder)))
                .then()
                .statusCode(400)
                .body("detail", equalTo("the document names more than 200"));
    }

    @Test
    void whatIsFarTooLargeOrTooDeepIsRefusedBeforeItCostsMuch() throws IOException {
        author.id();
        String etag = author.etag();
        Instant begin = Instant.now();
        String head = "POST " + POLICIES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + (10 << 20) + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            assertThat(new String(status, US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        assertThat(sent(etag, deep)).startsWith("HTTP/1.1 400 ").contains("is too deep");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    /** By hand: the client of the other tests takes long over such a body itself. */
    private String sent(String etag, String body) throws IOException {
        String head = "POST " + POLICIES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + author.credential() + "\r\nIf-Match: " + etag
                + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write((head + body).getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private Map<String, Object> fetching(Object who) {
        return policy(
                "allow",
                of("code.fetch"),
                of(who),
                of(named("folder", shelf.folder().id())));
    }

    private static Map<String, Object> everywhere(String effect, String verb, Object... who) {
        return policy(effect, of(verb), of(who), of(kind("everything")));
    }
}
