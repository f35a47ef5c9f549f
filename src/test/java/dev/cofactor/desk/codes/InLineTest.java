// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Nodes.Node;
import dev.cofactor.desk.codes.Wish.Patience;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.Refusal;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Given;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many want the same step, and each has one after the other. */
@QuarkusTest
class InLineTest {
    private static final Duration LONG = Duration.ofSeconds(24);

    /** What many wait, of whom most wait in vain. */
    private static final Duration IN_VAIN = Duration.ofSeconds(Nightly.or(10, 24));

    private final Kiosk kiosk;
    private final Codes codes;
    private final Nodes nodes;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    InLineTest(
            Kiosk kiosk, Codes codes, Nodes nodes, Newcomers newcomers, Rules rules, LogEntries entries, WholeLog log) {
        this.kiosk = kiosk;
        this.codes = codes;
        this.nodes = nodes;
        this.newcomers = newcomers;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private Caller service(Stand stand) {
        Caller service = newcomers.machine();
        rules.allowService(service.actor().id(), stand.secret(), Verb.CODE_FETCH);
        return service;
    }

    private static Request request(Caller caller, Stand stand, Patience patience, CompletableFuture<Void> gone) {
        Wish wish = new Wish(Duration.ZERO, patience, Optional.empty(), Given.NOTHING, false, true);
        return new Request(caller, stand.path(), wish, gone);
    }

    private static CompletableFuture<Fetched> asks(Codes node, Caller caller, Stand stand, Duration most) {
        return asks(node, caller, stand, new Patience.UpTo(most));
    }

    private static CompletableFuture<Fetched> asks(Codes node, Caller caller, Stand stand, Patience patience) {
        return node.begin(request(caller, stand, patience, new CompletableFuture<>()))
                .toCompletableFuture();
    }

    @Test
    void ofTwoHundredOnTwoNodesNoneHasAnothersStepAndNoFreeStepPassesWhileOneWaits() {
        Stand stand = kiosk.stand("exclusive", 2);
        List<Caller> services =
                IntStream.range(0, 10).mapToObj(one -> service(stand)).toList();
        List<CompletableFuture<Fetched>> all;
        try (Node other = nodes.another();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all = IntStream.range(0, 200)
                    .mapToObj(one -> CompletableFuture.supplyAsync(
                            () -> asks(one % 2 == 0 ? codes : other.codes(), services.get(one % 10), stand, IN_VAIN)
                                    .join(),
                            threads))
                    .toList();
            all.forEach(asked -> asked.handle((fetched, failure) -> fetched).join());
        }
        List<Long> had = all.stream()
                .filter(asked -> !asked.isCompletedExceptionally())
                .map(asked -> asked.join().moment())
                .toList();
        List<Long> taken = entries.about(stand.secret(), "code-released").stream()
                .map(entry -> entry.body().at("/details/step").asLong())
                .distinct()
                .sorted()
                .toList();
        assertThat(taken).hasSizeGreaterThanOrEqualTo((int) IN_VAIN.toSeconds() / 2 - 1);
        assertThat(taken.getLast() - taken.getFirst())
                .as("all of them: %s", taken)
                .isEqualTo(taken.size() - 1L);
        assertThat(had).doesNotHaveDuplicates().isSubsetOf(taken);
        int over =
                entries.about(stand.secret(), "code-expired").size(); // on a machine that is too slow for two seconds
        assertThat(had).hasSizeGreaterThanOrEqualTo(taken.size() - over);
        assertThat(all.stream()
                        .filter(CompletableFuture::isCompletedExceptionally)
                        .map(asked -> Refusal.of(asked).code()))
                .containsOnly("busy");
    }

    @Test
    void ofThoseWhoWaitOnANodeTheFirstComesFirst() {
        Stand stand = kiosk.stand("exclusive", 3);
        List<Caller> services =
                IntStream.range(0, 4).mapToObj(one -> service(stand)).toList();
        List<CompletableFuture<Fetched>> all = services.stream()
                .map(service -> asks(codes, service, stand, LONG))
                .toList();
        List<Long> steps = all.stream().map(asked -> asked.join().moment()).toList();
        assertThat(steps).isSorted().doesNotHaveDuplicates();
        assertThat(steps.getLast() - steps.getFirst()).isEqualTo(steps.size() - 1L);
    }

    @Test
    void twoPeopleAndAScriptAskInTheSameSecondAndEachGetsACodeThatWorksAndTheLogSaysSo() {
        Stand stand = kiosk.stand("exclusive", 2);
        Person anna = newcomers.settled();
        Person bert = newcomers.settled();
        Stream.of(anna, bert).forEach(one -> rules.allow(one.id(), stand.secret(), Verb.CODE_FETCH));
        List<Caller> callers = List.of(newcomers.signedIn(anna), newcomers.signedIn(bert), service(stand));
        List<CompletableFuture<Fetched>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            callers.forEach(caller -> asked.add(CompletableFuture.supplyAsync(
                    () -> asks(codes, caller, stand, LONG).join(), threads)));
            asked.forEach(CompletableFuture::join);
        }
        assertThat(asked.stream().map(one -> one.join().moment())).doesNotHaveDuplicates();
        for (int i = 0; i < callers.size(); i++) {
            Fetched fetched = asked.get(i).join();
            assertThat(fetched.code().text()).isEqualTo(stand.codeOf(fetched.moment()));
            assertThat(fetched.left().orElseThrow()).isPositive();
            LogEntries.Entry entry = entries.of(fetched.event());
            assertThat(entry.outcome()).isEqualTo("done");
            assertThat(entry.body().at("/details/step").asLong()).isEqualTo(fetched.moment());
            assertThat(entry.body().toString())
                    .contains(callers.get(i).actor().id().toString());
        }
    }

    @Test
    void whoeverWantsTheNextStepDoesNotTakeItFromThoseWhoWait() {
        Stand stand = kiosk.stand("exclusive", 5);
        Caller patient = service(stand);
        Caller hurried = service(stand);
        Fetched held = asks(codes, service(stand), stand, LONG).join();
        CompletableFuture<Fetched> waiting = asks(codes, patient, stand, LONG);
        CompletableFuture<Fetched> hasty = asks(codes, hurried, stand, new Patience.Next());
        assertThat(Refusal.of(hasty).code()).isEqualTo("busy");
        assertThat(waiting.join().moment()).isEqualTo(held.moment() + 1);
    }

    @Test
    void aSessionHoldsOneStepAndTheNextAndNoMore() {
        Stand stand = kiosk.stand("exclusive", 5);
        Person person = newcomers.settled();
        rules.allow(person.id(), stand.secret(), Verb.CODE_FETCH);
        Caller session = newcomers.signedIn(person);
        Fetched first = asks(codes, session, stand, LONG).join();
        CompletableFuture<Fetched> next = asks(codes, session, stand, new Patience.Next());
        CompletableFuture<Fetched> again = asks(codes, session, stand, new Patience.Next());
        assertThat(entries.about(stand.secret(), "code-released").stream()
                        .map(entry -> entry.body().at("/details/step").asLong())
                        .distinct())
                .hasSizeLessThanOrEqualTo(2);
        assertThat(next.join().moment()).isEqualTo(again.join().moment()).isGreaterThan(first.moment());
    }

    @Test
    void nobodyIsServedWhoHasGoneAndTheNextInLineIs() {
        Stand stand = kiosk.stand("exclusive", 3);
        try (Node node = nodes.another()) {
            Caller left = service(stand);
            Caller stays = service(stand);
            Fetched held = asks(node.codes(), service(stand), stand, LONG).join();
            CompletableFuture<Void> gone = new CompletableFuture<>();
            CompletableFuture<Fetched> first = node.codes()
                    .begin(request(left, stand, new Patience.UpTo(LONG), gone))
                    .toCompletableFuture();
            CompletableFuture<Fetched> second = asks(node.codes(), stays, stand, LONG);
            assertThat(node.room().seats().taken()).isEqualTo(2);
            gone.complete(null);
            assertThat(node.room().seats().taken()).isEqualTo(1);
            assertThat(Refusal.of(first).code()).isEqualTo("busy");
            assertThat(second.join().moment()).isEqualTo(held.moment() + 1);
            assertThat(node.room().seats().taken()).isZero();
            assertThat(entries.of(left.actor().id(), "code-released")).isEmpty();
        }
    }

    @Test
    void aPersonSuspendedWhileWaitingGetsNothing() {
        Stand stand = kiosk.stand("exclusive", 3);
        Person person = newcomers.settled();
        rules.allow(person.id(), stand.secret(), Verb.CODE_FETCH);
        Caller session = newcomers.signedIn(person);
        asks(codes, service(stand), stand, LONG).join();
        CompletableFuture<Fetched> waiting = asks(codes, session, stand, LONG);
        assertThat(waiting).isNotDone();
        newcomers.suspend(session);
        assertThat(Refusal.of(waiting).code()).isEqualTo("unauthenticated");
        assertThat(entries.of(person.id(), "code-released")).isEmpty();
    }

    @Test
    void aClockThatIsSetChangesNoWait() {
        Stand stand = kiosk.stand("exclusive", 3);
        List<Caller> others = List.of(service(stand), service(stand));
        Fetched held = asks(codes, service(stand), stand, LONG).join();
        CompletableFuture<Fetched> waiting = asks(codes, others.getFirst(), stand, LONG);
        Clocks.goOn(Duration.ofMinutes(10));
        CompletableFuture<Fetched> later = asks(codes, others.getLast(), stand, LONG);
        assertThat(waiting.join().moment()).isEqualTo(held.moment() + 1);
        assertThat(later.join().moment()).isEqualTo(held.moment() + 2);
        assertThat(later.join().code().text()).isEqualTo(stand.codeOf(held.moment() + 2));
    }

    @Test
    void whenANodeStopsNothingIsTakenForThoseWhoWaitedOnIt() {
        Stand stand = kiosk.stand("exclusive", 3);
        Caller waits = service(stand);
        Caller another = service(stand);
        CompletableFuture<Fetched> waiting;
        Fetched held;
        try (Node node = nodes.another()) {
            held = asks(node.codes(), service(stand), stand, LONG).join();
            waiting = asks(node.codes(), waits, stand, LONG);
        }
        Fetched next = asks(codes, another, stand, LONG).join();
        assertThat(next.moment()).isEqualTo(held.moment() + 1);
        Waiting.pause(3500);
        assertThat(waiting).isNotDone();
        assertThat(entries.of(waits.actor().id(), "code-released")).isEmpty();
    }

    @Test
    void whoeverIsNotPatientEnoughHearsSoAtOnceAndWhenItIsFree() {
        Stand stand = kiosk.stand("exclusive", 30);
        asks(codes, service(stand), stand, LONG.plusSeconds(10)).join();
        CompletableFuture<Fetched> hasty = asks(codes, service(stand), stand, Duration.ZERO);
        assertThat(hasty).isDone();
        assertThat(Refusal.of(hasty).code()).isEqualTo("busy");
    }
}
