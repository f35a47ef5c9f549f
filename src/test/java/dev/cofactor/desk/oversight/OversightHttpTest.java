// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Origin;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ledger.audit.AuditLog;
import dev.cofactor.ledger.audit.Intent;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The auditor's desk as programs see it. */
@QuarkusTest
class OversightHttpTest {
    private static final String MARK = "zq7marker";

    private final AuditLog log;
    private final Auditor auditor;
    private final Roles roles;
    private final Newcomers newcomers;
    private final UUID person = UUID.randomUUID();
    private final UUID secret = UUID.randomUUID();

    OversightHttpTest(AuditLog log, Auditor auditor, Roles roles, Newcomers newcomers) {
        this.log = log;
        this.auditor = auditor;
        this.roles = roles;
        this.newcomers = newcomers;
    }

    @Test
    void eventsAreFoundPageByPageWithTheBodiesAsCommitted() {
        Event first = put("one");
        Event second = put("two");
        Event third = put("three");
        JsonPath page = get("/events?limit=2&actor=" + person);
        assertThat(page.getList("events.body.id"))
                .containsExactly(third.id().toString(), second.id().toString());
        assertThat(page.getList("events.state")).containsOnly("sound");
        assertThat(page.getString("events[0].body.details.reason")).isEqualTo("three");
        JsonPath rest = get("/events?limit=2&actor=" + person + "&before=" + page.getLong("next.before"));
        assertThat(rest.getList("events.body.id")).containsExactly(first.id().toString());
        assertThat(rest.<Object>get("next")).isNull();
        JsonPath upwards = get("/events?limit=1&actor=" + person + "&after=" + rest.getLong("events[0].index"));
        assertThat(upwards.getList("events.body.id"))
                .containsExactly(second.id().toString());
        assertThat(upwards.getLong("next.after")).isEqualTo(upwards.getLong("events[0].index"));
    }

    @Test
    void everyConditionIsTakenFromTheAddress() {
        Event event = put("here");
        String time = get("/events/" + event.id()).getString("body.time");
        String from = java.time.Instant.ofEpochMilli(Long.parseLong(time)).toString();
        String conditions = "?actor=" + person + "&about=" + secret + "&class=code-released&class=code-expired"
                + "&outcome=done&outcome=failed&address=2001:db8::5&from=" + from + "&until=2999-01-01T00:00:00Z";
        assertThat(get("/events" + conditions).getList("events.body.id"))
                .containsExactly(event.id().toString());
        assertThat(get("/events" + conditions.replace("done", "refused")).getList("events"))
                .isEmpty();
        assertThat(get("/events" + conditions.replace("::5", "::6")).getList("events"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events?" + MARK + "=1",
                "/events?actor=" + MARK,
                "/events?actor=0192D9A0-0000-7000-8000-000000000000",
                "/events?class=" + MARK,
                "/events?class=CODE_RELEASED",
                "/events?outcome=" + MARK,
                "/events?from=" + MARK,
                "/events?from=2026-02-30T00:00:00Z",
                "/events?until=2026-01-01",
                "/events?address=" + MARK + ".example",
                "/events?address=1.2.3",
                "/events?address=010.1.1.1",
                "/events?limit=0",
                "/events?limit=501",
                "/events?limit=" + MARK,
                "/events?before=-1",
                "/events?before=1&after=1",
                "/events?limit=1&limit=2",
                "/events.csv?limit=5&x=" + MARK,
                "/events.jsonl?before=7",
                "/export?" + MARK,
                "/people/0192d9a0-0000-7000-8000-000000000000?x=" + MARK,
            })
    void whatIsNotUnderstoodIsRefusedAndNotRepeated(String path) {
        String answer = auditor.asks()
                .urlEncodingEnabled(false)
                .get("/api/v1/audit" + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertThat(answer).doesNotContain(MARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events/" + MARK,
                "/events/0192d9a0-0000-7000-8000-000000000000",
                "/events/0192d9a0-0000-7000-8000-000000000000/receipt",
                "/people/" + MARK,
                "/secrets/1"
            })
    void whatIsNotThereIsNotFound(String path) {
        auditor.asks().get("/api/v1/audit" + path).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void anEventIsThereAtOnceAndItsReceiptOnceItIsSigned() {
        Event event = put("receipt");
        auditor.asks()
                .get("/api/v1/audit/events/" + event.id())
                .then()
                .statusCode(200)
                .body("state", equalTo("sound"))
                .body("body.actor.id", equalTo(person.toString()));
        auditor.asks()
                .get("/api/v1/audit/events/" + event.id() + "/receipt")
                .then()
                .statusCode(404)
                .header("Retry-After", "2")
                .body("code", equalTo("not-signed-yet"));
    }

    @Test
    void whoeverReadsIsOnTheLogBeforeTheFirstLineLeaves() {
        JsonPath read = get("/events?actor=" + auditor.id() + "&class=audit-read&limit=1");
        assertThat(read.getString("events[0].body.class")).isEqualTo("audit-read");
        assertThat(read.<String>getList("events[0].body.details.parts")).contains("actor", "class", "limit");
        assertThat(read.<String>getList("events[0].body.details.other"))
                .containsExactly(auditor.id().toString());
        String table = auditor.asks()
                .get("/api/v1/audit/events.csv?actor=" + auditor.id() + "&class=audit-exported")
                .asString();
        assertThat(table).contains("audit-exported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events",
                "/events.csv",
                "/events.jsonl",
                "/events/%s",
                "/events/%s/receipt",
                "/people/%s",
                "/secrets/%s"
            })
    void whoeverIsTurnedAwaySeesNothing(String path) {
        Event event = put(MARK);
        String address = "/api/v1/audit" + path.formatted(event.id());
        String unknown = given().get(address).then().statusCode(401).extract().asString();
        Person other = newcomers.settled();
        String known = given().header("Authorization", "Bearer " + newcomers.credential(other))
                .get(address)
                .then()
                .statusCode(403)
                .body("code", equalTo("denied"))
                .extract()
                .asString();
        assertThat(unknown + known).doesNotContain(MARK);
        assertThat(get("/events?class=request-refused&actor=" + other.id()).<Object>getList("events"))
                .hasSize(1);
    }

    @Test
    void allAboutAPersonOrASecretIsToldWithWhetherItIsAll() {
        put("one");
        put("two");
        for (String path : List.of("/people/" + person, "/secrets/" + secret)) {
            auditor.asks()
                    .get("/api/v1/audit" + path)
                    .then()
                    .statusCode(200)
                    .body("events.body.details.reason", contains("one", "two"))
                    .body("verdict.complete", equalTo(true))
                    .body("verdict.counted", equalTo(2))
                    .body("verdict.missing", empty());
        }
    }

    @Test
    void anAlteredRowIsNamedAndNothingOfItIsShown() throws Exception {
        Event event = put("before");
        UUID forged = UUID.randomUUID();
        try {
            tamper("update log_entry set about = '%s' where event = '%s'".formatted(forged, event.id()));
            auditor.asks()
                    .get("/api/v1/audit/events/" + event.id())
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("altered"))
                    .body("parts", contains("about"))
                    .body(not(org.hamcrest.Matchers.containsString(forged.toString())));
            auditor.asks()
                    .get("/api/v1/audit/events/" + event.id() + "/receipt")
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("log-altered"));
            auditor.asks()
                    .get("/api/v1/audit/secrets/" + secret)
                    .then()
                    .body("verdict.complete", equalTo(false))
                    .body("verdict.missing[0].from", equalTo(0));
            assertThat(auditor.asks()
                            .get("/api/v1/audit/events.csv?actor=" + person)
                            .asString())
                    .contains("altered: about")
                    .doesNotContain(forged.toString())
                    .doesNotContain("before");
        } finally {
            tamper("update log_entry set about = '%s' where event = '%s'".formatted(secret, event.id()));
        }
        assertThat(get("/secrets/" + secret).getBoolean("verdict.complete")).isTrue();
    }

    @Test
    void linesAndTablesHoldWhatWasFilteredAndNothingElse() {
        put("=HYPERLINK(\"x\"),1");
        put("plain");
        String lines =
                auditor.asks().get("/api/v1/audit/events.jsonl?about=" + secret).asString();
        assertThat(lines.lines().map(line -> JsonPath.from(line).getString("body.details.reason")))
                .containsExactly("=HYPERLINK(\"x\"),1", "plain");
        String table =
                auditor.asks().get("/api/v1/audit/events.csv?about=" + secret).asString();
        assertThat(table.split("\r\n")).hasSize(3);
        assertThat(table).contains(",\"'=HYPERLINK(\"\"x\"\"),1\",").contains(",plain,");
    }

    private void tamper(String sql) throws Exception {
        String both = "alter table log_entry %1$s; alter table log_entry_1_0 %1$s; ";
        try (var superuser = roles.superuser()) {
            superuser.setAutoCommit(false);
            Roles.execute(superuser, both.formatted("disable trigger log_entry_stays") + sql);
            Roles.execute(superuser, both.formatted("enable always trigger log_entry_stays"));
            superuser.commit();
        }
    }

    private JsonPath get(String path) {
        return auditor.asks()
                .urlEncodingEnabled(false)
                .get("/api/v1/audit" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Event put(String reason) {
        Event event = event(person, secret, reason);
        log.append(Intent.note(event, Intent.Lane.KNOWN)).toCompletableFuture().join();
        return event;
    }

    static Event event(UUID person, UUID secret, String reason) {
        try {
            return new Event(
                    UUID.randomUUID(),
                    EventClass.CODE_RELEASED,
                    new Actor.Person(person),
                    Optional.of(new Subject(Subject.Kind.SECRET, secret)),
                    Outcome.DONE,
                    new Origin(Optional.of(InetAddress.getByName("2001:db8::5")), Optional.empty(), "trace"),
                    Details.none().with(Details.Name.REASON, reason));
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
