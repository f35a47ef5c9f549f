// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static dev.cofactor.desk.approvals.Scene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.approvals.Deciding.Lesser;
import dev.cofactor.desk.approvals.Scene.Play;
import dev.cofactor.desk.people.StateDesk;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.fixtures.Database;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was asked or given ends: by the rules, by time, by whoever takes it back, with whoever has gone. */
@QuarkusTest
class EndingTest {
    private final Scene scene;
    private final Deciding deciding;
    private final Revoking revoking;
    private final Sweep sweep;
    private final AccessRequests requests;
    private final Grants grants;
    private final StateDesk states;
    private final Groups groups;
    private final People people;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Told told;
    private final LogEntries entries;
    private final WholeLog log;

    EndingTest(
            Scene scene,
            Deciding deciding,
            Revoking revoking,
            Sweep sweep,
            AccessRequests requests,
            Grants grants,
            StateDesk states,
            Groups groups,
            People people,
            Newcomers newcomers,
            Rules rules,
            Told told,
            LogEntries entries,
            WholeLog log) {
        this.scene = scene;
        this.deciding = deciding;
        this.revoking = revoking;
        this.sweep = sweep;
        this.requests = requests;
        this.grants = grants;
        this.states = states;
        this.groups = groups;
        this.people = people;
        this.newcomers = newcomers;
        this.rules = rules;
        this.told = told;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whenTheClauseChangesTheRequestIsVoidAndTheGrantCountsForNothing() {
        Play play = scene.usual();
        Need.Approval clause = Scene.by(1, new Approver.Group(play.group()));
        Person second = newcomers.settled();
        UUID policy = scene.allow(new Subject.Person(second.id()), play.secret(), clause);
        approve(play.approvers().getFirst(), scene.ask(play));
        scene.fetch(play.asker(), play.secret());
        AccessRequest waiting = scene.ask(scene.signedIn(second), play.secret());
        rules.withdraw(play.policy());
        rules.withdraw(policy);
        scene.allow(
                new Subject.Person(play.asker().actor().id()),
                play.secret(),
                Scene.by(2, new Approver.Group(play.group())));
        scene.allow(new Subject.Person(second.id()), play.secret(), Scene.by(2, new Approver.Group(play.group())));
        assertRefused(() -> scene.fetch(play.asker(), play.secret()), "approval-required");
        assertRefused(() -> approve(play.approvers().getFirst(), waiting), "request-void");
        assertThat(requests.find(waiting.id()).orElseThrow().state()).isEqualTo(State.VOID);
        assertThat(entries.about(waiting.id(), "grant-lapsed")).hasSize(1);
        assertRefused(() -> approve(play.approvers().get(1), waiting), "request-settled");
    }

    @Test
    void anApproverWhoIsNoneAnyMoreTakesHisYesWithHim() {
        Play play = scene.usual();
        approve(play.approvers().getFirst(), scene.ask(play));
        scene.fetch(play.asker(), play.secret());
        scene.change(
                () -> groups.leave(play.group(), play.approvers().getFirst().id(), Instant.now()));
        assertThat(scene.told(play.asker(), play.secret(), Scene.saying(Scene.WHY))
                        .code())
                .isEqualTo("approval-required");
    }

    @Test
    void timeAloneEndsARequestAndSayingSoIsWrittenOnce() throws SQLException {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        execute("update access_request set decide_by = clock_timestamp() where id = '" + asked.id() + "'");
        assertRefused(() -> approve(play.approvers().getFirst(), asked), "request-settled");
        assertThat(requests.find(asked.id()).orElseThrow().state()).isEqualTo(State.PENDING);
        while (sweep.once() > 0) {
            // Other tests leave something behind too.
        }
        assertThat(requests.find(asked.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
        assertThat(entries.about(asked.id(), "grant-lapsed")).hasSize(1);
        assertThat(told.to(play.asker().actor().id()))
                .extracting(Told.Row::kind)
                .containsExactly("access-expired");
    }

    @Test
    void timeAloneEndsAGrantAndSayingSoIsWrittenOnce() throws SQLException {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        approve(play.approvers().getFirst(), asked);
        execute("update access_grant set ends = clock_timestamp() where request = '" + asked.id() + "'");
        assertRefused(() -> scene.fetch(play.asker(), play.secret(), Scene.saying(Scene.WHY)), "approval-required");
        while (sweep.once() > 0) {
            // Other tests leave something behind too.
        }
        assertThat(entries.about(asked.id(), "grant-lapsed")).hasSize(1);
    }

    @Test
    void whoeverIsSuspendedHasNothingLeftWhenHeIsLetBack() {
        Play play = scene.usual();
        Person asker = people.find(play.asker().actor().id()).orElseThrow();
        AccessRequest given = scene.ask(play);
        approve(play.approvers().getFirst(), given);
        AccessRequest waiting = scene.ask(play.asker(), other(play, asker));
        Caller administrator = newcomers.signedIn(newcomers.inRole(Role.ADMINISTRATOR));
        states.suspend(administrator, asker.id());
        states.restore(administrator, asker.id());
        assertThat(grants.of(given.id()).orElseThrow().ended()).contains("suspended");
        assertThat(requests.find(waiting.id()).orElseThrow().state()).isEqualTo(State.VOID);
        assertRefused(
                () -> scene.fetch(scene.signedIn(asker), play.secret(), Scene.saying(Scene.WHY)), "approval-required");
    }

    @Test
    void whoeverCouldDecideAndWhoeverHasItTakesItBackAndAPolicyEditorToo() {
        Person editor = newcomers.inRole(Role.ADMINISTRATOR);
        for (int who = 0; who < 3; who++) {
            Play play = scene.usual();
            AccessRequest asked = scene.ask(play);
            approve(play.approvers().getFirst(), asked);
            assertRefused(
                    () -> revoking.revoke(newcomers.signedIn(newcomers.settled()), Optional.of(asked.id())),
                    "not-found");
            Caller caller = List.of(scene.signedIn(play.approvers().get(1)), play.asker(), scene.signedIn(editor))
                    .get(who);
            assertThat(revoking.revoke(caller, Optional.of(asked.id())).state()).isEqualTo(State.REVOKED);
            assertRefused(() -> revoking.revoke(caller, Optional.of(asked.id())), "nothing-to-revoke");
            assertThat(scene.told(play.asker(), play.secret(), Scene.saying(Scene.WHY))
                            .code())
                    .isEqualTo("approval-rejected");
            assertThat(told.to(play.asker().actor().id()))
                    .extracting(Told.Row::kind)
                    .contains("grant-revoked");
        }
    }

    @Test
    void whatIsUsedUpOrOverIsNotTakenBackAndStaysWhatItWas() throws SQLException {
        Play used = scene.usual();
        AccessRequest all = scene.ask(used);
        approve(used.approvers().getFirst(), all);
        for (int use = 0; use < 3; use++) {
            scene.fetch(used.asker(), used.secret());
        }
        assertRefused(() -> revoking.revoke(used.asker(), Optional.of(all.id())), "nothing-to-revoke");
        Play late = scene.usual();
        AccessRequest over = scene.ask(late);
        approve(late.approvers().getFirst(), over);
        execute("update access_grant set ends = clock_timestamp() where request = '" + over.id() + "'");
        Caller approver = scene.signedIn(late.approvers().getFirst());
        assertRefused(() -> revoking.revoke(approver, Optional.of(over.id())), "nothing-to-revoke");
        assertThat(requests.find(all.id()).orElseThrow().state()).isEqualTo(State.APPROVED);
        assertThat(entries.about(over.id(), "grant-revoked")).isEmpty();
    }

    private UUID other(Play play, Person asker) {
        UUID secret = scene.secret();
        scene.allow(new Subject.Person(asker.id()), secret, Scene.by(1, new Approver.Group(play.group())));
        return secret;
    }

    private AccessRequest approve(Person approver, AccessRequest asked) {
        return deciding.approve(scene.signedIn(approver), Optional.of(asked.id()), Lesser.ALL);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
