// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.backups.Depot;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
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
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Of classes that could, what does not; each for its reason. */
    private static final Map<String, String> GIVES_NOTHING = Map.ofEntries(
            Map.entry("SeedsResource.enter", "puts a seed in"),
            Map.entry("SeedsResource.scan", "puts a seed in"),
            Map.entry("SeedsResource.rename", "changes a name"),
            Map.entry("SeedsResource.stop", "ends a seed"),
            Map.entry("FieldsResource.put", "puts a file in"));

    private final Kiosk kiosk;
    private final Depot depot;
    private final Enrolling enrolling;
    private final Shelf shelf;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;
    private final Quota quota;
    private final Wire wire = new Wire();

    LimitedRoutesTest(
            Kiosk kiosk,
            Depot depot,
            Enrolling enrolling,
            Shelf shelf,
            Rules rules,
            LogEntries entries,
            WholeLog log,
            Quota quota) {
        this.kiosk = kiosk;
        this.depot = depot;
        this.enrolling = enrolling;
        this.shelf = shelf;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
        this.quota = quota;
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
        quota.usedUp("all/actor/" + who);
        uses.forEach((way, all) -> all.forEach(use -> {
            int before = entries.of(who, "request-refused").size();
            use.run();
            List<LogEntries.Entry> refused = entries.of(who, "request-refused");
            assertThat(refused).as(way).hasSize(before + 1);
            assertThat(refused.getLast().body().at("/details/code").asText())
                    .as(way)
                    .isEqualTo("too-many");
        }));
        for (String kind : List.of(
                "code-released",
                "field-revealed",
                "backup-code-taken",
                "seed-tried",
                "counter-tried",
                "counter-moved")) {
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
        quota.usedUp("all/actor/" + eager.person().id());
        Wire.Answer refused = code(eager, stand).is(429);
        assertThat(refused.json().getString("code")).isEqualTo("too-many");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 121);
        code(eager, another).is(429);
        code(other, stand).is(200);
        quota.usedUp("all/secret/" + stand.secret());
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
        Depot.Pool pool = depot.pool(3, 0, 0);
        rules.allow(visitor.person().id(), pool.secret(), Verb.BACKUP_CODE_TAKE);
        String field = read(visitor, safe).getString("fields[0].id");
        String code = "/api/v1/code/" + timed.path();
        String backup = "/api/v1/backup-code/" + pool.path();
        String counter = Enrolling.at(counting.secret()) + "/seed/counter";
        String proof = Enrolling.at(underProof) + "/seed/proof";
        Map<String, List<Runnable>> uses =
                new TreeMap<>(pages(visitor, timed, counting, underProof, safe, field, pool.secret()));
        uses.put(
                "BackupCodesResource.take",
                List.of(refused(json("POST", backup, visitor, "{}")), refused(form(backup, "reason=none", visitor))));
        uses.put(
                "CodesResource.fetch",
                List.of(refused(json("POST", code, visitor, "{\"wait\": 0}")), refused(form(code, "wait=0", visitor))));
        uses.put(
                "CounterResource.move",
                List.of(refused(json("PUT", counter, visitor, "{\"codes\": [\"000000\", \"000001\"]}"))));
        uses.put(
                "SeedsResource.prove",
                List.of(
                        refused(json("POST", proof, visitor, "{\"show\": 1}")),
                        refused(json("POST", proof, visitor, "{\"code\": \"000000\"}"))));
        uses.putAll(reveals(visitor, Enrolling.at(safe) + "/fields/" + field));
        return uses;
    }

    private Map<String, List<Runnable>> reveals(Visitor visitor, String field) {
        String value = wire.send(json("GET", field + "/values", visitor, ""))
                .is(200)
                .json()
                .getString("values[0].value");
        return Map.of(
                "FieldsResource.reveal",
                List.of(
                        refused(json("POST", field + "/reveal", visitor, "{}")),
                        refused(form(field + "/reveal", "reason=none", visitor))),
                "FieldsResource.revealEarlier",
                List.of(
                        refused(json("POST", field + "/values/" + value + "/reveal", visitor, "{}")),
                        refused(form(field + "/values/" + value + "/reveal", "", visitor))));
    }

    private Map<String, List<Runnable>> pages(
            Visitor visitor, Stand timed, Stand counting, UUID underProof, UUID safe, String field, UUID pool) {
        Visit visit = new Visit(wire);
        visit.signIn(visitor.person().accountName());
        String proof = page(underProof) + "/proof";
        String code = page(timed.secret()) + "/code";
        visit.open(proof).is(200);
        return Map.of(
                "BackupCodePages.take",
                List.of(() -> visit.send(page(pool) + "/backup-code", Map.of("key", "one"))
                        .is(422)),
                "ProofPages.show",
                List.of(() -> visit.send(proof + "/show", Map.of()).is(422)),
                "ProofPages.check",
                List.of(() ->
                        visit.send(proof + "/code", Map.of("code", "000000")).is(422)),
                "CodePages.fetch",
                List.of(() -> visit.script(Wire.sent("POST", code, FORM, "wait=0".getBytes(UTF_8)))
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
        Map<String, Object> like = Map.of("shortest", 1, "classes", List.of());
        Map<String, Object> field =
                Map.of("name", "Password", "type", "password", "required", true, "open", false, "password", like);
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
        return by(visitor, sent);
    }

    private static Wire.Sent form(String path, String body, Visitor visitor) {
        return by(visitor, Wire.sent("POST", path, FORM, body.getBytes(UTF_8)));
    }

    private static Wire.Sent by(Visitor visitor, Wire.Sent sent) {
        return sent.with("Authorization", "Bearer " + visitor.credential()).with("Accept", "application/json");
    }
}
