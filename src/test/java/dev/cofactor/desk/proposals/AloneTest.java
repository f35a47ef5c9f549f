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
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.Proposal;
import dev.cofactor.ledger.grants.Proposals;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever is the only one is not held up, and everybody hears of it; and nobody makes himself the only one. */
@QuarkusTest
class AloneTest {
    private final GroupDesk desk;
    private final StateDesk states;
    private final Proposals proposals;
    private final Groups groups;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final LogEntries entries;
    private final Told told;
    private final Roles roles;
    private final WholeLog log;

    AloneTest(
            GroupDesk desk,
            StateDesk states,
            Proposals proposals,
            Groups groups,
            Newcomers newcomers,
            Rules rules,
            Shelf shelf,
            LogEntries entries,
            Told told,
            Roles roles,
            WholeLog log) {
        this.desk = desk;
        this.states = states;
        this.proposals = proposals;
        this.groups = groups;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.entries = entries;
        this.told = told;
        this.roles = roles;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theOnlyOneIsNotHeldUpAndItIsLoud() throws SQLException {
        Person author = newcomers.inRole(Role.ADMINISTRATOR);
        Caller his = newcomers.signedIn(author);
        UUID group = giving();
        try (Alone alone = new Alone(roles, author.id())) {
            desk.join(his, group, author.id());
        }
        assertThat(groups.of(author.id())).contains(group);
        LogEntries.Entry entry = entries.about(group, "group-changed").getLast();
        assertThat(entry.body().at("/details/code").asText()).isEqualTo("alone");
        UUID change = UUID.fromString(entry.body().at("/details/change").asText());
        Proposal passed = proposals.find(change).orElseThrow();
        assertThat(passed.state()).isEqualTo(Proposal.State.APPLIED);
        assertThat(passed.outcome().by()).isEmpty();
        assertThat(told.to(author.id())).anyMatch(row -> row.kind().equals("change-alone"));
    }

    /** All administrators are told, and of those none may be left who could have been asked. */
    @Test
    void administratorsWhoMayNotHelpAreToldToo() throws SQLException {
        Person author = newcomers.inRole(Role.ADMINISTRATOR);
        Caller his = newcomers.signedIn(author);
        UUID group = giving();
        try (Alone alone = new Alone(roles, author.id())) {
            Person other = newcomers.inRole(Role.ADMINISTRATOR);
            UUID change = waiting(() -> desk.join(his, group, author.id()));
            assertThat(told.to(other.id())).anyMatch(row -> row.kind().equals("change-proposed"));
            assertThat(proposals.find(change)).isPresent();
        }
    }

    @Test
    void whoeverTakesTheOtherOneAwayWaitsForHimAndIsNotAloneAfterwards() throws SQLException {
        Person author = newcomers.inRole(Role.ADMINISTRATOR);
        Caller his = newcomers.signedIn(author);
        UUID group = giving();
        try (Alone alone = new Alone(roles, author.id())) {
            Person other = newcomers.inRole(Role.ADMINISTRATOR);
            waiting(() -> states.suspend(his, other.id()));
            waiting(() -> states.remove(his, other.id()));
            waiting(() -> desk.leave(his, Role.ADMINISTRATOR.group(), other.id()));

            newcomers.suspend(newcomers.signedIn(other));
            waiting(() -> desk.join(his, group, author.id()));
            UUID barred = newcomers.group(other.id());
            rules.deny(
                    new Subject.Group(barred), new Resource.Everything(), Verb.PEOPLE_EDIT);
            waiting(() -> desk.join(his, group, author.id()));
            assertThat(groups.of(author.id())).doesNotContain(group);
        }
    }

    @Test
    void nobodyIsLeftWithoutWhoeverEditsPolicies() throws SQLException {
        Person author = newcomers.inRole(Role.ADMINISTRATOR);
        Caller his = newcomers.signedIn(author);
        UUID deny = rules.deny(
                new Subject.Person(author.id()), new Resource.Everything(), Verb.POLICY_EDIT);
        try (Alone alone = new Alone(roles, author.id())) {
            Person editor = newcomers.inRole(Role.POLICY_AUTHOR);
            assertThatThrownBy(() -> states.suspend(his, editor.id())).hasMessageContaining("could edit policies");
            assertThatThrownBy(() -> states.remove(his, editor.id())).hasMessageContaining("could edit policies");
            assertThatThrownBy(() -> desk.leave(his, Role.POLICY_AUTHOR.group(), editor.id()))
                    .hasMessageContaining("could edit policies");
            assertThat(groups.of(editor.id())).contains(Role.POLICY_AUTHOR.group());
        } finally {
            rules.withdraw(deny);
        }
    }

    /** A group that fetches codes of a secret. */
    private UUID giving() {
        UUID group = newcomers.group();
        rules.allowGroup(group, shelf.secret(shelf.folder(), "a-secret"), Verb.CODE_FETCH);
        return group;
    }
}
