// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static dev.cofactor.desk.approvals.Scene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.approvals.Deciding.Lesser;
import dev.cofactor.desk.approvals.Scene.Play;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.rulebook.Role;
import dev.cofactor.ledger.rulebook.Rulebook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may say yes or no, and what a yes gives. */
@QuarkusTest
class DecidingTest {
    private final Scene scene;
    private final Deciding deciding;
    private final Whom whom;
    private final Approvers approvers;
    private final Rulebook rulebook;
    private final AccessRequests requests;
    private final Requests inbox;
    private final Grants grants;
    private final People people;
    private final Gate gate;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Told told;
    private final LogEntries entries;
    private final WholeLog log;

    DecidingTest(
            Scene scene,
            Deciding deciding,
            Whom whom,
            Approvers approvers,
            Rulebook rulebook,
            AccessRequests requests,
            Requests inbox,
            Grants grants,
            People people,
            Gate gate,
            Newcomers newcomers,
            Rules rules,
            Told told,
            LogEntries entries,
            WholeLog log) {
        this.scene = scene;
        this.deciding = deciding;
        this.whom = whom;
        this.approvers = approvers;
        this.rulebook = rulebook;
        this.requests = requests;
        this.inbox = inbox;
        this.grants = grants;
        this.people = people;
        this.gate = gate;
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
    void aYesGivesWhatTheClauseGivesAndTheLogSaysWhoAndWhich() {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        assertRefused(() -> scene.fetch(play.asker(), play.secret()), "reason-required");
        Person approver = play.approvers().getFirst();
        AccessRequest given = approve(approver, asked);
        assertThat(given.state()).isEqualTo(State.APPROVED);
        UUID grant = grants.of(asked.id()).orElseThrow().grant();
        for (int use = 0; use < 3; use++) {
            UUID event = scene.fetch(play.asker(), play.secret()).recorded().event();
            assertThat(entries.of(event).body().at("/details/grant").asText()).isEqualTo(grant.toString());
        }
        assertThat(grants.of(asked.id()).orElseThrow().usesLeft()).isZero();
        assertThat(scene.told(play.asker(), play.secret(), Scene.saying(Scene.WHY))
                        .code())
                .isEqualTo("approval-required");
        LogEntries.Entry entry = entries.about(asked.id(), "access-approved").getFirst();
        assertThat(entry.body().at("/details/approvers/0").asText())
                .isEqualTo(approver.id().toString());
        assertThat(entry.body().at("/details/grant").asText()).isEqualTo(grant.toString());
        assertThat(told.to(play.asker().actor().id()))
                .extracting(Told.Row::kind)
                .contains("access-given");
    }

    @Test
    void nobodyApprovesForHimselfThroughAnyGroup() {
        UUID secret = scene.secret();
        Person asker = scene.approver();
        UUID inner = newcomers.group(asker.id());
        UUID outer = newcomers.group(newcomers.group(inner));
        scene.allow(
                new Subject.Person(asker.id()),
                secret,
                Scene.by(1, new Approver.Group(outer), new Approver.Person(asker.id())));
        Caller caller = scene.signedIn(asker);
        AccessRequest asked = scene.ask(caller, secret);
        assertRefused(() -> deciding.approve(caller, Optional.of(asked.id()), Lesser.ALL), "own-request");
        assertThat(entries.of(asker.id(), "request-refused"))
                .anySatisfy(entry ->
                        assertThat(entry.body().at("/details/code").asText()).isEqualTo("own-request"));
        assertThat(grants.of(asked.id())).isEmpty();
    }

    @Test
    void norDoesThePersonForWhomAnAgentAsks() {
        Play play = scene.usual();
        Person person = scene.approver();
        Caller agent = newcomers.agentOf(person.id());
        UUID secret = scene.secret();
        Need.Approval clause = Scene.by(1, new Approver.Person(person.id()), new Approver.Group(play.group()));
        scene.allow(new Subject.Agent(agent.actor().id()), secret, clause);
        scene.allow(new Subject.Person(person.id()), secret, clause);
        AccessRequest asked = scene.ask(agent, secret);
        assertRefused(
                () -> deciding.approve(scene.signedIn(person), Optional.of(asked.id()), Lesser.ALL), "own-request");
        approve(play.approvers().getFirst(), asked);
        assertThat(scene.fetch(agent, secret).recorded().index()).isPositive();
        assertRefused(() -> scene.fetch(newcomers.agentOf(person.id()), secret), "not-found");
    }

    @Test
    void norDoesWhoeverLastWroteThePolicyWhereTheClauseSaysSo() {
        Play strict = scene.with(group -> new Need.Approval(
                1, Set.of(new Approver.Group(group)), Duration.ofHours(1), Duration.ofMinutes(30), 3, true));
        Play lenient = scene.usual();
        Person author = people.find(authorOf(strict.policy())).orElseThrow();
        assertThat(authorOf(lenient.policy())).isEqualTo(author.id());
        scene.join(Role.APPROVER.group(), author.id());
        scene.join(strict.group(), author.id());
        scene.join(lenient.group(), author.id());
        assertThat(whom.canDecide(scene.ask(lenient))).hasSize(3).contains(author.id());
        AccessRequest asked = scene.ask(strict);
        assertThat(whom.canDecide(asked)).hasSize(2).doesNotContain(author.id());
        assertThat(approvers.mayDecide(author.id(), asked, approvers.rules(gate.edition(), asked)))
                .isFalse();
        assertThat(approve(strict.approvers().getFirst(), asked).state()).isEqualTo(State.APPROVED);
    }

    private UUID authorOf(UUID policy) {
        Policy one = gate.edition().policies().policies().stream()
                .filter(some -> some.id().equals(policy))
                .findFirst()
                .orElseThrow();
        return QuarkusTransaction.requiringNew()
                .call(() -> rulebook.lastAuthor(one))
                .orElseThrow();
    }

    @Test
    void onlyAPersonInASessionWithAFreshProofDecides() {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        Person approver = play.approvers().getFirst();
        Caller stale = scene.signedIn(approver);
        Clocks.goOn(Deciding.FRESH.plusMinutes(1));
        assertRefused(() -> deciding.approve(stale, Optional.of(asked.id()), Lesser.ALL), "step-up-required");
        assertRefused(() -> deciding.reject(stale, Optional.of(asked.id()), "no"), "step-up-required");
        Caller machine = newcomers.machine();
        rules.allow(new Subject.Service(machine.actor().id()), play.secret(), Verb.CODE_FETCH);
        assertRefused(() -> deciding.approve(machine, Optional.of(asked.id()), Lesser.ALL), "not-found");
        Caller agent = newcomers.agentOf(approver.id());
        assertRefused(() -> deciding.approve(agent, Optional.of(asked.id()), Lesser.ALL), "not-found");
        assertThat(requests.verdicts(asked.id())).isEmpty();
    }

    @Test
    void whoIsNamedAndHoldsNotTheRightDecidesNothing() {
        UUID secret = scene.secret();
        Person asker = newcomers.settled();
        Person named = newcomers.settled();
        scene.allow(new Subject.Person(asker.id()), secret, Scene.by(1, new Approver.Person(named.id())));
        AccessRequest asked = scene.ask(scene.signedIn(asker), secret);
        assertRefused(() -> approve(named, asked), "denied");
        assertThat(told.to(named.id())).isEmpty();
        assertThat(inbox.waiting(scene.signedIn(named), Optional.empty(), 10).cards())
                .isEmpty();
        assertRefused(() -> approve(scene.approver(), asked), "not-found");
    }

    @Test
    void onePersonCountsOnceAndTwoAreTwo() {
        Play play = scene.with(group -> Scene.by(2, new Approver.Group(group)));
        AccessRequest asked = scene.ask(play);
        assertThat(approve(play.approvers().get(0), asked).state()).isEqualTo(State.PENDING);
        assertRefused(() -> approve(play.approvers().get(0), asked), "decided-already");
        assertThat(grants.of(asked.id())).isEmpty();
        assertThat(approve(play.approvers().get(1), asked).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void aYesMayGiveLessAndNeverMore() {
        Play play = scene.usual();
        AccessRequest once = scene.ask(play);
        deciding.approve(scene.signedIn(play.approvers().getFirst()), Optional.of(once.id()), Lesser.ONCE);
        assertThat(grants.of(once.id()).orElseThrow().usesLeft()).isEqualTo(1);
        Play other = scene.usual();
        AccessRequest asked = scene.ask(other);
        Lesser much = new Lesser(OptionalInt.of(999), Optional.of(Duration.ofDays(9)));
        AccessRequest given =
                deciding.approve(scene.signedIn(other.approvers().getFirst()), Optional.of(asked.id()), much);
        assertThat(grants.of(asked.id()).orElseThrow().usesLeft()).isEqualTo(3);
        assertThat(grants.of(asked.id()).orElseThrow().ends())
                .isEqualTo(given.settled().orElseThrow().at().plus(Duration.ofMinutes(30)));
    }

    @Test
    void theManagerIsTheAskersOwn() {
        UUID secret = scene.secret();
        Person asker = newcomers.settled();
        Person manager = scene.approver();
        scene.allow(new Subject.Person(asker.id()), secret, Scene.by(1, new Approver.Manager()));
        scene.change(() -> people.manage(asker.id(), Optional.of(manager.id())));
        AccessRequest asked = scene.ask(scene.signedIn(asker), secret);
        assertRefused(() -> approve(scene.approver(), asked), "not-found");
        assertThat(approve(manager, asked).state()).isEqualTo(State.APPROVED);
        scene.fetch(scene.signedIn(asker), secret);
        scene.change(() -> people.manage(asker.id(), Optional.empty()));
        assertRefused(() -> scene.fetch(scene.signedIn(asker), secret), "approval-required");
    }

    @Test
    void oneNoEndsItAndSaysWhyInTheSealedBodyAlone() {
        Play play = scene.with(group -> Scene.by(2, new Approver.Group(group)));
        AccessRequest asked = scene.ask(play);
        approve(play.approvers().get(0), asked);
        AccessRequest ended = deciding.reject(
                scene.signedIn(play.approvers().get(1)), Optional.of(asked.id()), "not tonight, canary");
        assertThat(ended.state()).isEqualTo(State.REJECTED);
        assertThat(entries.about(asked.id(), "access-rejected")
                        .getFirst()
                        .body()
                        .at("/details/reason")
                        .asText())
                .isEqualTo("not tonight, canary");
        assertThat(told.to(play.asker().actor().id()))
                .allSatisfy(row -> assertThat(row.message()).doesNotContain("canary"));
        assertRefused(
                () -> deciding.reject(scene.signedIn(play.approvers().get(0)), Optional.of(asked.id()), " "),
                "request-malformed");
    }

    private AccessRequest approve(Person approver, AccessRequest asked) {
        return deciding.approve(scene.signedIn(approver), Optional.of(asked.id()), Lesser.ALL);
    }
}
