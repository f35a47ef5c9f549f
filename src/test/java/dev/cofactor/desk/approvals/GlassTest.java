// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static dev.cofactor.desk.approvals.Scene.assertRefused;
import static dev.cofactor.desk.approvals.Scene.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.approvals.Scene.Play;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequest.State;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.grants.Remains;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An emergency: taken without asking, told to everybody, and looked at by somebody else. */
@QuarkusTest
class GlassTest {
    private static final String FIRE = "the building is on fire and the-canary too";

    private final Scene scene;
    private final Asking asking;
    private final GlassReviews reviews;
    private final Requests requests;
    private final Grants grants;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final CatalogueEdits edits;
    private final Told told;
    private final LogEntries entries;
    private final WholeLog log;

    GlassTest(
            Scene scene,
            Asking asking,
            GlassReviews reviews,
            Requests requests,
            Grants grants,
            Newcomers newcomers,
            Rules rules,
            Shelf shelf,
            CatalogueEdits edits,
            Told told,
            LogEntries entries,
            WholeLog log) {
        this.scene = scene;
        this.asking = asking;
        this.reviews = reviews;
        this.requests = requests;
        this.grants = grants;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.edits = edits;
        this.told = told;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void itGivesLittleForAShortWhileAndIsLoud() {
        Play play = glazed();
        Person owner = newcomers.settled();
        Person auditor = newcomers.inRole(Role.AUDITOR);
        shelf.edit(play.secret(), at -> {
            edits.own(play.secret(), Set.of(owner.id()), at);
            return play.secret();
        });
        assertRefused(() -> scene.fetch(play.asker(), play.secret(), saying(FIRE)), "approval-required");
        AccessRequest broken = broken(play.asker(), play);
        assertThat(broken.glass()).isTrue();
        Remains left = grants.of(broken.id()).orElseThrow();
        assertThat(left.usesLeft()).isEqualTo(1);
        assertThat(left.ends()).isEqualTo(broken.terms().asked().plus(Duration.ofMinutes(10)));
        scene.fetch(play.asker(), play.secret(), saying(FIRE));
        assertRefused(() -> scene.fetch(play.asker(), play.secret(), saying(FIRE)), "approval-required");
        List<UUID> heard = told.because(broken.terms().event()).stream()
                .filter(row -> row.kind().equals("glass-broken"))
                .map(Told.Row::recipient)
                .toList();
        assertThat(heard)
                .contains(play.approvers().get(0).id(), play.approvers().get(1).id(), owner.id(), auditor.id())
                .doesNotContain(play.asker().actor().id())
                .doesNotHaveDuplicates();
        assertThat(told.because(broken.terms().event()))
                .allSatisfy(row -> assertThat(row.message()).doesNotContain("canary"));
        assertThat(entries.about(broken.id(), "glass-broken")
                        .getFirst()
                        .body()
                        .at("/details/reason")
                        .asText())
                .isEqualTo(FIRE);
    }

    @Test
    void withoutAReasonOfSomeLengthItDoesNotBreak() {
        Play play = glazed();
        Asking.Wish curt =
                new Asking.Wish(scene.path(play.secret()), Verb.CODE_FETCH, saying("fire, really"), Optional.empty());
        assertRefused(() -> asking.breakGlass(play.asker(), curt), "reason-required");
        assertThat(entries.of(play.asker().actor().id(), "glass-broken")).isEmpty();
    }

    @Test
    void whereNoPolicySaysSoThereIsNoGlass() {
        Play play = scene.usual();
        assertRefused(() -> broken(play.asker(), play), "no-such-way");
        Caller stranger = newcomers.signedIn(newcomers.settled());
        assertRefused(() -> broken(stranger, glazed()), "not-found");
    }

    @Test
    void whatHoldsIsNotBrokenTwiceHoweverManyHammerOnIt() {
        Play play = glazed();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int one = 0; one < 10; one++) {
                threads.execute(() -> broken(play.asker(), play));
            }
        }
        assertThat(entries.of(play.asker().actor().id(), "glass-broken")).hasSize(1);
        assertRefused(() -> broken(play.asker(), play), "approval-not-needed");
    }

    @Test
    void itStaysOpenUntilSomebodyElseHasLookedAtIt() {
        Play play = glazed();
        Person asker = auditing(play);
        AccessRequest broken = broken(play.asker(), play);
        assertThat(ids(reviews.open(scene.signedIn(asker)))).doesNotContain(broken.id());
        assertRefused(() -> reviews.close(scene.signedIn(asker), Optional.of(broken.id()), "it was me"), "own-request");
        Caller stranger = newcomers.signedIn(newcomers.settled());
        assertThat(ids(reviews.open(stranger))).doesNotContain(broken.id());
        assertRefused(() -> reviews.close(stranger, Optional.of(broken.id()), "fine"), "not-found");

        Caller passedOver = scene.signedIn(play.approvers().getFirst());
        assertThat(ids(reviews.open(passedOver))).contains(broken.id());
        Caller auditor = newcomers.signedIn(newcomers.inRole(Role.AUDITOR));
        assertThat(ids(reviews.open(auditor))).contains(broken.id());
        assertRefused(() -> reviews.close(auditor, Optional.of(broken.id()), " "), "request-malformed");
        Card closed = reviews.close(auditor, Optional.of(broken.id()), "there was a fire, said the-canary");
        assertThat(closed.request().review().orElseThrow().by())
                .isEqualTo(auditor.actor().id());
        assertThat(ids(reviews.open(passedOver))).doesNotContain(broken.id());
        assertRefused(() -> reviews.close(passedOver, Optional.of(broken.id()), "again"), "reviewed-already");
        assertThat(entries.about(broken.id(), "break-glass-reviewed")).hasSize(1);
        assertThat(told.to(asker.id())).extracting(Told.Row::kind).contains("glass-reviewed");
    }

    @Test
    void norDoesThePersonLookForWhomAnAgentBrokeIt() {
        Play play = glazed();
        Person person = auditing(play);
        Caller agent = newcomers.agentOf(person.id());
        rules.allowAgent(agent.actor().id(), play.secret(), Verb.CODE_FETCH);
        AccessRequest broken = broken(agent, play);
        assertThat(broken.state()).isEqualTo(State.APPROVED);
        assertThat(ids(reviews.open(scene.signedIn(person)))).doesNotContain(broken.id());
        assertRefused(
                () -> reviews.close(scene.signedIn(person), Optional.of(broken.id()), "fine by me"), "own-request");
    }

    @Test
    void anOldProofClosesNothing() {
        Play play = glazed();
        AccessRequest broken = broken(play.asker(), play);
        Caller auditor = newcomers.signedIn(newcomers.inRole(Role.AUDITOR));
        Clocks.goOn(Deciding.FRESH.plusMinutes(1));
        assertRefused(() -> reviews.close(auditor, Optional.of(broken.id()), "fine"), "step-up-required");
    }

    @Test
    void whoeverHasToLookSeesWhyAndAStrangerNothing() {
        Play play = glazed();
        AccessRequest broken = broken(play.asker(), play);
        Caller passedOver = scene.signedIn(play.approvers().getFirst());
        assertThat(requests.card(passedOver, Optional.of(broken.id())).reason()).contains(FIRE);
        Caller stranger = newcomers.signedIn(newcomers.settled());
        assertRefused(() -> requests.card(stranger, Optional.of(broken.id())), "not-found");
    }

    /** One yes, or the glass. */
    private Play glazed() {
        Play play = scene.usual();
        scene.allow(
                new Subject.Person(play.asker().actor().id()),
                play.secret(),
                new Need.BreakGlass(20, Duration.ofMinutes(10), 1));
        return play;
    }

    private Person auditing(Play play) {
        UUID person = play.asker().actor().id();
        scene.join(Role.AUDITOR.group(), person);
        return scene.person(person);
    }

    private AccessRequest broken(Caller caller, Play play) {
        return asking.breakGlass(
                caller, new Asking.Wish(scene.path(play.secret()), Verb.CODE_FETCH, saying(FIRE), Optional.empty()));
    }

    private static Set<UUID> ids(List<Card> cards) {
        return cards.stream().map(card -> card.request().id()).collect(Collectors.toSet());
    }
}
