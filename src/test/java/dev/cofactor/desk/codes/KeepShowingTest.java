// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Wish.Patience;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Refusal;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Given;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page that goes on showing codes by itself. */
@QuarkusTest
class KeepShowingTest {
    private static final Duration LONG = Duration.ofSeconds(24);
    private static final int PERIOD = 6;

    private final Kiosk kiosk;
    private final Codes codes;
    private final Newcomers newcomers;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    KeepShowingTest(Kiosk kiosk, Codes codes, Newcomers newcomers, Rules rules, LogEntries entries, WholeLog log) {
        this.kiosk = kiosk;
        this.codes = codes;
        this.newcomers = newcomers;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private record Play(Stand stand, Person person, Caller page) {}

    private Play play() {
        Stand stand = kiosk.stand("exclusive", PERIOD);
        Person person = newcomers.settled();
        rules.allow(person.id(), stand.secret(), Verb.CODE_FETCH);
        return new Play(stand, person, newcomers.signedIn(person));
    }

    private CompletableFuture<Fetched> asks(
            Caller caller, Stand stand, Patience patience, Duration least, boolean page) {
        Wish wish = new Wish(least, patience, Optional.empty(), Given.NOTHING, page, false);
        return codes.begin(new Request(caller, stand.path(), wish, new CompletableFuture<>()))
                .toCompletableFuture();
    }

    private Fetched shown(Play at) {
        return asks(at.page, at.stand, new Patience.UpTo(LONG), Duration.ZERO, true)
                .join();
    }

    private CompletableFuture<Fetched> goesOn(Caller page, Stand stand) {
        return asks(page, stand, new Patience.Renewal(), Duration.ZERO, true);
    }

    private static void until(long step, long millisIntoIt) {
        Waiting.pause(Math.max(0, step * PERIOD * 1000L + millisIntoIt - System.currentTimeMillis()));
    }

    @Test
    void aPageGoesOnWithEachStepASecondAfterItHasBegunAndEachIsOnRecord() {
        Play at = play();
        Fetched first = shown(at);
        assertThat(Refusal.of(goesOn(at.page, at.stand)).code()).isEqualTo("busy");
        long next = first.moment() + 1;
        until(next, 100);
        assertThat(Refusal.of(goesOn(at.page, at.stand)).code())
                .as("in its first second")
                .isEqualTo("busy");
        until(next, 1_200);
        Fetched second = goesOn(at.page, at.stand).join();
        assertThat(second.moment()).isEqualTo(next);
        assertThat(second.code().text()).isEqualTo(at.stand.codeOf(next));
        assertThat(Refusal.of(goesOn(at.page, at.stand)).code())
                .as("shown already")
                .isEqualTo("busy");
        assertThat(entries.about(at.stand.secret(), "code-released").stream()
                        .map(entry -> entry.body().at("/details/showing").asText()))
                .containsExactly("", "renewed");
    }

    @Test
    void nothingGoesOnThatNobodyAskedForInThisBrowserAndThatIsOnTheLog() {
        Play at = play();
        assertThat(Refusal.of(goesOn(at.page, at.stand)).code()).isEqualTo("showing-ended");
        shown(at);
        Caller another = newcomers.signedIn(at.person);
        assertThat(Refusal.of(goesOn(another, at.stand)).code()).isEqualTo("showing-ended");
        assertThat(entries.of(at.person.id(), "request-refused").stream()
                        .map(entry -> entry.body().at("/details/code").asText()))
                .containsExactly("showing-ended", "showing-ended");
    }

    @Test
    void whatAProgramFetchedNoPageGoesOnWith() {
        Play at = play();
        asks(at.page, at.stand, new Patience.UpTo(LONG), Duration.ZERO, false).join();
        assertThat(Refusal.of(goesOn(at.page, at.stand)).code()).isEqualTo("showing-ended");
    }

    @Test
    void aPageStandsBackBehindWhoeverWaitsThoughTheStepIsFree() {
        Play at = play();
        Fetched first = shown(at);
        Caller service = newcomers.machine();
        rules.allowService(service.actor().id(), at.stand.secret(), Verb.CODE_FETCH);
        long next = first.moment() + 1;
        until(next, 1_500);
        CompletableFuture<Fetched> choosy =
                asks(service, at.stand, new Patience.UpTo(LONG), Duration.ofSeconds(PERIOD - 1), false);
        assertThat(choosy).as("who waits for a whole step").isNotDone();
        assertThat(Refusal.of(goesOn(at.page, at.stand)).code()).isEqualTo("busy");
        assertThat(choosy.join().moment()).isGreaterThan(next);
        assertThat(entries.about(at.stand.secret(), "code-released")).hasSize(2);
    }

    @Test
    void whoLosesTheRightIsNotShownTheNextOne() {
        Stand stand = kiosk.stand("exclusive", PERIOD);
        Person person = newcomers.settled();
        UUID policy = rules.allow(person.id(), stand.secret(), Verb.CODE_FETCH);
        Play at = new Play(stand, person, newcomers.signedIn(person));
        Fetched first = shown(at);
        rules.withdraw(policy);
        until(first.moment() + 1, 1_200);
        assertThat(Refusal.of(goesOn(at.page, stand)).code()).isEqualTo("not-found");
    }

    @Test
    void aCodeThatCountsIsNotKept() {
        Stand stand = kiosk.counting();
        Person person = newcomers.settled();
        rules.allow(person.id(), stand.secret(), Verb.CODE_FETCH);
        Caller page = newcomers.signedIn(person);
        asks(page, stand, new Patience.UpTo(Duration.ZERO), Duration.ZERO, true).join();
        assertThat(Refusal.of(goesOn(page, stand)).code()).isEqualTo("showing-ended");
        assertThat(entries.about(stand.secret(), "code-released")).hasSize(1);
    }
}
