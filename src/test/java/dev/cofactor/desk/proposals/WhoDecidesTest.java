// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import static dev.cofactor.fixtures.Seconds.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.people.GroupDesk;
import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Refused;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.Proposal;
import dev.cofactor.ledger.grants.Proposal.State;
import dev.cofactor.ledger.grants.Proposals;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who decides about a change that waits, and how often it is done: once, or never. */
@QuarkusTest
class WhoDecidesTest {
    private final GroupDesk desk;
    private final Deciding deciding;
    private final Cards cards;
    private final Proposals proposals;
    private final Groups groups;
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

    WhoDecidesTest(
            GroupDesk desk,
            Deciding deciding,
            Cards cards,
            Proposals proposals,
            Groups groups,
            Newcomers newcomers,
            Seconds seconds,
            Rules rules,
            Shelf shelf,
            LogEntries entries,
            Told told,
            Roles roles,
            WholeLog log) {
        this.desk = desk;
        this.deciding = deciding;
        this.cards = cards;
        this.proposals = proposals;
        this.groups = groups;
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
    void neitherTheAuthorNorAMachineNorACredentialForProgramsNorAnOldProofDecides() {
        UUID change = joining(author.id());
        Caller provedAuthor = seconds.proved(author);
        assertThatThrownBy(() -> deciding.confirm(provedAuthor, change)).hasMessageContaining("than its author");
        Person second = newcomers.inRole(Role.ADMINISTRATOR);
        Caller unproved = new Caller(new Actor.Person(second.id()), Optional.empty(), Optional.empty(), Line.NONE);
        assertThatThrownBy(() -> deciding.confirm(unproved, change)).hasMessageContaining("a person decides");
        Caller machine = newcomers.machine();
        rules.allow(new Subject.Service(machine.actor().id()), new Resource.Everything(), Verb.PEOPLE_EDIT);
        assertThatThrownBy(() -> deciding.confirm(machine, change)).hasMessageContaining("a person decides");
        Caller late = seconds.proved(second);
        Clocks.goOn(Duration.ofMinutes(Deciding.FRESH_MINUTES + 1L));
        assertThatThrownBy(() -> deciding.confirm(late, change)).isInstanceOf(StepUps.Needed.class);
        Caller stranger = seconds.proved(newcomers.settled());
        assertThatThrownBy(() -> deciding.confirm(stranger, change)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> cards.one(stranger, change)).isInstanceOf(Refused.class);
        assertThat(cards.all(stranger)).isEmpty();
        assertThat(found(change).state()).isEqualTo(State.WAITING);
        assertThat(groups.of(author.id())).doesNotContain(group);
    }

    @Test
    void whoeverLooksChangesNothing() {
        UUID change = joining(author.id());
        Caller second = seconds.proved(newcomers.inRole(Role.ADMINISTRATOR));
        assertThat(cards.one(second, change).own()).isFalse();
        assertThat(cards.all(second)).anyMatch(card -> card.proposal().id().equals(change) && card.open());
        assertThat(cards.one(his, change).own()).isTrue();
        assertThat(found(change).state()).isEqualTo(State.WAITING);
        assertThat(groups.of(author.id())).doesNotContain(group);
    }

    @Test
    void whatIsDeclinedOrTakenBackIsNeverDone() {
        UUID declined = joining(author.id());
        Caller second = seconds.proved(newcomers.inRole(Role.ADMINISTRATOR));
        deciding.decline(second, declined);
        assertThat(told.to(author.id())).anyMatch(row -> row.kind().equals("change-declined"));
        assertThatThrownBy(() -> deciding.confirm(second, declined)).hasMessageContaining("was decided");
        UUID withdrawn = joining(author.id());
        assertThat(withdrawn).isNotEqualTo(declined);
        assertThatThrownBy(() -> deciding.withdraw(second, withdrawn)).isInstanceOf(Problem.class);
        deciding.withdraw(his, withdrawn);
        assertThatThrownBy(() -> deciding.confirm(second, withdrawn)).hasMessageContaining("was decided");
        assertThat(groups.of(author.id())).doesNotContain(group);
    }

    @Test
    void ofManyWhoConfirmDeclineAndTakeBackOneIsHeardAndItIsDoneOnceOrNever() throws Exception {
        for (int round = 0; round < 4; round++) {
            UUID change = joining(author.id());
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Caller second = seconds.proved(newcomers.inRole(Role.ADMINISTRATOR));
                all.add(() -> succeeds(() -> deciding.confirm(second, change)));
                all.add(() -> succeeds(() -> deciding.confirm(second, change)));
            }
            Caller third = seconds.proved(newcomers.inRole(Role.ADMINISTRATOR));
            all.add(() -> succeeds(() -> deciding.decline(third, change)));
            all.add(() -> succeeds(() -> deciding.withdraw(his, change)));
            long heard = count(all);
            State state = found(change).state();
            boolean joined = groups.of(author.id()).contains(group);
            assertThat(joined).isEqualTo(state == State.APPLIED);
            assertThat(state).isIn(State.APPLIED, State.DECLINED, State.WITHDRAWN);
            assertThat(heard).isEqualTo(1);
            long applied = entries.about(group, "group-changed").stream()
                    .filter(entry -> entry.body().at("/details/change").asText().equals(change.toString()))
                    .count();
            assertThat(applied).isEqualTo(joined ? 1 : 0);
            if (joined) {
                desk.leave(his, group, author.id());
            }
        }
    }

    @Test
    void aRowThatSaysSomethingElseThanTheLogIsDoneByNobody() throws SQLException {
        UUID change = joining(author.id());
        UUID friend = newcomers.settled().id();
        tamper("update proposed_change set document = replace(document, '" + author.id() + "', '" + friend
                + "') where id = '" + change + "'");
        Caller second = seconds.proved(newcomers.inRole(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> deciding.confirm(second, change)).hasMessageContaining("not the one on the log");
        assertThat(groups.of(friend)).doesNotContain(group);

        UUID other = joining(author.id());
        UUID puppet = newcomers.inRole(Role.ADMINISTRATOR).id();
        tamper("update proposed_change set author = '" + puppet + "' where id = '" + other + "'");
        Caller himself = seconds.proved(author);
        assertThatThrownBy(() -> deciding.confirm(himself, other)).hasMessageContaining("not the one on the log");

        UUID third = waiting(() -> desk.join(his, group, newcomers.group(author.id())));
        tamper("update proposed_change set state = 'confirmed', decided_at = now(), decided_by = '" + puppet
                + "' where id = '" + third + "'");
        assertThatThrownBy(() -> deciding.confirm(second, third)).hasMessageContaining("was decided");
        assertThat(groups.of(author.id())).doesNotContain(group);
    }

    @Test
    void whatItsAuthorMayNoLongerIsVoidAndSaysWhy() {
        UUID change = joining(author.id());
        rules.deny(new Subject.Person(author.id()), new Resource.Everything(), Verb.PEOPLE_EDIT);
        Caller second = seconds.proved(newcomers.inRole(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> deciding.confirm(second, change)).hasMessageContaining("may not do so any more");
        assertThat(found(change).state()).isEqualTo(State.VOID);
        assertThat(found(change).outcome().why()).contains("author-gone");
        assertThat(told.to(author.id())).anyMatch(row -> row.kind().equals("change-declined"));
        assertThat(groups.of(author.id())).doesNotContain(group);

        Person other = newcomers.inRole(Role.ADMINISTRATOR);
        Caller hers = newcomers.signedIn(other);
        UUID gone = waiting(() -> desk.join(hers, group, other.id()));
        newcomers.suspend(hers);
        assertThatThrownBy(() -> deciding.confirm(second, gone)).isInstanceOf(Problem.class);
        assertThat(found(gone).state()).isEqualTo(State.VOID);
        assertThat(groups.of(other.id())).doesNotContain(group);
    }

    @Test
    void whatNobodyDecidedInTimeIsOver() throws SQLException {
        UUID change = joining(author.id());
        tamper("update proposed_change set ends = created_at + interval '1 millisecond' where id = '" + change + "'");
        Caller second = seconds.proved(newcomers.inRole(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> deciding.confirm(second, change)).isInstanceOf(Problem.class);
        assertThat(cards.one(second, change).open()).isFalse();
        // A yes is refused for another reason, too: the end is bound by the event. To take it back, it is the time
        // alone.
        assertThatThrownBy(() -> deciding.withdraw(his, change)).isInstanceOf(Problem.class);
        assertThat(entries.about(change, "change-decided")).isEmpty();
        assertThat(found(change).state()).isEqualTo(State.WAITING);
        assertThat(groups.of(author.id())).doesNotContain(group);
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

    private static boolean succeeds(Runnable decision) {
        try {
            decision.run();
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    private static long count(List<Callable<Boolean>> all) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            long heard = 0;
            for (Future<Boolean> one : threads.invokeAll(all)) {
                heard += one.get() ? 1 : 0;
            }
            return heard;
        }
    }
}
