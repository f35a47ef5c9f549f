// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import static dev.cofactor.fixtures.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * "The on-call group may fetch codes of anything below a folder, on a day from 8 to 18 there, from the office, with one
 * approval by security within an hour, valid for 30 minutes and 3 uses": written over the API, tried, explained, and lived by.
 */
@QuarkusTest
class OnCallStoryHttpTest {
    private static final String POLICIES = "/api/v1/policies";

    private final Kiosk kiosk;
    private final Hearing hearing;
    private final Newcomers newcomers;
    private final Catalogue catalogue;
    private final LogEntries entries;
    private final WholeLog log;

    OnCallStoryHttpTest(
            Kiosk kiosk, Hearing hearing, Newcomers newcomers, Catalogue catalogue, LogEntries entries, WholeLog log) {
        this.kiosk = kiosk;
        this.hearing = hearing;
        this.newcomers = newcomers;
        this.catalogue = catalogue;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void onCallByDayFromTheOfficeWithOneYesForHalfAnHourAndThreeUses() throws Exception {
        Stand stand = kiosk.stand("shared", 3);
        UUID folder = catalogue
                .find(stand.secret())
                .map(Placed::folders)
                .orElseThrow()
                .getFirst();
        Person ann = newcomers.settled();
        Person stranger = newcomers.settled();
        Person sam = newcomers.inRole(Role.APPROVER);
        UUID onCall = newcomers.group(ann.id());
        UUID security = newcomers.group(sam.id());
        ZonedDateTime now = whereItIsTen();
        String author = newcomers.credential(newcomers.inRole(Role.POLICY_AUTHOR));
        written(author, folder, onCall, security, now);
        tried(author, ann, stand.secret(), onCall, now);
        whoCan(ann, stranger, stand);
        lived(ann, stranger, sam, stand);

        Clocks.goOn(Duration.ofHours(9));
        fetch(newcomers.credential(ann), stand).then().statusCode(404);
        why(ann, stand).then().statusCode(200).body(containsString("18:00"));
    }

    private static String written(String author, UUID folder, UUID onCall, UUID security, ZonedDateTime now) {
        Map<String, Object> approval = Map.of(
                "kind",
                "approval",
                "quorum",
                1,
                "of",
                List.of(Map.of("kind", "group", "id", security)),
                "decideWithin",
                "PT1H",
                "validFor",
                "PT30M",
                "uses",
                3);
        Map<String, Object> policy = Map.of(
                "name", "On-call fetches by day",
                "effect", "allow",
                "actions", List.of("secret.list", "code.fetch"),
                "to", List.of(Map.of("kind", "group", "id", onCall)),
                "on", List.of(Map.of("kind", "folder", "id", folder)),
                "when",
                        List.of(
                                Map.of(
                                        "kind", "hours",
                                        "days", List.of(day(now)),
                                        "from", "08:00",
                                        "until", "18:00",
                                        "zone", now.getZone().getId()),
                                Map.of("kind", "network", "in", List.of("127.0.0.0/8"))),
                "needs", List.of(approval));
        String seen = as(author).get(POLICIES).header("ETag");
        Response saved = as(author).header("If-Match", seen).body(policy).post(POLICIES);
        saved.then().statusCode(201).body("sentence", containsString("from 8:00 to 18:00"));
        return saved.path("policy.id");
    }

    private static void tried(String author, Person ann, UUID secret, UUID onCall, ZonedDateTime now) {
        Map<String, Object> test = Map.of(
                "kind", "test",
                "name", "On-call is asked for an approval",
                "as", Map.of("kind", "person", "id", ann.id(), "groups", List.of(onCall)),
                "when",
                        Map.of(
                                "time",
                                now.toLocalDate() + "T10:00",
                                "zone",
                                now.getZone().getId(),
                                "from",
                                "127.0.0.1"),
                "do", "code.fetch",
                "on", Map.of("kind", "secret", "id", secret),
                "expect", Map.of("answer", "challenge", "needs", List.of("approval")));
        Response kept = as(author).body(test).post(POLICIES + "/expectations");
        kept.then().statusCode(201);
        String at = POLICIES + "/expectations/" + kept.path("id");
        as(author)
                .header("If-Match", as(author).get(at).header("ETag"))
                .delete(at)
                .then()
                .statusCode(204);
    }

    private void whoCan(Person ann, Person stranger, Stand stand) {
        String auditor = newcomers.credential(newcomers.inRole(Role.AUDITOR));
        Response answer = as(auditor)
                .body(Map.of("verb", "code.fetch", "secret", stand.path()))
                .post(POLICIES + "/who-can");
        answer.then()
                .statusCode(200)
                .body("found.find { it.id == '" + ann.id() + "' }.extent", equalTo("sometimes"))
                .body("found.find { it.id == '" + ann.id() + "' }.outright", equalTo("never"))
                .body(
                        "found.id",
                        org.hamcrest.Matchers.not(hasItem(stranger.id().toString())));
    }

    private void lived(Person ann, Person stranger, Person sam, Stand stand) throws InterruptedException {
        String hers = newcomers.credential(ann);
        Response asked = fetch(hers, stand);
        asked.then().statusCode(403).body("code", equalTo("approval-required"));
        String request = asked.path("request");
        fetch(hers, stand)
                .then()
                .statusCode(403)
                .body("code", equalTo("approval-pending"))
                .body("request", equalTo(request));
        fetch(newcomers.credential(stranger), stand).then().statusCode(404);

        Browser approver = hearing.at(sam);
        assertThat(approver.open("/approvals/" + request).statusCode()).isEqualTo(200);
        Hearing.led(approver.send("/approvals/" + request, Map.of("act", "for", "uses", "3", "minutes", "30")));
        for (int use = 0; use < 3; use++) {
            fetch(hers, stand).then().statusCode(200);
            Thread.sleep(stand.parameters().period() * 1000L); // the same step again would be no other use
        }
        Response again = fetch(hers, stand);
        again.then().statusCode(403).body("code", equalTo("approval-required"));
        assertThat(again.<String>path("request")).isNotEqualTo(request);
        assertThat(entries.about(stand.secret(), "code-released"))
                .filteredOn(entry -> entry.outcome().equals("done")) // a code that was over first is repeated
                .filteredOn(entry ->
                        entry.body().at("/actor/id").asText().equals(ann.id().toString()))
                .hasSize(3)
                .allSatisfy(entry ->
                        assertThat(entry.body().at("/details/grant").asText()).isNotEmpty());
        UUID first = PublicId.REQUEST.read(request).orElseThrow();
        assertThat(entries.about(first, "access-approved")).hasSize(1);
    }

    private Response why(Person ann, Stand stand) {
        String auditor = newcomers.credential(newcomers.inRole(Role.AUDITOR));
        return as(auditor)
                .body(Map.of(
                        "actor",
                        Map.of("kind", "person", "id", ann.id().toString()),
                        "verb",
                        "code.fetch",
                        "secret",
                        stand.path(),
                        "address",
                        "127.0.0.1"))
                .post(POLICIES + "/why");
    }

    private static Response fetch(String credential, Stand stand) {
        return as(credential).body(Map.of()).post("/api/v1/code/" + stand.path());
    }

    /** Office hours are tried wherever it is ten in the morning by the clock of the tests. */
    private static ZonedDateTime whereItIsTen() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .filter(zone -> zone.startsWith("Etc/GMT"))
                .map(zone -> new Clocks().instant().atZone(ZoneId.of(zone)))
                .filter(time -> time.getHour() == 10)
                .findFirst()
                .orElseThrow();
    }

    private static String day(ZonedDateTime now) {
        return now.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
