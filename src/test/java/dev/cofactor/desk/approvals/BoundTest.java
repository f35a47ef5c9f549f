// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static dev.cofactor.desk.approvals.Scene.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.approvals.Deciding.Lesser;
import dev.cofactor.desk.approvals.Scene.Play;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Given;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a yes is bound to, and what nobody's yes is. */
@QuarkusTest
class BoundTest {
    private final Scene scene;
    private final Asking asking;
    private final Deciding deciding;
    private final GlassReviews reviews;
    private final Requests requests;
    private final Whom whom;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Grants grants;
    private final Groups groups;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Roles roles;
    private final Told told;
    private final WholeLog log;

    BoundTest(
            Scene scene,
            Asking asking,
            Deciding deciding,
            GlassReviews reviews,
            Requests requests,
            Whom whom,
            Gate gate,
            Catalogue catalogue,
            Grants grants,
            Groups groups,
            Newcomers newcomers,
            Rules rules,
            Roles roles,
            Told told,
            WholeLog log) {
        this.scene = scene;
        this.asking = asking;
        this.deciding = deciding;
        this.reviews = reviews;
        this.requests = requests;
        this.whom = whom;
        this.gate = gate;
        this.catalogue = catalogue;
        this.grants = grants;
        this.groups = groups;
        this.newcomers = newcomers;
        this.rules = rules;
        this.roles = roles;
        this.told = told;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    /** All of them would need the very same yes. */
    @Test
    void itIsForThatHandThatVerbAndThatSecretAlone() {
        Person approver = scene.approver();
        Person person = newcomers.settled();
        Person colleague = newcomers.settled();
        Caller agent = newcomers.agentOf(person.id());
        UUID group = newcomers.group(person.id(), colleague.id());
        UUID secret = scene.secret();
        UUID twin = scene.secret();
        Need.Approval clause = Scene.by(1, new Approver.Person(approver.id()));
        for (UUID one : List.of(secret, twin)) {
            rules.add(
                    Effect.ALLOW,
                    new Subject.Group(group),
                    one,
                    Scene.needing(clause),
                    Verb.CODE_FETCH,
                    Verb.FIELD_REVEAL);
        }
        scene.allow(new Subject.Agent(agent.actor().id()), secret, clause);
        Caller his = scene.signedIn(person);
        AccessRequest asked = approved(approver, scene.ask(his, secret));
        assertRefused(() -> scene.fetch(scene.signedIn(colleague), secret), "approval-required");
        assertRefused(() -> scene.fetch(agent, secret), "approval-required");
        assertRefused(() -> scene.fetch(his, twin), "approval-required");
        assertRefused(() -> reveal(his, secret), "approval-required");
        assertThat(grants.of(asked.id()).orElseThrow().usesLeft()).isEqualTo(3);
        scene.fetch(his, secret);
        assertThat(grants.of(asked.id()).orElseThrow().usesLeft()).isEqualTo(2);
    }

    @Test
    void whatItsAgentWasGivenIsNotThePersons() {
        Person approver = scene.approver();
        Person person = newcomers.settled();
        Caller agent = newcomers.agentOf(person.id());
        UUID secret = scene.secret();
        Need.Approval clause = Scene.by(1, new Approver.Person(approver.id()));
        scene.allow(new Subject.Agent(agent.actor().id()), secret, clause);
        scene.allow(new Subject.Person(person.id()), secret, clause);
        approved(approver, scene.ask(agent, secret));
        assertRefused(() -> scene.fetch(scene.signedIn(person), secret), "approval-required");
        scene.fetch(agent, secret);
    }

    @Test
    void anApproverWhoIsSuspendedTakesHisYesWithHim() {
        Play play = scene.usual();
        Person approver = play.approvers().getFirst();
        approved(approver, scene.ask(play));
        scene.fetch(play.asker(), play.secret());
        newcomers.suspend(scene.signedIn(approver));
        assertThat(scene.told(play.asker(), play.secret(), Scene.saying(Scene.WHY))
                        .code())
                .isEqualTo("approval-required");
    }

    /** He stands where the clause names him still; only, nobody asks him anything any more. */
    @Test
    void anApproverWhoLostTheRightTakesHisYesWithHim() {
        Play play = scene.usual();
        UUID approver = play.approvers().getFirst().id();
        approved(play.approvers().getFirst(), scene.ask(play));
        scene.fetch(play.asker(), play.secret());
        scene.change(() -> groups.leave(Role.APPROVER.group(), approver, Instant.now()));
        assertRefused(() -> scene.fetch(play.asker(), play.secret(), Scene.saying(Scene.WHY)), "approval-required");
        scene.join(Role.APPROVER.group(), approver);
        scene.fetch(play.asker(), play.secret());
        UUID denial = rules.deny(new Subject.Person(approver), new Resource.Everything(), Verb.APPROVAL_DECIDE);
        assertRefused(() -> scene.fetch(play.asker(), play.secret(), Scene.saying(Scene.WHY)), "approval-required");
        rules.withdraw(denial);
        scene.fetch(play.asker(), play.secret());
    }

    /** A page has a session; what programs show has none. */
    @Test
    void withoutASessionNobodyDecidesThoughHeMay() {
        Play play = scene.usual();
        scene.allow(
                new Subject.Person(play.asker().actor().id()),
                play.secret(),
                new Need.BreakGlass(20, Duration.ofMinutes(10), 1));
        AccessRequest asked = scene.ask(play);
        Caller program = program(play.approvers().getFirst());
        assertRefused(() -> deciding.approve(program, Optional.of(asked.id()), Lesser.ALL), "step-up-required");
        assertRefused(() -> deciding.reject(program, Optional.of(asked.id()), "no"), "step-up-required");
        AccessRequest broken = broken(play);
        Caller auditor = program(newcomers.inRole(Role.AUDITOR));
        assertRefused(() -> reviews.close(auditor, Optional.of(broken.id()), "fine"), "step-up-required");
        assertThat(grants.of(asked.id())).isEmpty();
        assertThat(requests.card(play.asker(), Optional.of(broken.id()))
                        .request()
                        .review())
                .isEmpty();
    }

    @Test
    void nobodyIsAskedOrToldAboutWhatHeAsksForHimself() {
        UUID secret = scene.secret();
        Person asker = scene.approver();
        Person other = scene.approver();
        UUID group = newcomers.group(newcomers.group(asker.id(), other.id()));
        scene.allow(
                new Subject.Person(asker.id()),
                secret,
                Scene.by(1, new Approver.Group(group), new Approver.Person(asker.id())));
        Caller his = scene.signedIn(asker);
        AccessRequest asked = scene.ask(his, secret);
        assertThat(whom.canDecide(asked)).containsExactly(other.id());
        assertThat(told.to(asker.id())).isEmpty();
        assertThat(requests.waiting(his)).isZero();
        assertThat(requests.waiting(scene.signedIn(other))).isEqualTo(1);
    }

    /** What was taken in an emergency is looked at; nobody says yes to it afterwards, and there is nothing else to look at. */
    @Test
    void aBrokenGlassIsNotDecidedAndARequestIsNotReviewed() {
        Play play = scene.usual();
        scene.allow(
                new Subject.Person(play.asker().actor().id()),
                play.secret(),
                new Need.BreakGlass(20, Duration.ofMinutes(10), 1));
        AccessRequest asked = scene.ask(play);
        AccessRequest broken = broken(play);
        Caller approver = scene.signedIn(play.approvers().getFirst());
        assertRefused(() -> deciding.approve(approver, Optional.of(broken.id()), Lesser.ALL), "not-found");
        assertRefused(() -> deciding.reject(approver, Optional.of(broken.id()), "no"), "not-found");
        Caller auditor = newcomers.signedIn(newcomers.inRole(Role.AUDITOR));
        assertRefused(() -> reviews.close(auditor, Optional.of(asked.id()), "fine"), "not-found");
        assertRefused(() -> reviews.close(approver, Optional.of(asked.id()), "fine"), "not-found");
        assertThat(grants.of(broken.id()).orElseThrow().usesLeft()).isEqualTo(1);
    }

    /** Naming a colleague's request tells nothing of it, though it is about the very same. */
    @Test
    void theRequestOfAnotherHandSaysNothing() {
        Play play = scene.usual();
        UUID asked = scene.ask(play).id();
        Person colleague = newcomers.settled();
        scene.allow(
                new Subject.Person(colleague.id()),
                play.secret(),
                Scene.by(1, new Approver.Group(play.group())),
                new Need.Reason(10));
        Given naming = new Given(Optional.of(Scene.WHY), Optional.empty(), Optional.of(asked));
        var told = scene.told(scene.signedIn(colleague), play.secret(), naming);
        assertThat(told.code()).isEqualTo("approval-required");
        assertThat(told.members()).containsKey("request").doesNotContainValue(PublicId.REQUEST.of(asked));
    }

    @Test
    void aNoBarsRetriesForAsLongAsThereWasTimeAndNoLonger() throws SQLException {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        deciding.reject(scene.signedIn(play.approvers().getFirst()), Optional.of(asked.id()), "not today");
        assertThat(scene.told(play.asker(), play.secret(), Scene.saying(Scene.WHY))
                        .members())
                .containsEntry("request", PublicId.REQUEST.of(asked.id()));
        try (Connection owner = roles.owner()) {
            Roles.execute(
                    owner, "update access_request set decide_by = clock_timestamp() where id = '" + asked.id() + "'");
        }
        var anew = scene.told(play.asker(), play.secret(), Scene.saying(Scene.WHY));
        assertThat(anew.code()).isEqualTo("approval-required");
        assertThat(anew.members()).containsKey("request").doesNotContainValue(PublicId.REQUEST.of(asked.id()));
    }

    private AccessRequest approved(Person approver, AccessRequest asked) {
        return deciding.approve(scene.signedIn(approver), Optional.of(asked.id()), Lesser.ALL);
    }

    private AccessRequest broken(Play play) {
        return asking.breakGlass(
                play.asker(),
                new Asking.Wish(
                        scene.path(play.secret()),
                        Verb.CODE_FETCH,
                        Scene.saying("the building is on fire and more"),
                        Optional.empty()));
    }

    private static Caller program(Person person) {
        return new Caller(new Actor.Person(person.id()), Optional.empty(), Optional.empty(), Line.NONE);
    }

    private void reveal(Caller caller, UUID secret) {
        gate.release(new Ask(
                caller,
                Verb.FIELD_REVEAL,
                EventClass.FIELD_REVEALED,
                () -> catalogue
                        .find(secret)
                        .map(placed -> Sight.of(placed, caller).opening(UUID.randomUUID(), "field", List.of()))));
    }
}
