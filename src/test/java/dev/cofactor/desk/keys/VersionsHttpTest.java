// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import static dev.cofactor.desk.keys.Turned.KEYS;
import static dev.cofactor.desk.keys.Turned.KINDS;
import static dev.cofactor.desk.keys.Turned.aWeekPasses;
import static dev.cofactor.desk.keys.Turned.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.LogEntries.Entry;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version's whole life over HTTP, and who is kept from it. */
@QuarkusTest
@TestProfile(Turned.Alone.class)
class VersionsHttpTest {
    /** As long as a key, in the ways one could be written. */
    private static final String LIKE_A_KEY = "(?s).*([0-9a-fA-F]{40,}|[A-Za-z0-9+/_-]{43,}).*";

    private final Turned turned;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    VersionsHttpTest(Turned turned, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.turned = turned;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "row-codes"})
    void everythingOpensInEachPhaseUntilTheOldVersionIsGone(String kind) throws SQLException {
        Turned.Login old = turned.login();
        UUID seed = turned.seedUnderProof();
        int before = inUse(kind);
        assertThat(rows(kind, before)).isPositive();

        int added = add(kind);
        assertThat(add(kind)).as("the one that waits").isEqualTo(added);
        assertThat(turned.version(kind, added)).containsEntry("promoted", false).containsEntry("rows", 0);
        Turned.Login meanwhile = turned.login();
        turned.opens(old, meanwhile);

        turned.promote(kind, added).then().statusCode(200).body("inUse", equalTo(true));
        turned.promote(kind, added).then().statusCode(200);
        Turned.Login fresh = turned.login();
        assertThat(rows(kind, added)).isPositive();
        turned.opens(old, meanwhile, fresh);

        turned.rewrapAll(kind).then().body("left", equalTo(0)).body("version", equalTo(added));
        assertThat(rows(kind, before)).isZero();
        turned.opens(old, meanwhile, fresh);

        turned.destroy(kind, before).then().statusCode(409).body("code", equalTo("key-still-needed"));
        turned.opens(old);
        aWeekPasses();
        turned.destroy(kind, before).then().statusCode(204);
        turned.destroy(kind, before).then().statusCode(204);
        assertThat(turned.version(kind, before)).containsEntry("destroyed", true);
        turned.opens(old, meanwhile, fresh, turned.login());
        prove(seed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "row-codes"})
    void eachStepIsOnTheLogOnceAndInOrder(String kind) throws SQLException {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        String credential = newcomers.credential(person);
        turned.login();
        int before = inUse(kind);
        int added = add(kind);
        UUID key = UUID.fromString(String.valueOf(turned.version(kind, added).get("id")));
        UUID old = UUID.fromString(String.valueOf(turned.version(kind, before).get("id")));
        String at = KEYS + "/" + kind;
        as(credential).post(at + "/versions").then().statusCode(201);
        as(credential).post(at + "/versions/" + added + "/promotion").then().statusCode(200);
        as(credential).post(at + "/versions/" + added + "/promotion").then().statusCode(200);
        int moved = as(credential).post(at + "/rewrap").jsonPath().getInt("moved");
        aWeekPasses();
        as(credential).delete(at + "/versions/" + before).then().statusCode(204);
        as(credential).delete(at + "/versions/" + before).then().statusCode(204);

        Entry promoted = only(entries.of(person.id(), "key-promoted"));
        Entry destroyed = only(entries.of(person.id(), "key-destroyed"));
        List<Entry> rewrapped = entries.of(person.id(), "key-rewrapped");
        assertThat(entries.of(person.id(), "key-added")).as("it was there").isEmpty();
        assertThat(only(entries.about(key, "key-added")).index()).isLessThan(promoted.index());
        assertThat(entries.about(key, "key-promoted")).containsExactly(promoted);
        assertThat(entries.about(old, "key-destroyed")).containsExactly(destroyed);
        assertThat(rewrapped).hasSize(2);
        assertThat(rewrapped.getFirst().index())
                .isBetween(promoted.index(), rewrapped.getLast().index());
        assertThat(rewrapped.getLast().index()).isLessThan(destroyed.index());
        assertThat(said(rewrapped.getFirst(), "/parts")).isEqualTo("[\"" + kind + "\",\"begin\"]");
        assertThat(said(rewrapped.getLast(), "/parts")).isEqualTo("[\"" + kind + "\",\"end\"]");
        assertThat(said(rewrapped.getLast(), "/count")).isEqualTo(Integer.toString(moved));
        assertThat(said(rewrapped.getLast(), "/version")).isEqualTo(Integer.toString(added));
        assertThat(said(rewrapped.getLast(), "/from")).isEqualTo("[\"" + before + "\"]");
    }

    @Test
    void whoMayNotRotateIsRefusedAndThatIsOnTheLog() {
        Person person = newcomers.inRole(Role.AUDITOR);
        String credential = newcomers.credential(person);
        Map<String, Method> all = Map.of(
                KEYS,
                Method.GET,
                KEYS + "/values/versions",
                Method.POST,
                KEYS + "/values/versions/1/promotion",
                Method.POST,
                KEYS + "/values/versions/1",
                Method.DELETE,
                KEYS + "/values/rewrap",
                Method.GET,
                KEYS + "/row-codes/rewrap",
                Method.POST);
        Map<String, Method> roots = Map.of(KEYS + "/roots/next", Method.POST, KEYS + "/roots/abc", Method.DELETE);
        all.forEach((at, method) -> refused(as(credential).request(method, at)));
        roots.forEach((at, method) -> refused(as(credential).request(method, at)));
        assertThat(entries.of(person.id(), "request-refused"))
                .hasSize(all.size() + roots.size())
                .allSatisfy(entry -> assertThat(said(entry, "/verb")).isEqualTo("\"key.rotate\""));
        all.forEach((at, method) -> given().request(method, at).then().statusCode(401));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String at :
                List.of("/values/versions/99", "/values/versions/0", "/values/versions/a", "/tags/versions/1")) {
            turned.asAdministrator().delete(KEYS + at).then().statusCode(404).body("code", equalTo("not-found"));
        }
        turned.promote("values", 99).then().statusCode(404);
        turned.promote("values", inUse("values")).then().statusCode(200);
    }

    @Test
    void noKeyIsInAnAnswerOrOnTheLog() {
        try (CapturedLog said = new CapturedLog()) {
            StringBuilder answers = new StringBuilder();
            for (String kind : KINDS) {
                answers.append(turned.asAdministrator()
                        .post(KEYS + "/" + kind + "/versions")
                        .asString());
                answers.append(turned.promote(kind, newest(kind)).asString());
                answers.append(turned.rewrapAll(kind).asString());
            }
            answers.append(turned.asAdministrator().get(KEYS).asString());
            assertThat(answers.toString()).contains("fingerprint").doesNotMatch(LIKE_A_KEY);
            for (String event : List.of("key-added", "key-promoted", "key-rewrapped")) {
                assertThat(entries.of(turned.administrator(), event))
                        .isNotEmpty()
                        .allSatisfy(
                                entry -> assertThat(entry.body().at("/details").toString())
                                        .doesNotMatch(LIKE_A_KEY));
            }
            assertThat(said.text()).doesNotContain("Keyring").doesNotContain("Rotation");
        }
    }

    private int add(String kind) {
        Response added = turned.asAdministrator().post(KEYS + "/" + kind + "/versions");
        return added.then().statusCode(201).extract().jsonPath().getInt("number");
    }

    private int inUse(String kind) {
        return turned.asAdministrator()
                .get(KEYS + "/" + kind + "/rewrap")
                .jsonPath()
                .getInt("version");
    }

    private int newest(String kind) {
        return turned.asAdministrator()
                .get(KEYS)
                .jsonPath()
                .getInt("keys.find { it.kind == '" + kind + "' }.versions.max { it.number }.number");
    }

    private int rows(String kind, int number) {
        return Integer.parseInt(String.valueOf(turned.version(kind, number).get("rows")));
    }

    /** It is opened to show its code, which is what it was sealed for. */
    private void prove(UUID secret) {
        turned.asAdministrator()
                .body(Map.of("show", 1))
                .post("/api/v1/secrets/" + PublicId.SECRET.of(secret) + "/seed/proof")
                .then()
                .statusCode(200);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("denied"));
    }

    private static Entry only(List<Entry> found) {
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String said(Entry entry, String detail) {
        return entry.body().at("/details" + detail).toString();
    }
}
