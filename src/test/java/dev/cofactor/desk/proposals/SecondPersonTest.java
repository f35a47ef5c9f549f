// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import static dev.cofactor.fixtures.Seconds.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.people.GroupDesk;
import dev.cofactor.desk.people.StateDesk;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.Proposal;
import dev.cofactor.ledger.grants.Proposal.State;
import dev.cofactor.ledger.grants.Proposals;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for a second person, what does not, and what is done when another agrees. */
@QuarkusTest
class SecondPersonTest {
    private final GroupDesk desk;
    private final StateDesk states;
    private final Deciding deciding;
    private final Cards cards;
    private final Proposals proposals;
    private final Groups groups;
    private final People people;
    private final Newcomers newcomers;
    private final Seconds seconds;
    private final Rules rules;
    private final Shelf shelf;
    private final LogEntries entries;
    private final Told told;
    private final Roles roles;
    private final WholeLog log;

    private Person author;
    private Caller his;
    private UUID secret;
    private UUID group;

    SecondPersonTest(
            GroupDesk desk,
            StateDesk states,
            Deciding deciding,
            Cards cards,
            Proposals proposals,
            Groups groups,
            People people,
            Newcomers newcomers,
            Seconds seconds,
            Rules rules,
            Shelf shelf,
            LogEntries entries,
            Told told,
            Roles roles,
            WholeLog log) {
        this.desk = desk;
        this.states = states;
        this.deciding = deciding;
        this.cards = cards;
        this.proposals = proposals;
        this.groups = groups;
        this.people = people;
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.rules = rules;
        this.shelf = shelf;
        this.entries = entries;
        this.told = told;
        this.roles = roles;
        this.log = log;
    }

    /** A group that fetches codes of one secret, and an administrator who stands outside. */
    @BeforeEach
    void aGroupThatMayWhatTheAuthorMayNot() {
        newcomers.inRole(Role.ADMINISTRATOR); // nobody here is the only one
        author = newcomers.inRole(Role.ADMINISTRATOR);
        his = newcomers.signedIn(author);
        secret = shelf.secret(shelf.folder(), "a-secret");
        group = newcomers.group();
        rules.allowGroup(group, secret, Verb.CODE_FETCH);
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoeverPutsHimselfIntoAGroupThatMayMoreWaitsAndAnotherOneConfirms() {
        Person second = newcomers.inRole(Role.ADMINISTRATOR);
        UUID change = joining(author.id());
        assertThat(groups.of(author.id())).doesNotContain(group);
        LogEntries.Entry proposed = entries.about(change, "change-proposed").getFirst();
        assertThat(proposed.body().at("/details/hash").asText())
                .isEqualTo(found(change).hash());
        assertThat(told.to(second.id())).anyMatch(row -> row.kind().equals("change-proposed"));
        assertThat(told.to(author.id())).noneMatch(row -> row.kind().equals("change-proposed"));

        deciding.confirm(seconds.proved(second), change);
        assertThat(groups.of(author.id())).contains(group);
        LogEntries.Entry decided = entries.about(change, "change-decided").getFirst();
        assertThat(decided.body().at("/actor/id").asText())
                .isEqualTo(second.id().toString());
        assertThat(decided.body().at("/details/author").asText())
                .isEqualTo(author.id().toString());
        LogEntries.Entry done = entries.about(group, "group-changed").getLast();
        assertThat(done.body().at("/details/author").asText())
                .isEqualTo(author.id().toString());
        assertThat(done.body().at("/details/approvers/0").asText())
                .isEqualTo(second.id().toString());
        assertThat(told.to(author.id())).anyMatch(row -> row.kind().equals("change-confirmed"));
        assertThat(found(change).state()).isEqualTo(State.APPLIED);
    }

    @Test
    void whoeverGainsNothingIsNotHeldUp() {
        UUID idle = newcomers.group();
        desk.join(his, idle, author.id());
        desk.join(his, group, newcomers.settled().id());
        rules.allow(author.id(), secret, Verb.CODE_FETCH);
        desk.join(his, group, author.id());
        assertThat(groups.of(author.id())).contains(group, idle);
    }

    @Test
    void aGroupPutIntoAGroupGivesToAllWhoStandInIt() {
        UUID inner = newcomers.group(newcomers.group(author.id()));
        UUID change = waiting(() -> desk.join(his, group, inner));
        assertThat(groups.of(author.id())).doesNotContain(group);
        seconds.confirm(change);
        assertThat(groups.of(author.id())).contains(group);
    }

    @Test
    void leavingAGroupThatWasBarredIsAGainToo() {
        UUID barred = newcomers.group(author.id());
        rules.allow(author.id(), secret, Verb.CODE_FETCH);
        rules.allow(author.id(), secret, Verb.FIELD_REVEAL);
        rules.denyGroup(barred, secret, Verb.CODE_FETCH);
        UUID change = waiting(() -> desk.leave(his, barred, author.id()));
        assertThat(found(change).gains()).contains("code.fetch").doesNotContain("field.reveal");
    }

    @Test
    void whatAServiceGetsIsItsReadersToo() {
        Caller machine = newcomers.machine();
        shownTo(author.id(), machine);
        UUID change = waiting(() -> desk.join(his, group, machine.actor().id()));
        assertThat(found(change).gains()).contains("code.fetch");
        Caller other = newcomers.signedIn(newcomers.inRole(Role.ADMINISTRATOR));
        desk.join(other, group, machine.actor().id());
    }

    @Test
    void whoeverAsksForTheSameAgainHasAskedOnce() {
        UUID change = joining(author.id());
        assertThat(joining(author.id())).isEqualTo(change);
        assertThat(entries.about(change, "change-proposed")).hasSize(1);
    }

    @Test
    void whoeverCouldObjectIsSuspendedRemovedOrTakenOutOfHisGroupByTwo() {
        Person victim = newcomers.inRole(Role.ADMINISTRATOR);
        UUID suspending = waiting(() -> states.suspend(his, victim.id()));
        UUID removing = waiting(() -> states.remove(his, victim.id()));
        UUID leaving = waiting(() -> desk.leave(his, Role.ADMINISTRATOR.group(), victim.id()));
        assertThat(people.find(victim.id()).orElseThrow().active()).isTrue();
        assertThat(found(suspending).gains())
                .contains("people.edit")
                .contains(victim.id().toString());
        seconds.confirm(leaving);
        assertThat(groups.of(victim.id())).doesNotContain(Role.ADMINISTRATOR.group());
        seconds.confirm(suspending);
        assertThat(people.find(victim.id()).orElseThrow().active()).isFalse();
        seconds.confirm(removing);
        assertThat(people.find(victim.id()).orElseThrow().state()).isEqualTo(Person.State.REMOVED);
        Person harmless = newcomers.settled();
        states.suspend(his, harmless.id());
        states.remove(his, harmless.id());
    }

    /** Either of two paths is enough: to object as before, to be barred as before. */
    @Test
    void oneOfTwoPathsIsTakenAwayByOne() {
        Person victim = newcomers.settled();
        UUID one = newcomers.group(victim.id());
        UUID another = newcomers.group(victim.id());
        for (UUID editing : List.of(one, another)) {
            rules.allow(new Subject.Group(editing), new Resource.Everything(), Verb.PEOPLE_EDIT);
        }
        desk.leave(his, one, victim.id());
        waiting(() -> desk.leave(his, another, victim.id()));
        assertThat(groups.of(victim.id())).contains(another).doesNotContain(one);
        UUID barred = newcomers.group(author.id());
        UUID outer = newcomers.group(barred);
        rules.allow(author.id(), secret, Verb.CODE_FETCH);
        rules.denyGroup(barred, secret, Verb.CODE_FETCH);
        rules.denyGroup(outer, secret, Verb.CODE_FETCH);
        desk.leave(his, outer, barred);
        waiting(() -> desk.leave(his, barred, author.id()));
    }

    /** Each is a message to everybody who could decide. */
    @Test
    void oneAuthorHasSoManyWaitingAndNoMore() throws SQLException {
        UUID change = joining(author.id());
        UUID another = newcomers.group(author.id());
        String columns = "kind, verb, author, machine, document, gains, event, created_at, ends, state";
        tamper("insert into proposed_change (id, " + columns + ") select gen_random_uuid(), " + columns
                + " from proposed_change, generate_series(2, 100) where id = '" + change + "'");
        try {
            assertThatThrownBy(() -> desk.join(his, group, another)).hasMessageContaining("too many changes");
            deciding.withdraw(his, change);
            waiting(() -> desk.join(his, group, another));
        } finally {
            tamper("delete from proposed_change where author = '" + author.id() + "'");
        }
    }

    /** He is asked about it, and learns by it no path that he may not know. */
    @Test
    void whatItGivesIsNamedToWhoeverMayKnowOfIt() {
        UUID change = joining(author.id());
        Person blind = newcomers.settled();
        rules.allow(blind.id(), new Resource.Everything(), Verb.PEOPLE_EDIT);
        assertThat(cards.one(seconds.proved(blind), change).gains())
                .isNotEmpty()
                .allSatisfy(gained -> assertThat(gained.to()).isEmpty());
        assertThat(cards.one(seconds.proved(newcomers.inRole(Role.ADMINISTRATOR)), change)
                        .gains())
                .anySatisfy(gained -> assertThat(gained.to()).isPresent());
    }

    private UUID joining(UUID person) {
        return waiting(() -> desk.join(his, group, person));
    }

    private Proposal found(UUID change) {
        return proposals.find(change).orElseThrow();
    }

    private void tamper(String sql) throws SQLException {
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, sql);
        }
    }

    private void shownTo(UUID person, Caller machine) {
        try {
            tamper("insert into credential_shown values ('" + machine.token().orElseThrow() + "', '"
                    + machine.actor().id() + "', '" + person + "', now())");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
