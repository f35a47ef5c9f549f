// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every way by which a code or a field is given, or a code is checked, has a limit: found by asking the router for all ways, and
 * each of their classes whom it could have something opened by. Whoever adds one says here how it is used.
 */
@QuarkusTest
class LimitedRoutesTest {
    /** Of classes that could, what does not; each for its reason. */
    private static final Map<String, String> GIVES_NOTHING = Map.ofEntries(
            Map.entry("SeedsResource.enter", "puts a seed in"),
            Map.entry("SeedsResource.scan", "puts a seed in"),
            Map.entry("SeedsResource.rename", "changes a name"),
            Map.entry("SeedsResource.stop", "ends a seed"),
            Map.entry("FieldsResource.put", "puts a file in"));

    private final Kiosk kiosk;
    private final Enrolling enrolling;
    private final Shelf shelf;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;
    private final Roles roles;
    private final Clock clock;
    private final Wire wire = new Wire();

    LimitedRoutesTest(
            Kiosk kiosk,
            Enrolling enrolling,
            Shelf shelf,
            Rules rules,
            LogEntries entries,
            WholeLog log,
            Roles roles,
            Clock clock) {
        this.kiosk = kiosk;
        this.enrolling = enrolling;
        this.shelf = shelf;
        this.rules = rules;
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
    void noWayToACodeOrAFieldIsWithoutALimit() throws SQLException {
        Set<String> ways = SealedWays.all();
        assertThat(ways).contains("CodesResource.fetch", "FieldsResource.reveal", "SeedsResource.prove");
        Visitor visitor = kiosk.stranger();
        Map<String, List<Runnable>> uses = uses(visitor);
        Set<String> known = new TreeSet<>(uses.keySet());
        known.addAll(GIVES_NOTHING.keySet());
        assertThat(ways).as("ways without a limit that is tried here").isEqualTo(known);
        UUID who = visitor.person().id();
        full("all/actor/" + who);
        uses.forEach((way, all) -> all.forEach(use -> {
            int before = entries.of(who, "request-refused").size();
            use.run();
            List<LogEntries.Entry> refused = entries.of(who, "request-refused");
            assertThat(refused).as(way).hasSize(before + 1);
            assertThat(refused.getLast().body().at("/details/code").asText())
                    .as(way)
                    .isEqualTo("too-many");
        }));
        for (String kind : List.of("code-released", "field-revealed", "seed-tried", "counter-tried", "counter-moved")) {
            assertThat(entries.of(who, kind)).as(kind).isEmpty();
        }
    }

    @Test
    void whoReachesHisLimitHindersNobodyElseAndASecretsLimitIsForAll() throws SQLException {
        Stand stand = kiosk.counting();
        Stand another = kiosk.counting();
        Visitor eager = kiosk.fetcher(stand);
        Visitor other = kiosk.fetcher(stand);
        rules.allow(eager.person().id(), another.secret(), Verb.CODE_FETCH);
        rules.allow(other.person().id(), another.secret(), Verb.CODE_FETCH);
        full("all/actor/" + eager.person().id());
        Wire.Answer refused = code(eager, stand).is(429);
        assertThat(refused.json().getString("code")).isEqualTo("too-many");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 121);
        code(eager, another).is(429);
        code(other, stand).is(200);
        full("all/secret/" + stand.secret());
        code(other, stand).is(429);
        code(kiosk.fetcher(stand), stand).is(429);
        code(other, another).is(200);
    }

    private Wire.Answer code(Visitor visitor, Stand stand) {
        return wire.send(json("POST", "/api/v1/code/" + stand.path(), visitor, "{\"wait\": 0}"));
    }

    /** Each limited way, and how it is used rightly. */
    private Map<String, List<Runnable>> uses(Visitor visitor) {
        Stand timed = stand(kiosk.stand("shared", 30), visitor);
        Stand counting = stand(kiosk.counting(), visitor);
        UUID underProof = underProof(visitor);
        UUID safe = safe(visitor);
        String field = read(visitor, safe).getString("fields[0].id");
        String reveal = Enrolling.at(safe) + "/fields/" + field;
        String value = wire.send(json("GET", reveal + "/values", visitor, ""))
                .is(200)
                .json()
                .getString("values[0].value");
        String code = "/api/v1/code/" + timed.path();
        String counter = Enrolling.at(counting.secret()) + "/seed/counter";
        String proof = Enrolling.at(underProof) + "/seed/proof";
        Map<String, List<Runnable>> uses = new TreeMap<>(pages(visitor, timed, counting, underProof, safe, field));
        uses.put(
                "CodesResource.fetch",
                List.of(refused(json("POST", code, visitor, "{\"wait\": 0}")), refused(form(code, visitor, "wait=0"))));
        uses.put(
                "CounterResource.move",
                List.of(refused(json("PUT", counter, visitor, "{\"codes\": [\"000000\", \"000001\"]}"))));
        uses.put(
                "FieldsResource.reveal",
                List.of(
                        refused(json("POST", reveal + "/reveal", visitor, "{}")),
                        refused(form(reveal + "/reveal", visitor, "reason=none"))));
        uses.put(
                "FieldsResource.revealEarlier",
                List.of(refused(json("POST", reveal + "/values/" + value + "/reveal", visitor, "{}"))));
        uses.put(
                "SeedsResource.prove",
                List.of(
                        refused(json("POST", proof, visitor, "{\"show\": 1}")),
                        refused(json("POST", proof, visitor, "{\"code\": \"000000\"}"))));
        return uses;
    }

    private Map<String, List<Runnable>> pages(
            Visitor visitor, Stand timed, Stand counting, UUID underProof, UUID safe, String field) {
        Visit visit = new Visit(wire);
        visit.signIn(visitor.person().accountName());
        String proof = page(underProof) + "/proof";
        String code = page(timed.secret()) + "/code";
        visit.open(proof).is(200);
        return Map.of(
                "ProofPages.show",
                List.of(() -> visit.send(proof + "/show", Map.of()).is(422)),
                "ProofPages.check",
                List.of(() ->
                        visit.send(proof + "/code", Map.of("code", "000000")).is(422)),
                "CodePages.fetch",
                List.of(() -> visit.script(
                                Wire.sent("POST", code, "application/x-www-form-urlencoded", "wait=0".getBytes(UTF_8)))
                        .is(429)),
                "CodePages.fetchPage",
                List.of(() -> visit.send(code, Map.of("wait", "0"))),
                "CounterPages.move",
                List.of(() -> visit.send(
                                page(counting.secret()) + "/counter", Map.of("first", "000000", "second", "000001"))
                        .is(422)),
                "RevealPages.reveal",
                List.of(() -> visit.script(Wire.sent("POST", page(safe) + "/fields/" + field))
                        .is(429)));
    }

    private static String page(UUID secret) {
        return "/secrets/" + PublicId.SECRET.of(secret);
    }

    private Runnable refused(Wire.Sent sent) {
        return () -> {
            Wire.Answer answer = wire.send(sent).is(429);
            assertThat(answer.json().getString("code")).isEqualTo("too-many");
            assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        };
    }

    private Stand stand(Stand stand, Visitor visitor) {
        rules.allow(visitor.person().id(), stand.secret(), Verb.CODE_FETCH, Verb.SECRET_EDIT);
        return stand;
    }

    private UUID underProof(Visitor visitor) {
        UUID secret = shelf.secret(shelf.folder(), "otp");
        rules.allow(visitor.person().id(), secret, Verb.SECRET_EDIT);
        wire.send(json("PUT", Enrolling.at(secret) + "/seed", visitor, "{\"setupKey\": \"" + enrolling.key() + "\"}"))
                .is(200);
        return secret;
    }

    /** With a password that had another before. */
    private UUID safe(Visitor visitor) {
        Map<String, Object> field = Map.of("name", "Password", "type", "password", "required", true, "open", false);
        String template = enrolling
                .asAdministrator()
                .body(Map.of("name", Shelf.fresh(), "fields", List.of(field)))
                .post("/api/v1/templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        UUID secret = shelf.secret(
                shelf.folder(), "safe", PublicId.TEMPLATE.read(template).orElseThrow());
        rules.allow(visitor.person().id(), secret, Verb.SECRET_EDIT, Verb.SECRET_READ_META, Verb.FIELD_REVEAL);
        for (String value : List.of("first", "second")) {
            Wire.Sent edit =
                    json("PATCH", Enrolling.at(secret), visitor, "{\"fields\": {\"Password\": \"" + value + "\"}}");
            String tag =
                    wire.send(json("GET", Enrolling.at(secret), visitor, "")).header("ETag");
            wire.send(edit.with("If-Match", tag)).is(200);
        }
        return secret;
    }

    private JsonPath read(Visitor visitor, UUID secret) {
        return wire.send(json("GET", Enrolling.at(secret), visitor, "")).is(200).json();
    }

    private static Wire.Sent json(String method, String path, Visitor visitor, String body) {
        Wire.Sent sent = body.isEmpty()
                ? Wire.sent(method, path)
                : Wire.sent(method, path, "application/json", body.getBytes(UTF_8));
        return sent.with("Authorization", "Bearer " + visitor.credential()).with("Accept", "application/json");
    }

    private static Wire.Sent form(String path, Visitor visitor, String body) {
        return Wire.sent("POST", path, "application/x-www-form-urlencoded", body.getBytes(UTF_8))
                .with("Authorization", "Bearer " + visitor.credential())
                .with("Accept", "application/json");
    }

    /** As if so many had been had, in this minute and the next ones, by whichever node. */
    private void full(String counter) throws SQLException {
        Instant now = clock.instant();
        long minute = Duration.ofMinutes(1).toSeconds();
        Instant begin = Instant.ofEpochSecond(now.getEpochSecond() - Math.floorMod(now.getEpochSecond(), minute));
        try (Connection server = roles.server();
                PreparedStatement row = server.prepareStatement("insert into claim_limit (counter, starts, ends, used)"
                        + " values (?, ?, ?, 1000000) on conflict (counter, starts) do update set used = 1000000")) {
            for (int i = 0; i < 3; i++) {
                row.setString(1, counter);
                row.setTimestamp(2, Timestamp.from(begin.plusSeconds(i * minute)));
                row.setTimestamp(3, Timestamp.from(begin.plusSeconds((i + 1) * minute)));
                row.executeUpdate();
            }
        }
    }
}
