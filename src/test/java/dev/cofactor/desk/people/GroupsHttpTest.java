// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static dev.cofactor.desk.people.Reception.GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.cofactor.desk.people.Reception.Guest;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups as an administrator sees them, and what standing in one gives and leaving it takes. */
@QuarkusTest
class GroupsHttpTest {
    private static final String SERVICES = "/api/v1/services";

    private final Reception reception;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;
    private final Roles roles;
    private final Seconds seconds;

    GroupsHttpTest(Reception reception, Newcomers newcomers, LogEntries entries, WholeLog log, Roles roles, Seconds seconds) {
        this.reception = reception;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
        this.roles = roles;
        this.seconds = seconds;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aGroupIsMadeAndRenamedAndItsNameIsItsOwn() {
        String name = Shelf.fresh();
        String group = reception.group(name);
        create(name).then().statusCode(409).body("code", equalTo("group-name-taken"));
        String other = Shelf.fresh();
        rename(group, other).then().statusCode(200).body("group.name", equalTo(other));
        rename(group, "Administrators").then().statusCode(409).body("code", equalTo("group-name-taken"));
        reception.ask().get(GROUPS).then().statusCode(200).body("groups.name", hasItem(other));
        assertThat(entries.about(UUID.fromString(group), "group-changed"))
                .extracting(entry -> entry.body().at("/details/parts/0").asText())
                .containsExactly("group", "name");
        create("a\u0000b").then().statusCode(400);
        reception.ask().body("{}").post(GROUPS).then().statusCode(400);
    }

    @Test
    void whoJoinsTwiceStandsThereOnceAndWhoLeavesTwiceIsGone() {
        String group = reception.group(Shelf.fresh());
        Guest guest = reception.guest();
        for (int i = 0; i < 2; i++) {
            join(group, guest.id()).then().statusCode(204);
        }
        seen(group).then().body("members.id", equalTo(java.util.List.of(guest.id())));
        seen(group).then().body("members[0].kind", equalTo("person"));
        for (int i = 0; i < 2; i++) {
            leave(group, guest.id()).then().statusCode(204);
        }
        join(group, guest.id()).then().statusCode(204);
        seen(group).then().body("members.id", equalTo(java.util.List.of(guest.id())));
        assertThat(entries.about(UUID.fromString(group), "group-changed"))
                .extracting(entry -> entry.body().at("/details/parts").toString())
                .containsExactly("[\"group\"]", "[\"joined\"]", "[]", "[\"left\"]", "[]", "[\"joined\"]");
        assertThat(entries.about(UUID.fromString(group), "group-changed")
                        .getLast()
                        .body()
                        .at("/details/other")
                        .asText())
                .isEqualTo(guest.id());
    }

    @Test
    void whatAGroupGivesIsThereWithJoiningAndGoneWithLeaving() {
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        String administrators = Role.ADMINISTRATOR.group().toString();
        for (int i = 0; i < 3; i++) {
            Reception.as(his).get(SERVICES).then().statusCode(403);
            join(administrators, person.id().toString()).then().statusCode(204);
            Reception.as(his).get(SERVICES).then().statusCode(200);
            seconds.confirm(leave(administrators, person.id().toString()));
        }
        Reception.as(his).get(SERVICES).then().statusCode(403);
    }

    @Test
    void servicesStandInGroupsAndSuspendedPeopleJoinNone() {
        String group = reception.group(Shelf.fresh());
        String service = reception
                .ask()
                .body(Map.of("name", Shelf.fresh()))
                .post(SERVICES)
                .path("id");
        join(group, service).then().statusCode(204);
        seen(group).then().body("members[0].kind", equalTo("service"));
        Person suspended = newcomers.settled();
        newcomers.suspend(newcomers.signedIn(suspended));
        join(group, suspended.id().toString()).then().statusCode(409).body("code", equalTo("person-suspended"));
        leave(group, suspended.id().toString()).then().statusCode(204);
    }

    @Test
    void groupsThatCameAlongKeepTheirNamesAndEverybodyStandsInEveryone() {
        Guest guest = reception.guest();
        String everyone = Groups.EVERYONE.toString();
        rename(everyone, Shelf.fresh()).then().statusCode(409).body("code", equalTo("group-built-in"));
        leave(everyone, guest.id()).then().statusCode(409).body("code", equalTo("group-of-everyone"));
        join(everyone, guest.id()).then().statusCode(409).body("code", equalTo("group-of-everyone"));
        seen(everyone).then().body("members.id", hasItem(guest.id()));
    }

    @Test
    void theLastAdministratorWhoIsActiveStays() throws SQLException {
        String self = reception.administrator().toString();
        String administrators = Role.ADMINISTRATOR.group().toString();
        Guest guest = reception.guest();
        join(administrators, guest.id()).then().statusCode(204);
        String others = "from membership where member = person.id and group_id = '" + administrators
                + "' and until is null and person.id <> '" + self + "'";
        try (Connection superuser = roles.superuser()) {
            Roles.execute(
                    superuser,
                    "create temp table put_aside as select id from person where active and exists (select 1 " + others
                            + ")");
            Roles.execute(superuser, "update person set active = false where id in (select id from put_aside)");
            try {
                leave(administrators, self).then().statusCode(409).body("code", equalTo("last-administrator"));
                seen(administrators).then().statusCode(200).body("members.id", hasItem(self));
                leave(administrators, guest.id()).then().statusCode(204); // who never came could object to nothing
            } finally {
                Roles.execute(superuser, "update person set active = true where id in (select id from put_aside)");
            }
        }
        seen(administrators).then().body("members.id", not(hasItem(guest.id())));
    }

    @Test
    void whoMayNotEditPeopleChangesNoGroupAndThatIsOnTheLog() {
        String group = reception.group(Shelf.fresh());
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        String member = GROUPS + "/" + group + "/members/" + person.id();
        Reception.as(his).get(GROUPS).then().statusCode(403);
        Reception.as(his).body("{}").post(GROUPS).then().statusCode(403);
        Reception.as(his).get(GROUPS + "/" + group).then().statusCode(403);
        Reception.as(his).body("{}").patch(GROUPS + "/" + group).then().statusCode(403);
        Reception.as(his).put(member).then().statusCode(403);
        Reception.as(his).delete(member).then().statusCode(403);
        Reception.as(his).get(GROUPS + "/" + UUID.randomUUID()).then().statusCode(404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(7);
        assertThat(entries.about(UUID.fromString(group), "group-changed")).hasSize(1);
    }

    @Test
    void whoOrWhatIsNotThereIsOnTheLog() {
        String group = reception.group(Shelf.fresh());
        String nobody = UUID.randomUUID().toString();
        int refused = entries.of(reception.administrator(), "request-refused").size();
        join(group, nobody).then().statusCode(404);
        leave(group, nobody).then().statusCode(404);
        join(nobody, reception.guest().id()).then().statusCode(404);
        rename(nobody, "x").then().statusCode(404);
        assertThat(entries.of(reception.administrator(), "request-refused")).hasSize(refused + 4);
    }

    private Response create(String name) {
        return reception.ask().body(Map.of("name", name)).post(GROUPS);
    }

    private Response rename(String group, String name) {
        return reception.ask().body(Map.of("name", name)).patch(GROUPS + "/" + group);
    }

    private Response seen(String group) {
        return reception.ask().get(GROUPS + "/" + group);
    }

    private Response join(String group, String member) {
        return reception.ask().put(GROUPS + "/" + group + "/members/" + member);
    }

    private Response leave(String group, String member) {
        return reception.ask().delete(GROUPS + "/" + group + "/members/" + member);
    }
}
