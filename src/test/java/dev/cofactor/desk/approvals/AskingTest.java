// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static dev.cofactor.desk.approvals.Scene.assertRefused;
import static dev.cofactor.desk.approvals.Scene.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.approvals.Scene.Play;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Joined;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Database;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Given;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.AccessRequests;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking for access: by whom, how often, in which words, and who hears of it. */
@QuarkusTest
class AskingTest {
    private final Scene scene;
    private final Asking asking;
    private final Deciding deciding;
    private final AccessRequests requests;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Told told;
    private final LogEntries entries;
    private final WholeLog log;

    AskingTest(
            Scene scene,
            Asking asking,
            Deciding deciding,
            AccessRequests requests,
            Newcomers newcomers,
            Rules rules,
            Told told,
            LogEntries entries,
            WholeLog log) {
        this.scene = scene;
        this.asking = asking;
        this.deciding = deciding;
        this.requests = requests;
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
    void fiftyRetriesAtOnceAskOnce() {
        Play play = scene.usual();
        List<Problem> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 50)
                    .mapToObj(one -> CompletableFuture.supplyAsync(
                            () -> scene.told(play.asker(), play.secret(), saying(Scene.WHY)), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        assertThat(answers.stream().map(one -> one.members().get("request")).collect(Collectors.toSet()))
                .hasSize(1)
                .doesNotContainNull();
        UUID request = PublicId.REQUEST
                .read(String.valueOf(answers.getFirst().members().get("request")))
                .orElseThrow();
        assertThat(entries.about(request, "access-requested")).hasSize(1);
        assertThat(entries.of(play.asker().actor().id(), "access-requested")).hasSize(1);
        play.approvers().forEach(approver -> assertThat(told.to(approver.id())).hasSize(1));
    }

    @Test
    void theDatabaseItselfKeepsASecondOneOut() throws SQLException {
        AccessRequest asked = scene.ask(scene.usual());
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            String twin = "insert into access_request select gen_random_uuid(), glass, hand, actor, actor_kind, person,"
                    + " session, verb, secret, path, template, template_version, clause, needs, skipped, reason, ticket,"
                    + " event, asked_at, decide_by, state from access_request where id = '" + asked.id() + "'";
            assertThatThrownBy(() -> statement.execute(twin)).hasMessageContaining("access_request_one_waits");
        }
    }

    @Test
    void whatIsToldNamesIdsAloneAndTheReasonIsInTheSealedBody() {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        LogEntries.Entry entry = entries.about(asked.id(), "access-requested").getFirst();
        assertThat(entry.body().at("/details/reason").asText()).isEqualTo(Scene.WHY);
        assertThat(entry.body().at("/details/other").asText())
                .isEqualTo(play.secret().toString());
        List<Told.Row> rows = told.because(asked.terms().event());
        assertThat(rows)
                .extracting(Told.Row::recipient)
                .containsExactlyInAnyOrderElementsOf(
                        play.approvers().stream().map(Person::id).toList());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.message())
                        .contains(asked.id().toString())
                        .doesNotContain("canary")
                        .doesNotContain("A person")
                        .doesNotContain(asked.matter().path()));
    }

    @Test
    void noColumnHoldsWhatWasSaid() throws SQLException {
        AccessRequest asked = scene.ask(scene.usual());
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement();
                var row = statement.executeQuery(
                        "select r::text from access_request r where id = '" + asked.id() + "'")) {
            row.next();
            assertThat(row.getString(1))
                    .doesNotContain("canary")
                    .contains(asked.matter().path());
        }
    }

    @Test
    void whoMayNotEvenWithAYesHearsThatThereIsNothing() {
        Play play = scene.usual();
        Caller stranger = newcomers.signedIn(newcomers.settled());
        assertRefused(() -> scene.ask(stranger, play.secret()), "not-found");
        assertThat(entries.of(stranger.actor().id(), "request-refused")).hasSize(1);
        assertThat(entries.of(stranger.actor().id(), "access-requested")).isEmpty();
    }

    @Test
    void whatNeedsNoYesIsNotAskedFor() {
        Play play = scene.usual();
        rules.allow(play.asker().actor().id(), play.secret(), Verb.CODE_FETCH);
        assertRefused(() -> scene.ask(play), "approval-not-needed");
    }

    @Test
    void theReasonThatTheWayWantsIsWantedOfTheRequest() {
        Play play = scene.usual();
        UnaryOperator<Given> curt = given -> saying("because");
        UnaryOperator<Given> silent = given -> Given.NOTHING;
        assertRefused(() -> asking.ask(play.asker(), scene.wish(play.secret(), curt)), "reason-required");
        assertRefused(() -> asking.ask(play.asker(), scene.wish(play.secret(), silent)), "reason-required");
        assertThat(scene.told(play.asker(), play.secret(), Given.NOTHING).code())
                .isEqualTo("reason-required");
        assertThat(entries.of(play.asker().actor().id(), "access-requested")).isEmpty();
    }

    @Test
    void anAgentAsksForItselfAndForNobodyElse() {
        Play play = scene.usual();
        UUID person = play.asker().actor().id();
        Caller agent = newcomers.agentOf(person);
        Caller sibling = newcomers.agentOf(person);
        rules.allowAgent(agent.actor().id(), play.secret(), Verb.CODE_FETCH);
        AccessRequest asked = scene.ask(agent, play.secret());
        assertThat(asked.asker().hand()).isEqualTo(agent.hand());
        assertThat(asked.asker().self()).isEqualTo(person);
        assertThat(entries.about(asked.id(), "access-requested")).hasSize(1);
        assertRefused(() -> asking.withdraw(sibling, Optional.of(asked.id())), "not-found");
        assertThat(asking.withdraw(agent, Optional.of(asked.id())).state()).isEqualTo(State.WITHDRAWN);
        assertRefused(() -> asking.withdraw(agent, Optional.of(asked.id())), "request-settled");
        play.approvers()
                .forEach(approver -> assertThat(told.to(approver.id()))
                        .extracting(Told.Row::kind)
                        .containsExactly("access-asked", "access-withdrawn"));
    }

    @Test
    void aServiceAsksAndThePersonForWhomNobodyActsIsNobody() {
        UUID secret = scene.secret();
        Caller service = newcomers.machine();
        Person approver = scene.approver();
        scene.allow(
                new Subject.Service(service.actor().id()),
                secret,
                Scene.by(1, new Approver.Person(approver.id()), new Approver.Manager()));
        AccessRequest asked = scene.ask(service, secret);
        assertThat(asked.asker().person()).isEmpty();
        deciding.approve(scene.signedIn(approver), Optional.of(asked.id()), Deciding.Lesser.ALL);
        assertThat(scene.fetch(service, secret).recorded().index()).isPositive();
    }

    @Test
    void ofTwoWaysTheCheapestIsAskedForUnlessAnotherIsNamed() {
        Play play = scene.usual();
        Need.Approval dear = Scene.by(2, new Approver.Group(play.group()));
        scene.allow(new Subject.Person(play.asker().actor().id()), play.secret(), dear);
        AccessRequest cheap = scene.ask(play);
        assertThat(cheap.terms().approvals()).extracting(Need.Approval::quorum).containsExactly(1);
        String named = Joined.clause(Set.of(dear)).orElseThrow();
        Asking.Wish wish =
                new Asking.Wish(scene.path(play.secret()), Verb.CODE_FETCH, saying(Scene.WHY), Optional.of(named));
        assertThat(asking.ask(play.asker(), wish).terms().approvals())
                .extracting(Need.Approval::quorum)
                .containsExactly(2);
        Asking.Wish nowhere = new Asking.Wish(
                scene.path(play.secret()), Verb.CODE_FETCH, saying(Scene.WHY), Optional.of("0".repeat(64)));
        assertRefused(() -> asking.ask(play.asker(), nowhere), "no-such-way");
    }

    @Test
    void afterANoMereRetriesAskNobodyAndAnExplicitOneDoes() {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        Caller approver = scene.signedIn(play.approvers().getFirst());
        deciding.reject(approver, Optional.of(asked.id()), "not on a Friday, says the-canary");
        Problem retry = scene.told(play.asker(), play.secret(), saying(Scene.WHY));
        assertThat(retry.code()).isEqualTo("approval-rejected");
        assertThat(retry.members()).containsEntry("request", PublicId.REQUEST.of(asked.id()));
        assertThat(retry.getMessage() + retry.members()).doesNotContain("canary");
        AccessRequest again = scene.ask(play);
        assertThat(again.id()).isNotEqualTo(asked.id());
        assertThat(again.state()).isEqualTo(State.PENDING);
    }

    @Test
    void theRequestThatIsNamedTellsHowItStandsAndAnothersChangesNothing() {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        Given going = new Given(Optional.of(Scene.WHY), Optional.empty(), Optional.of(asked.id()));
        assertThat(scene.told(play.asker(), play.secret(), going).code()).isEqualTo("approval-pending");
        asking.withdraw(play.asker(), Optional.of(asked.id()));
        assertThat(scene.told(play.asker(), play.secret(), going).code()).isEqualTo("approval-withdrawn");
        Play others = scene.usual();
        Problem opened = scene.told(others.asker(), others.secret(), going);
        assertThat(opened.code()).isEqualTo("approval-required");
        assertThat(opened.members().get("request")).isNotEqualTo(PublicId.REQUEST.of(asked.id()));
    }

    @Test
    void oneHandHasSoManyWaitingAndNoMore() throws SQLException {
        Play play = scene.usual();
        AccessRequest asked = scene.ask(play);
        try (Connection owner = Database.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("insert into access_request select gen_random_uuid(), glass, hand, actor, actor_kind,"
                    + " person, session, verb, gen_random_uuid(), path, template, template_version, clause, needs, skipped,"
                    + " reason, ticket, event, asked_at, decide_by, state from access_request,"
                    + " generate_series(2, " + Opening.MOST_WAITING + ") where id = '" + asked.id() + "'");
        }
        UUID secret = scene.secret();
        scene.allow(
                new Subject.Person(play.asker().actor().id()), secret, Scene.by(1, new Approver.Group(play.group())));
        assertRefused(() -> scene.ask(play.asker(), secret), "too-many");
        asking.withdraw(play.asker(), Optional.of(asked.id()));
        assertThat(scene.ask(play.asker(), secret).state()).isEqualTo(State.PENDING);
        assertThat(requests.waiting(play.asker().hand())).isEqualTo(Opening.MOST_WAITING);
    }
}
