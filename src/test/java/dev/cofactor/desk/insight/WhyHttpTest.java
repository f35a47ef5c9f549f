// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import static dev.cofactor.desk.insight.Reviewing.POLICIES;
import static dev.cofactor.desk.insight.Reviewing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WrongClock;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.AddressRange;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why, as reviewers ask it; and what those hear who may not. */
@QuarkusTest
class WhyHttpTest {
    private static final String MONDAY_MORNING = "2026-12-07T09:00:00Z";
    private static final String SUNDAY_NIGHT = "2026-12-06T22:00:00Z";

    private final Reviewing reviewing;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final Folders folders;
    private final LogEntries entries;

    WhyHttpTest(
            Reviewing reviewing, Newcomers newcomers, Rules rules, Shelf shelf, Folders folders, LogEntries entries) {
        this.folders = folders;
        this.reviewing = reviewing;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.entries = entries;
    }

    @Test
    void officeHoursOfficeNetworkAndAnApprovalAreExplained() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "root");
        Person person = newcomers.settled();
        UUID security = newcomers.group(newcomers.settled().id());
        UUID group = newcomers.group(person.id());
        UUID policy = rules.add(Effect.ALLOW, new Subject.Group(group), secret, office(security), Verb.CODE_FETCH);
        Map<String, Object> asked = Reviewing.person(person.id(), folder.path() + "/root");
        asked.put("at", MONDAY_MORNING);
        asked.put("address", "192.0.2.7");
        reviewing
                .why(asked)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("challenged"))
                .body("told", equalTo("approval-required"))
                .body("actor.name", equalTo(person.displayName()))
                .body("actor.groups.id", hasItem(group.toString()))
                .body("applied[0].policy", equalTo(policy.toString()))
                .body("applied[0].to.id", equalTo(group.toString()))
                .body("applied[0].on.name", equalTo(folder.path() + "/root"))
                .body("ways[0].needs[0].need.kind", equalTo("approval"))
                .body("ways[0].needs[0].words", equalTo("ask 1 of " + security))
                .body("ways[0].needs[0].missing", equalTo(true))
                .body("opens", nullValue());
        atNight(asked, policy);
    }

    private void atNight(Map<String, Object> asked, UUID policy) {
        asked.put("at", SUNDAY_NIGHT);
        asked.put("address", "198.51.100.7");
        Response shut = reviewing.why(asked);
        shut.then()
                .body("outcome", equalTo("denied"))
                .body("cause", equalTo("nothing-allows"))
                .body("told", equalTo("not-found"))
                .body("applied", empty())
                .body("near[0].but.policy", equalTo(policy.toString()))
                .body("opens", nullValue());
        assertThat(shut.<List<String>>path("near[0].unmet.condition.kind"))
                .containsExactlyInAnyOrder("hours", "network");
        asked.put("address", "192.0.2.7");
        reviewing
                .why(asked)
                .then()
                .body("near[0].unmet.condition.kind", equalTo(List.of("hours")))
                .body(
                        "near[0].unmet.words",
                        equalTo(List.of("only Monday to Friday from 8:00 to 18:00 (Europe/Berlin)")))
                .body("opens", equalTo("2026-12-07T07:00:00Z"));
    }

    private static Clauses office(UUID approvers) {
        return new Clauses(
                Set.of(
                        new Condition.Hours(
                                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 8 * 60, 18 * 60, AnyClauses.BERLIN),
                        new Condition.Network(Set.of(AddressRange.of("192.0.2.0/24")))),
                Set.of(new Need.Approval(
                        1,
                        Set.of(new Approver.Group(approvers)),
                        Duration.ofHours(1),
                        Duration.ofMinutes(30),
                        3,
                        false)),
                Set.of(),
                Set.of());
    }

    @Test
    void whileTheClockIsOffItSaysSoAndThatTheHourIsMissing() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "root");
        Person person = newcomers.settled();
        Condition always =
                new Condition.Hours(EnumSet.allOf(DayOfWeek.class), 0, Condition.Hours.DAY, AnyClauses.BERLIN);
        Clauses clauses = new Clauses(Set.of(always), Set.of(), Set.of(), Set.of());
        rules.add(Effect.ALLOW, new Subject.Person(person.id()), secret, clauses, Verb.CODE_FETCH);
        Map<String, Object> asked = Reviewing.person(person.id(), folder.path() + "/root");
        reviewing.why(asked).then().body("outcome", equalTo("allowed")).body("clock", nullValue());
        try (WrongClock wrong = WrongClock.by(Duration.ofSeconds(-3))) {
            reviewing
                    .why(asked)
                    .then()
                    .body("outcome", equalTo("denied"))
                    .body("clock", equalTo("off"))
                    .body("near[0].unmet.condition.kind", equalTo(List.of("hours")));
            asked.put("at", SUNDAY_NIGHT);
            reviewing.why(asked).then().body("outcome", equalTo("allowed")).body("clock", nullValue());
        }
    }

    @Test
    void theDenyThatWinsIsNamedWithWhatItDenies() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "root");
        Person person = newcomers.settled();
        UUID allow = rules.allow(person.id(), secret, Verb.CODE_FETCH, Verb.SECRET_LIST);
        UUID deny = rules.deny(person.id(), secret, Verb.CODE_FETCH);
        Response why = reviewing.why(Reviewing.person(person.id(), folder.path() + "/root"));
        why.then()
                .body("outcome", equalTo("denied"))
                .body("cause", equalTo("a-policy-denies"))
                .body("told", equalTo("denied"));
        assertThat(why.<List<String>>path("applied.policy")).contains(allow.toString(), deny.toString());
    }

    @Test
    void whoeverEditsPoliciesMayAskTooAndAboutTheInstallation() {
        Person person = newcomers.settled();
        reviewing
                .asAuthor()
                .body(Map.of("actor", Map.of("kind", "person", "id", person.id().toString()), "verb", "people.edit"))
                .post(POLICIES + "/why")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("denied"))
                .body("told", equalTo("denied"));
    }

    @Test
    void anOrdinaryPersonHearsNothingOfAnybodyAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        Map<String, Object> asked = Reviewing.person(person.id(), "nowhere/at-all");
        for (String question : List.of("why", "who-can", "what-changes")) {
            as(his).body(asked)
                    .post(POLICIES + "/" + question)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("denied"));
            as(his).body("{no json").post(POLICIES + "/" + question).then().statusCode(403);
        }
        assertThat(entries.of(person.id(), "request-refused")).hasSize(6);
    }

    @Test
    void whatIsSomebodysOwnIsAsIfItWereNotThere() {
        Person owner = newcomers.settled();
        Folder personal = shelf.change(
                Moves.WORLD, at -> folders.addPersonal(UUID.randomUUID(), owner.id(), owner.accountName(), at));
        shelf.secret(personal, "mine");
        String hidden = personal.path() + "/mine";
        String own = reviewing
                .why(Reviewing.person(owner.id(), hidden))
                .then()
                .statusCode(404)
                .extract()
                .asString();
        String none = reviewing
                .why(Reviewing.person(owner.id(), "personal/nobody/nothing"))
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(withoutTrace(own)).isEqualTo(withoutTrace(none));
    }

    private static String withoutTrace(String problem) {
        return problem.replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    @Test
    void whatCannotBeReadIsNamedByItsPlaceAndNeverRepeated() {
        String sent = "c4n4ry-in-a-question";
        Map<String, String> wrong = Map.of(
                "{\"" + sent + "\": 1}",
                "the document",
                "{\"actor\": {\"kind\": \"" + sent + "\", \"id\": \"" + UUID.randomUUID()
                        + "\"}, \"verb\": \"code.fetch\", \"secret\": \"a/b\"}",
                "`/actor/kind`",
                "{\"actor\": {\"kind\": \"person\", \"id\": \"" + sent + "\"}}",
                "`/actor/id`",
                "{\"actor\": {\"kind\": \"person\", \"id\": \"" + UUID.randomUUID() + "\"}, \"verb\": \"" + sent
                        + "\"}",
                "`/verb`",
                body("at", sent),
                "`/at`",
                body("at", "-999999999-01-01T00:00:00Z"),
                "`/at`",
                body("address", sent),
                "`/address`",
                body("address", "10.0.0.0/8"),
                "`/address`",
                body("reason", "x\\u0000" + sent),
                "`/reason`");
        wrong.forEach((body, place) -> {
            String said = reviewing
                    .asAuditor()
                    .body(body)
                    .post(POLICIES + "/why")
                    .then()
                    .statusCode(400)
                    .extract()
                    .asString();
            assertThat(said).contains(place).doesNotContain(sent);
        });
    }

    private static String body(String member, String value) {
        return "{\"actor\": {\"kind\": \"person\", \"id\": \"" + UUID.randomUUID()
                + "\"}, \"verb\": \"code.fetch\", \"secret\": \"a/b\", \"" + member + "\": \"" + value + "\"}";
    }

    @Test
    void depthAndSizeHaveAnEnd() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        String large = "{\"reason\": \"" + "x".repeat(900_000) + "\"}";
        for (String question : List.of("why", "who-can", "what-changes")) {
            String at = POLICIES + "/" + question;
            reviewing.asAuditor().body(deep).post(at).then().statusCode(400);
            reviewing.asAuditor().body(large).post(at).then().statusCode(400);
        }
    }

    /** A whole set of policies may be as long as that; what is none is put down at once, and of a stranger never read. */
    @Test
    void tenMegabytesAreReadOfNobodyWhoMayNotAsk() {
        String large = "{\"policy\": \"" + "x".repeat(10 << 20) + "\"}";
        String at = POLICIES + "/what-changes";
        as(newcomers.credential(newcomers.settled()))
                .body(large)
                .post(at)
                .then()
                .statusCode(403);
        reviewing.asAuditor().body(large).post(at).then().statusCode(400);
    }
}
