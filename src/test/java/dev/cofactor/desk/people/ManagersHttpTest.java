// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static dev.cofactor.desk.people.Reception.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who answers for whom. */
@QuarkusTest
class ManagersHttpTest {
    private final Reception reception;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    ManagersHttpTest(Reception reception, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.reception = reception;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aManagerIsShownAndTakenAwayAndTheRecordNamesHim() {
        UUID person = reception.guest().person();
        UUID manager = newcomers.settled().id();
        manage(person, manager).then().statusCode(204);
        shown(person).then().body("manager.id", equalTo(manager.toString()));
        nobody(person).then().statusCode(204);
        shown(person).then().body("manager", nullValue());
        List<LogEntries.Entry> changes = entries.about(person, "person-changed");
        assertThat(changes)
                .extracting(entry -> entry.body().at("/details/parts/0").asText())
                .containsExactly("manager", "manager");
        assertThat(changes)
                .extracting(entry -> entry.body().at("/details/other").asText())
                .containsExactly(manager.toString(), "");
    }

    @Test
    void nobodyIsHisOwnManagerDirectlyOrThroughOthers() {
        UUID one = newcomers.settled().id();
        UUID two = newcomers.settled().id();
        UUID three = newcomers.settled().id();
        refused(manage(one, one), "manager-circle");
        manage(one, two).then().statusCode(204);
        manage(two, three).then().statusCode(204);
        refused(manage(three, one), "manager-circle");
        refused(manage(two, one), "manager-circle");
        nobody(one).then().statusCode(204);
        manage(three, one).then().statusCode(204);
    }

    @Test
    void ofTwoWhoBecomeEachOthersManagerOneIsRefused() {
        for (int round = 0; round < 5; round++) {
            UUID one = newcomers.settled().id();
            UUID two = newcomers.settled().id();
            assertThat(Enrolling.atOnce(2, i -> i == 0 ? manage(one, two) : manage(two, one)))
                    .containsExactlyInAnyOrder(204, 409);
        }
    }

    @Test
    void whoHasGoneIsNobodysManagerAndWhoMayNotEditPeopleNamesNone() {
        UUID gone = reception.guest().person();
        Person person = newcomers.settled();
        reception.ask().delete(PEOPLE + "/" + gone).then().statusCode(204);
        refused(manage(person.id(), gone), "person-removed");
        refused(manage(gone, person.id()), "person-removed");
        manage(person.id(), UUID.randomUUID()).then().statusCode(404);
        manage(UUID.randomUUID(), person.id()).then().statusCode(404);
        String his = newcomers.credential(person);
        String manager = PEOPLE + "/" + person.id() + "/manager";
        Reception.as(his).put(manager + "/" + reception.administrator()).then().statusCode(403);
        Reception.as(his).put(manager + "/" + UUID.randomUUID()).then().statusCode(404);
        Reception.as(his).delete(manager).then().statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(3);
        assertThat(entries.about(person.id(), "person-changed")).isEmpty();
    }

    private Response manage(UUID person, UUID manager) {
        return reception.ask().put(PEOPLE + "/" + person + "/manager/" + manager);
    }

    private Response nobody(UUID person) {
        return reception.ask().delete(PEOPLE + "/" + person + "/manager");
    }

    private Response shown(UUID person) {
        return reception.ask().get(PEOPLE + "/" + person);
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(409).body("code", equalTo(code));
    }
}
