// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static dev.cofactor.desk.people.Reception.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.people.Reception.Guest;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Suspending people and letting them back. */
@QuarkusTest
class StatesHttpTest {
    private final Reception reception;
    private final Newcomers newcomers;
    private final Seconds seconds;
    private final Kiosk kiosk;
    private final LogEntries entries;
    private final WholeLog log;

    StatesHttpTest(
            Reception reception, Newcomers newcomers, Seconds seconds, Kiosk kiosk, LogEntries entries, WholeLog log) {
        this.reception = reception;
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.kiosk = kiosk;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoIsSuspendedIsRefusedWithTheVeryNextRequestAndComesInByNoDoor() {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        String his = newcomers.credential(person);
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        Reception.as(his).get(PEOPLE).then().statusCode(200);

        Caller second = seconds.confirm(Seconds.change(state(person.id(), "suspend")));

        Reception.as(his).get(PEOPLE).then().statusCode(401);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(303);
        assertThat(new Browser()
                        .signIn(person.accountName(), Newcomers.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        LogEntries.Entry entry = entries.about(person.id(), "person-suspended").getFirst();
        assertThat(entry.body().at("/details/count").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(entry.body().at("/actor/id").asText())
                .isEqualTo(second.actor().id().toString());
        assertThat(entry.body().at("/details/author").asText())
                .isEqualTo(reception.administrator().toString());
    }

    @Test
    void whoIsLetBackStandsWhereHeStoodAndSignsInAnew() {
        Person person = newcomers.inRole(Role.AUDITOR);
        String his = newcomers.credential(person);
        newcomers.suspend(
                newcomers.signedIn(person)); // which leaves his sessions, as a sign-in in the same moment would
        state(person.id(), "restore")
                .then()
                .statusCode(200)
                .body("person.state", equalTo("active"))
                .body("groups.name", hasItem("Auditors"));
        Reception.as(his).get("/api/v1/notices").then().statusCode(401);
        Reception.as(newcomers.credential(person))
                .get("/api/v1/audit/events")
                .then()
                .statusCode(200);
        assertThat(entries.about(person.id(), "person-restored")).hasSize(1);
    }

    @Test
    void whoIsSuspendedWhileHisRequestWaitsForACodeGetsNone() throws Exception {
        Kiosk.Stand stand = kiosk.stand("exclusive", 6);
        Kiosk.Visitor first = kiosk.fetcher(stand);
        Kiosk.Visitor waiting = kiosk.fetcher(stand);
        fetch(first, stand, "{\"minValidity\": 4}").then().statusCode(200); // it has just begun, so the other one waits
        CompletableFuture<Response> answer = Enrolling.begun(() -> fetch(waiting, stand, "{}"));
        Thread.sleep(700);
        assertThat(answer).isNotDone();
        state(waiting.person().id(), "suspend").then().statusCode(200);
        answer.get().then().statusCode(401).body("code", equalTo("unauthenticated"));
        assertThat(entries.of(waiting.person().id(), "code-released")).isEmpty();
    }

    @Test
    void nobodySuspendsOrRemovesHimself() {
        String self = PEOPLE + "/" + reception.administrator();
        reception.ask().post(self + "/suspend").then().statusCode(409).body("code", equalTo("oneself"));
        reception.ask().delete(self).then().statusCode(409).body("code", equalTo("oneself"));
        reception.ask().get(self).then().statusCode(200).body("person.state", equalTo("active"));
    }

    @Test
    void onlyWhoIsActiveIsSuspendedAndOnlyWhoIsSuspendedIsLetBack() {
        Guest guest = reception.guest();
        Person person = newcomers.settled();
        state(guest.person(), "suspend").then().statusCode(409).body("code", equalTo("person-not-active"));
        state(guest.person(), "restore").then().statusCode(409).body("code", equalTo("person-not-suspended"));
        state(person.id(), "restore").then().statusCode(409).body("code", equalTo("person-not-suspended"));
        state(person.id(), "suspend").then().statusCode(200);
        state(person.id(), "suspend").then().statusCode(409).body("code", equalTo("person-not-active"));
        assertThat(new Browser().open(guest.path()).statusCode()).isEqualTo(200);
        assertThat(entries.about(person.id(), "person-suspended")).hasSize(1);
    }

    @Test
    void whoMayNotEditPeopleChangesNobodysStateAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        Person other = newcomers.settled();
        String his = newcomers.credential(person);
        for (UUID one : new UUID[] {other.id(), person.id()}) {
            Reception.as(his).post(PEOPLE + "/" + one + "/suspend").then().statusCode(403);
            Reception.as(his).post(PEOPLE + "/" + one + "/restore").then().statusCode(403);
            Reception.as(his).delete(PEOPLE + "/" + one).then().statusCode(403);
        }
        String nobody = PEOPLE + "/" + UUID.randomUUID();
        Reception.as(his).post(nobody + "/suspend").then().statusCode(404);
        Reception.as(his).delete(nobody).then().statusCode(404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(8);
        reception.ask().get(PEOPLE + "/" + other.id()).then().body("person.state", equalTo("active"));
        reception.ask().post(nobody + "/suspend").then().statusCode(404);
        reception.ask().delete(nobody).then().statusCode(404);
    }

    @Test
    void theLastChangeToOneWhoIsThereNoMoreIsRefused() {
        Problem gone = PeopleRefused.removed();
        Guest guest = reception.guest();
        reception.ask().delete(PEOPLE + "/" + guest.id()).then().statusCode(204);
        state(guest.person(), "restore").then().statusCode(409).body("code", equalTo(gone.code()));
        state(guest.person(), "suspend").then().statusCode(409).body("code", equalTo(gone.code()));
        state(guest.person(), "invitation").then().statusCode(409).body("code", equalTo(gone.code()));
        reception.ask().delete(PEOPLE + "/" + guest.id()).then().statusCode(409);
        reception
                .ask()
                .body(Map.of("name", "x"))
                .patch(PEOPLE + "/" + guest.id())
                .then()
                .statusCode(409);
        reception
                .ask()
                .put(Reception.GROUPS + "/" + reception.group(dev.cofactor.fixtures.Shelf.fresh()) + "/members/"
                        + guest.id())
                .then()
                .statusCode(409)
                .body("code", equalTo(gone.code()));
    }

    private Response state(UUID person, String verb) {
        return reception.ask().post(PEOPLE + "/" + person + "/" + verb);
    }

    private static Response fetch(Kiosk.Visitor visitor, Kiosk.Stand stand, String how) {
        return Kiosk.as(visitor.credential())
                .contentType(ContentType.JSON)
                .body(how)
                .post("/api/v1/code/" + stand.path());
    }
}
