// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.people.Reception.Guest;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The host's way back: on the log first, and of no effect without. */
@QuarkusTest
class RecoveryTest {
    private static final String GIVEN = "given by the host";

    private final Recovery recovery;
    private final People people;
    private final Groups groups;
    private final Newcomers newcomers;
    private final Reception reception;
    private final Roles roles;
    private final LogEntries entries;
    private final WholeLog log;

    RecoveryTest(
            Recovery recovery,
            People people,
            Groups groups,
            Newcomers newcomers,
            Reception reception,
            Roles roles,
            LogEntries entries,
            WholeLog log) {
        this.recovery = recovery;
        this.people = people;
        this.groups = groups;
        this.newcomers = newcomers;
        this.reception = reception;
        this.roles = roles;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoWasSuspendedIsAnAdministratorAgainAndAllHeShowedBeforeIsDead() {
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        newcomers.suspend(newcomers.signedIn(person)); // his sessions stay in the table

        recovery.letBack(person.accountName(), GIVEN);

        assertThat(isActiveAdministrator(person.id())).isTrue();
        Reception.as(his).get("/api/v1/notices").then().statusCode(401);
        assertThat(signsIn(person.accountName(), Newcomers.PASSWORD)).isFalse();
        assertThat(leadsTo(person.accountName(), GIVEN)).endsWith("/new-password");
        onLogFirst(person.id(), "person-changed");
    }

    @Test
    void whoIsActiveLosesHisSessionsAndWhoWasInvitedHisLink() {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        String his = newcomers.credential(person);
        Guest guest = reception.guest();
        recovery.letBack(person.accountName(), GIVEN);
        recovery.letBack(guest.accountName(), GIVEN);
        Reception.as(his).get("/api/v1/notices").then().statusCode(401);
        assertThat(new Browser().open(guest.path()).statusCode()).isEqualTo(404);
        assertThat(isActiveAdministrator(guest.person())).isTrue();
        assertThat(leadsTo(guest.accountName(), GIVEN)).endsWith("/new-password");
    }

    @Test
    void somebodyNewIsMadeOnlyWhereItIsSaid() {
        String account = Shelf.fresh();
        assertThatThrownBy(() -> recovery.letBack(account, GIVEN)).hasMessageContaining("--new");
        assertThat(people.find(AccountName.of(account))).isEmpty();
        recovery.add(account, GIVEN);
        Person made = people.find(AccountName.of(account)).orElseThrow();
        assertThat(isActiveAdministrator(made.id())).isTrue();
        onLogFirst(made.id(), "person-added");
        assertThatThrownBy(() -> recovery.add(account, "another one")).hasMessageContaining("already");
        assertThat(signsIn(account, "another one")).isFalse();
        assertThatThrownBy(() -> recovery.add("No Name", GIVEN)).isInstanceOf(Problem.class);
    }

    @Test
    void whereItCannotBeRecordedNothingHappens() throws SQLException {
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        long before = log.verify();
        String right = "insert on log_entry %s " + roles.nameOfServer();
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, "revoke " + right.formatted("from"));
            try {
                assertThatThrownBy(() -> recovery.letBack(person.accountName(), GIVEN))
                        .isInstanceOfSatisfying(
                                Problem.class, why -> assertThat(why.code()).isEqualTo("log-unavailable"));
            } finally {
                Roles.execute(owner, "grant " + right.formatted("to"));
            }
        }
        assertThat(log.verify()).isEqualTo(before);
        assertThat(groups.of(person.id())).doesNotContain(Role.ADMINISTRATOR.group());
        Reception.as(his).get("/api/v1/notices").then().statusCode(200);
        assertThat(signsIn(person.accountName(), GIVEN)).isFalse();
        assertThat(signsIn(person.accountName(), Newcomers.PASSWORD)).isTrue();
    }

    @Test
    void whereOnlyTheRecordCouldBeWrittenItTellsOfNothingThatWasDone() throws SQLException {
        Person person = newcomers.settled();
        String right = "insert on membership %s " + roles.nameOfServer();
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, "revoke " + right.formatted("from"));
            try {
                assertThatThrownBy(() -> recovery.letBack(person.accountName(), GIVEN))
                        .isInstanceOf(RuntimeException.class);
            } finally {
                Roles.execute(owner, "grant " + right.formatted("to"));
            }
        }
        assertThat(entries.about(person.id(), "host-acted")).hasSize(1);
        assertThat(entries.about(person.id(), "person-changed")).isEmpty();
        assertThat(signsIn(person.accountName(), Newcomers.PASSWORD)).isTrue();
        assertThat(signsIn(person.accountName(), GIVEN)).isFalse();
    }

    private void onLogFirst(UUID person, String effect) {
        LogEntries.Entry first = entries.about(person, "host-acted").getFirst();
        assertThat(first.body().at("/details/method").asText()).isEqualTo("admin-recover");
        assertThat(first.body().at("/actor/kind").asText()).isEqualTo("system");
        assertThat(entries.about(person, effect).getLast().index()).isGreaterThan(first.index());
        assertThat(entries.about(person, effect)
                        .getLast()
                        .body()
                        .at("/details/other")
                        .asText())
                .isEqualTo(Role.ADMINISTRATOR.group().toString());
    }

    private boolean isActiveAdministrator(UUID person) {
        return people.find(person).filter(Person::active).isPresent()
                && groups.of(person).contains(Role.ADMINISTRATOR.group());
    }

    private static boolean signsIn(String account, String password) {
        return new Browser().signIn(account, password).statusCode() == 303;
    }

    private static String leadsTo(String account, String password) {
        Browser browser = new Browser();
        assertThat(browser.signIn(account, password).statusCode()).isEqualTo(303);
        return browser.open("/secrets").header("Location");
    }
}
