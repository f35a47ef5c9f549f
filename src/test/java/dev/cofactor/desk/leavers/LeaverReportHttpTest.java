// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.leavers;

import static dev.cofactor.desk.leavers.Leaving.PEOPLE;
import static dev.cofactor.desk.leavers.Leaving.SERVICES;
import static dev.cofactor.desk.seeds.Enrolling.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Slug;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody leaves behind, before he goes and afterwards, and who may know of it. */
@QuarkusTest
class LeaverReportHttpTest {
    private final Leaving leaving;
    private final Seconds seconds;
    private final Enrolling enrolling;
    private final Kiosk kiosk;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final CatalogueEdits edits;
    private final Gate gate;
    private final LogEntries entries;
    private final WholeLog log;

    LeaverReportHttpTest(
            Leaving leaving,
            Seconds seconds,
            Enrolling enrolling,
            Kiosk kiosk,
            Newcomers newcomers,
            Rules rules,
            Shelf shelf,
            CatalogueEdits edits,
            Gate gate,
            LogEntries entries,
            WholeLog log) {
        this.leaving = leaving;
        this.seconds = seconds;
        this.enrolling = enrolling;
        this.kiosk = kiosk;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.edits = edits;
        this.gate = gate;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void seedsThatSomebodyTypedAreListedUntilTheyAreEnrolledAnew() {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        String his = newcomers.credential(person);
        UUID secret = shelf.secret(shelf.folder(), "otp");
        UUID anothers = shelf.secret(shelf.folder(), "otp");
        enrolling.serving(anothers);
        String key = leaving.enter(his, secret);
        Leaving.prove(his, secret, key);
        JsonPath report = leaving.report(person);
        assertThat(report.getList("seeds.secret.id")).containsExactly(PublicId.SECRET.of(secret));
        assertThat(report.getString("seeds[0].state")).isEqualTo("serving");
        assertThat(report.getList("seeds[0].how")).containsExactly("typed");
        String text = report.prettify();
        assertThat(text).doesNotContain(key);

        seconds.confirm(as(enrolling.administrator()).delete(PEOPLE + person.id()));
        assertThat(leaving.report(person).getList("seeds.secret.id")).containsExactly(PublicId.SECRET.of(secret));
        String other = enrolling.key();
        enrolling.enter(secret, other, "compromised").then().statusCode(200);
        Leaving.prove(enrolling.administrator(), secret, other);
        assertThat(leaving.report(person).getList("seeds")).isEmpty();
    }

    @Test
    void whatWasReleasedIsCountedBySecretAndRefusalsAreNot() {
        Kiosk.Stand stand = kiosk.stand("shared", 3);
        Kiosk.Visitor visitor = kiosk.fetcher(stand);
        for (int i = 0; i < 2; i++) {
            as(visitor.credential())
                    .body("{}")
                    .post("/api/v1/code/" + stand.path())
                    .then()
                    .statusCode(200);
        }
        Caller caller = newcomers.signedIn(visitor.person());
        Subject about = new Subject(Subject.Kind.SECRET, stand.secret());
        gate.note(Fact.done(caller, EventClass.BACKUP_CODE_TAKEN, about));
        gate.note(Fact.failed(caller, EventClass.CODE_RELEASED, java.util.Optional.of(about)));
        for (int i = 0; i < 3; i++) {
            gate.note(Fact.done(caller, EventClass.FIELD_REVEALED, about));
        }
        JsonPath report = leaving.report(visitor.person());
        assertThat(report.getList("used.secret.id")).containsExactly(PublicId.SECRET.of(stand.secret()));
        assertThat(report.getInt("used[0].codes")).isEqualTo(2);
        assertThat(report.getInt("used[0].backupCodes")).isEqualTo(1);
        assertThat(report.getInt("used[0].fields")).isEqualTo(3);
        assertThat(report.getList("seeds")).isEmpty();
        assertThat(report.getBoolean("rest.whole")).isTrue();
    }

    @Test
    void whatNobodyElseWhoIsActiveOwnsIsListed() {
        Person person = newcomers.settled();
        Person other = newcomers.settled();
        Person suspended = newcomers.settled();
        newcomers.suspend(newcomers.signedIn(suspended));
        UUID hisGroup = newcomers.group(person.id(), suspended.id());
        UUID bothTheirs = newcomers.group(person.id(), other.id());
        UUID alone = leaving.owned(person.id());
        UUID withSuspended = leaving.owned(person.id(), suspended.id(), hisGroup);
        leaving.owned(person.id(), other.id());
        leaving.owned(person.id(), bothTheirs);
        leaving.owned(other.id());
        assertThat(new HashSet<>(leaving.report(person).<String>getList("owned.id")))
                .isEqualTo(Set.of(PublicId.SECRET.of(alone), PublicId.SECRET.of(withSuspended)));
    }

    @Test
    void tokensThatHeSawAreListedWhileTheyAreGoodAndGroupsAsTheyWere() {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        String his = newcomers.credential(person);
        UUID group = newcomers.group(person.id());
        newcomers.group(group);
        String service =
                as(his).body(Map.of("name", Shelf.fresh())).post(SERVICES).path("id");
        String good = Leaving.token(his, service);
        String ended = Leaving.token(his, service);
        as(his).delete(SERVICES + "/" + service + "/tokens/" + ended).then().statusCode(204);
        JsonPath before = leaving.report(person);
        seconds.confirm(as(enrolling.administrator()).delete(PEOPLE + person.id()));
        JsonPath after = leaving.report(person);
        for (JsonPath report : List.of(before, after)) {
            assertThat(report.getList("tokens.id")).containsExactly(good);
            assertThat(report.getList("services.id")).containsExactly(service);
            assertThat(new HashSet<>(report.<String>getList("groups.id")))
                    .isEqualTo(Set.of(
                            group.toString(),
                            Role.USER.group().toString(),
                            Role.ADMINISTRATOR.group().toString()));
        }
        assertThat(before.getString("person.state")).isEqualTo("active");
        assertThat(after.getString("person.state")).isEqualTo("removed");
    }

    @Test
    void whatItsReaderMayNotSeeIsCountedAndNeverNamed() {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        String his = newcomers.credential(person);
        UUID typed = shelf.secret(shelf.folder(), "otp");
        leaving.enter(his, typed);
        leaving.owned(person.id());
        String service =
                as(his).body(Map.of("name", Shelf.fresh())).post(SERVICES).path("id");
        Leaving.token(his, service);
        String mine = Leaving.personal(his);
        Person editor = newcomers.settled();
        rules.allow(editor.id(), new Resource.Everything(), Verb.PEOPLE_EDIT);
        JsonPath report = Leaving.report(newcomers.credential(editor), person);
        for (String list : List.of("seeds", "used", "owned", "services", "tokens")) {
            assertThat(report.getList(list)).as(list).isEmpty();
        }
        assertThat(report.getInt("rest.hidden")).isEqualTo(2);
        assertThat(report.getInt("rest.machines")).isEqualTo(2);
        assertThat(report.getInt("rest.personal")).isEqualTo(1);
        assertThat(leaving.report(person).getInt("rest.personal")).isEqualTo(1);
        assertThat(leaving.report(person).prettify()).doesNotContain(mine).doesNotContain("My own thing");
    }

    @Test
    void thatItIsReadIsOnTheLogAndWhoMayNotLearnsNothing() {
        Person person = newcomers.settled();
        Person stranger = newcomers.settled();
        String his = newcomers.credential(stranger);
        for (String path : List.of("/leaver-report", "/leaver-report.csv")) {
            as(his).get(PEOPLE + person.id() + path).then().statusCode(403);
            as(his).get(PEOPLE + stranger.id() + path).then().statusCode(403);
            as(his).get(PEOPLE + UUID.randomUUID() + path).then().statusCode(404);
            as(enrolling.administrator())
                    .get(PEOPLE + UUID.randomUUID() + path)
                    .then()
                    .statusCode(404);
        }
        assertThat(entries.of(stranger.id(), "request-refused")).hasSize(6);
        assertThat(entries.about(person.id(), "audit-read")).isEmpty();
        leaving.report(person);
        LogEntries.Entry read = entries.about(person.id(), "audit-read").getFirst();
        assertThat(read.body().at("/details/parts/0").asText()).isEqualTo("leaver-report");
        assertThat(read.body().at("/details/verb").asText()).isEqualTo("people.edit");
    }

    @Test
    void asATableNamesRunNothing() {
        Person person = newcomers.settled();
        UUID secret = leaving.owned(person.id());
        shelf.edit(secret, at -> {
            edits.rename(secret, new Slug("formula"), new DisplayName("=HYPERLINK(\"x\")<b>"), at);
            return secret;
        });
        String table = as(enrolling.administrator())
                .get(PEOPLE + person.id() + "/leaver-report.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(table)
                .startsWith("kind,id,path,name,what,number,last\r\n")
                .contains("owned-alone," + PublicId.SECRET.of(secret) + ",")
                .contains(",\"'=HYPERLINK(\"\"x\"\")<b>\",");
        assertThat(table.lines())
                .allMatch(line -> line.matches("(kind|seed|used|owned-alone|service|token|group|managed|rest),.*"));
    }

    @Test
    void whomHeAnswersForIsListed() {
        Person person = newcomers.settled();
        Person managed = newcomers.settled();
        as(enrolling.administrator())
                .put(PEOPLE + managed.id() + "/manager/" + person.id())
                .then()
                .statusCode(204);
        as(enrolling.administrator())
                .get(PEOPLE + person.id() + "/leaver-report")
                .then()
                .body("managed.id", equalTo(List.of(managed.id().toString())));
    }
}
