// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.access;

import static dev.cofactor.desk.codes.Kiosk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Asking;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.AddressRange;
import dev.cofactor.ledger.catalogue.Folder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody hears of what he could do himself. */
@QuarkusTest
class AccessHttpTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Kiosk kiosk;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;
    private final Clock clock;
    private final Shelf shelf;
    private final Asking asking;

    AccessHttpTest(
            Kiosk kiosk,
            Newcomers newcomers,
            Rules rules,
            LogEntries entries,
            WholeLog log,
            Clock clock,
            Shelf shelf,
            Asking asking) {
        this.shelf = shelf;
        this.asking = asking;
        this.kiosk = kiosk;
        this.newcomers = newcomers;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
        this.clock = clock;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoMayFetchHearsSoAndNothingIsReleasedOrRecorded() {
        Kiosk.Stand stand = kiosk.stand("shared", 30);
        Kiosk.Visitor visitor = kiosk.fetcher(stand);
        access(visitor, stand)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("code", equalTo("ok"))
                .body("ways", empty())
                .body("opens", nullValue());
        assertThat(entries.of(visitor.person().id(), "code-released")).isEmpty();
        assertThat(entries.of(visitor.person().id(), "request-refused")).isEmpty();
    }

    @Test
    void whatIsMissingIsToldInStepsAndWhomToAskByName() {
        Kiosk.Stand stand = kiosk.stand("shared", 30);
        Kiosk.Visitor visitor = kiosk.stranger();
        UUID group = newcomers.group(newcomers.settled().id());
        allow(visitor, stand, Set.of(), new Need.Reason(10), approval(group));
        UUID requirement = rules.add(
                Effect.REQUIRE,
                new Subject.Anyone(),
                stand.secret(),
                new Clauses(
                        Set.of(),
                        Set.of(new Need.StepUp(Duration.ofMinutes(5), Set.of(Need.Method.PASSKEY))),
                        Set.of(),
                        Set.of()),
                Verb.CODE_FETCH);
        Response told = access(visitor, stand);
        told.then().statusCode(200).body("code", equalTo("reason-required"));
        assertThat(told.<List<List<String>>>path("ways.step").getFirst())
                .containsExactlyInAnyOrder("reason", "approval", "step-up");
        assertThat(told.<List<List<String>>>path("ways.words").getFirst())
                .contains("ask 1 of " + group, "give a reason of at least 10 characters");
        assertThat(told.asString()).doesNotContain("A test's", requirement.toString());
    }

    private static Need approval(UUID group) {
        return new Need.Approval(
                1, Set.of(new Approver.Group(group)), Duration.ofHours(1), Duration.ofMinutes(30), 3, false);
    }

    private void allow(Kiosk.Visitor visitor, Kiosk.Stand stand, Set<Condition> when, Need... needs) {
        rules.add(
                Effect.ALLOW,
                new Subject.Person(visitor.person().id()),
                stand.secret(),
                new Clauses(when, Set.of(needs), Set.of(), Set.of()),
                Verb.CODE_FETCH);
    }

    @Test
    void whatIsHiddenIsAnsweredLikeWhatIsNotThereAndBothAreOnTheLog() {
        Kiosk.Stand stand = kiosk.stand("shared", 30);
        Kiosk.Visitor visitor = kiosk.stranger();
        Response hidden = access(visitor, stand);
        Response none = as(visitor.credential()).get("/api/v1/code/" + stand.path() + "-not/access");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(alike(hidden)).isEqualTo(alike(none));
        assertThat(entries.of(visitor.person().id(), "request-refused")).hasSize(2);
        Response fetch = as(visitor.credential()).post("/api/v1/code/" + stand.path());
        assertThat(alike(hidden)).isEqualTo(alike(fetch));
    }

    private static String alike(Response response) {
        return response.<String>path("code") + response.<String>path("detail") + response.<String>path("title");
    }

    /** Both are refused through the log, which is what takes time; neither is told by the clock. */
    @Test
    void hiddenAndAbsentTakeAlikeLong() {
        Kiosk.Stand stand = kiosk.stand("shared", 30);
        Kiosk.Visitor visitor = kiosk.stranger();
        List<Long> hidden = new ArrayList<>();
        List<Long> absent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hidden.add(took(visitor, stand.path()));
            absent.add(took(visitor, stand.path() + "-not"));
        }
        double ratio = (double) median(hidden) / median(absent);
        assertThat(ratio).isBetween(0.25, 4.0);
    }

    private static long took(Kiosk.Visitor visitor, String path) {
        long begin = System.nanoTime();
        as(visitor.credential()).get("/api/v1/code/" + path + "/access").then().statusCode(404);
        return System.nanoTime() - begin;
    }

    private static long median(List<Long> all) {
        Collections.sort(all);
        return all.get(all.size() / 2);
    }

    @Test
    void whoSeesItAndMayNotFetchHearsWhenTimeOpensItAndNotFromWhere() {
        Kiosk.Stand stand = kiosk.stand("shared", 30);
        Kiosk.Visitor visitor = kiosk.visitor(stand, Verb.SECRET_LIST);
        access(visitor, stand)
                .then()
                .statusCode(200)
                .body("code", equalTo("denied"))
                .body("ways", empty())
                .body("opens", nullValue());
        ZonedDateTime now = clock.instant().atZone(BERLIN);
        int from = (now.getHour() + 2) % 24 * 60;
        int until = (now.getHour() + 3) % 24 * 60;
        Condition later = new Condition.Hours(
                EnumSet.allOf(DayOfWeek.class), from, until == 0 ? Condition.Hours.DAY : until, BERLIN);
        allow(visitor, stand, Set.of(later));
        Instant opens = Instant.parse(access(visitor, stand)
                .then()
                .body("code", equalTo("denied"))
                .body("opens", notNullValue())
                .extract()
                .path("opens"));
        assertThat(opens)
                .isBetween(now.toInstant().plusSeconds(3_500), now.toInstant().plusSeconds(7_300));
        assertThat(opens.atZone(BERLIN).getHour() * 60).isEqualTo(from);
        Condition elsewhere = new Condition.Network(Set.of(AddressRange.of("192.0.2.0/24")));
        Kiosk.Visitor far = kiosk.visitor(stand, Verb.SECRET_LIST);
        allow(far, stand, Set.of(elsewhere));
        String told =
                access(far, stand).then().body("opens", nullValue()).extract().asString();
        assertThat(told).doesNotContain("192.0.2");
    }

    @Test
    void aProgramIsNotToldWhomToAsk() {
        Kiosk.Stand stand = kiosk.stand("shared", 30);
        UUID group = newcomers.group(newcomers.settled().id());
        Kiosk.Visitor visitor = kiosk.stranger();
        UUID person = visitor.person().id();
        allow(visitor, stand, Set.of(), approval(group));
        assertThat(access(visitor, stand).asString()).contains(group.toString());
        String token = service(stand, approval(group));
        String told = as(token)
                .get("/api/v1/code/" + stand.path() + "/access")
                .then()
                .statusCode(200)
                .body("code", equalTo("approval-required"))
                .extract()
                .asString();
        assertThat(told)
                .contains("ask 1 of those who may approve it")
                .doesNotContain(group.toString(), person.toString());
    }

    /** The token comes first: whoever issues one for what he may not himself waits for a second person. */
    private String service(Kiosk.Stand stand, Need need) {
        String id = asking.ask()
                .body(Map.of("name", Shelf.fresh()))
                .post("/api/v1/services")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String token = asking.ask()
                .body(Map.of("label", "one", "days", 30))
                .post("/api/v1/services/" + id + "/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        rules.add(
                Effect.ALLOW,
                new Subject.Service(UUID.fromString(id)),
                stand.secret(),
                new Clauses(Set.of(), Set.of(need), Set.of(), Set.of()),
                Verb.CODE_FETCH);
        return token;
    }

    @Test
    void aSecretThatIsCalledAccessIsStillAskedForItsCode() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "access");
        Kiosk.Visitor visitor = kiosk.stranger();
        rules.allow(visitor.person().id(), secret, Verb.CODE_FETCH);
        String at = "/api/v1/code/" + folder.path() + "/access";
        // It is bare of a seed, and says so as the desk of codes does: the path has not led elsewhere.
        assertThat(as(visitor.credential()).post(at).statusCode()).isIn(409, 503);
        as(visitor.credential()).get(at + "/access").then().statusCode(200).body("code", equalTo("ok"));
        as(visitor.credential()).get(at).then().statusCode(404);
    }

    private static Response access(Kiosk.Visitor visitor, Kiosk.Stand stand) {
        return as(visitor.credential()).get("/api/v1/code/" + stand.path() + "/access");
    }
}
