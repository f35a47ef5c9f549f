// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.waiting.Waiter.Taken;
import dev.cofactor.desk.waiting.Waiter.Ticket;
import dev.cofactor.desk.waiting.Waiter.Turn;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final byte[] KEY = {1, 2, 3};
    private static final UUID SECRET = UUID.randomUUID();
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Problem BUSY = new Problem(Problem.Kind.TOO_MANY, "busy", "somebody else has it");

    private final Bell bell = new Bell();
    private final Lines lines = new Lines(bell);
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        bell.end(new ShutdownEvent());
    }

    private final class Guest implements Waiter {
        private final String name;
        private final Supplier<Turn> turn;

        Guest(String name, Supplier<Turn> turn) {
            this.name = name;
            this.turn = turn;
        }

        @Override
        public Turn turn() {
            called.add(name);
            return turn.get();
        }

        @Override
        public void dismiss(Problem why) {
            called.add(name + " is told " + why.code());
        }
    }

    private static Ticket alone() {
        return new Ticket(
                SECRET,
                UUID.randomUUID(),
                false,
                System.nanoTime() + Duration.ofMinutes(1).toNanos());
    }

    private static Turn.Later in(Duration time) {
        return in(time, Optional.empty());
    }

    private static Turn.Later in(Duration time, Optional<Taken> taken) {
        long due = System.nanoTime() + time.toNanos();
        return new Turn.Later(due, due, taken, BUSY);
    }

    private Runnable joins(String name, Ticket ticket, Supplier<Turn> turn) {
        return lines.join(KEY, ticket, new Guest(name, turn), in(SOON));
    }

    private void waitFor(int calls) {
        Waiting.until(Duration.ofSeconds(10), () -> called.size() >= calls, called::toString);
    }

    @Test
    void theyAreCalledInTheOrderInWhichTheyCameAndNotBeforeItsTime() {
        IntStream.range(0, 50).forEach(one -> joins("guest " + one, alone(), Turn.Over::new));
        assertThat(called).isEmpty();
        assertThat(lines.isAwaited(KEY)).isFalse();
        assertThat(lines.hasWaiters(KEY)).isTrue();
        waitFor(50);
        assertThat(called)
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(one -> "guest " + one).toList());
        Waiting.until(Duration.ofSeconds(5), () -> !lines.hasWaiters(KEY), () -> "the line is not empty");
    }

    @Test
    void whoeverIsAboutToBeCalledIsCalledBeforeWhoComesAtThatMoment() {
        long now = System.nanoTime();
        lines.join(
                KEY,
                alone(),
                new Guest("first", Turn.Over::new),
                new Turn.Later(now, now + 200_000_000, Optional.empty(), BUSY));
        lines.join(KEY, alone(), new Guest("second", Turn.Over::new), new Turn.Later(now, now, Optional.empty(), BUSY));
        waitFor(2);
        assertThat(called).containsExactly("first", "second");
    }

    @Test
    void ofThoseWhoWantItAloneOneIsCalledAtATime() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        IntStream.range(0, 20)
                .forEach(one -> joins("guest", alone(), () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Waiting.pause(5);
                    now.decrementAndGet();
                    return new Turn.Over();
                }));
        waitFor(20);
        assertThat(most).hasValue(1);
    }

    @Test
    void thoseWhoShareItAreCalledTogetherAndNobodyHasToStandBehindThem() {
        AtomicInteger now = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            Ticket sharing = new Ticket(SECRET, UUID.randomUUID(), true, alone().end());
            joins("guest", sharing, () -> {
                now.incrementAndGet();
                Waiting.until(Duration.ofSeconds(5), () -> now.get() == 10, () -> "they are not together");
                return new Turn.Over();
            });
        }
        assertThat(lines.hasWaiters(KEY)).isFalse();
        waitFor(10);
        Waiting.until(Duration.ofSeconds(5), () -> now.get() == 10, now::toString);
    }

    @Test
    void whatOneHearsOfItsHolderKeepsTheOthersFromAskingButNotTheHolderHimself() {
        Ticket holders = alone();
        Taken taken = new Taken(SECRET, holders.who());
        joins("first", alone(), later(Optional.of(taken)));
        joins("second", alone(), Turn.Over::new);
        joins("holder", holders, Turn.Over::new);
        Ticket through = new Ticket(UUID.randomUUID(), UUID.randomUUID(), false, alone().end());
        joins("through another secret", through, Turn.Over::new);
        waitFor(3);
        Waiting.pause(200);
        assertThat(called).containsExactly("first", "holder", "through another secret");
    }

    private static Supplier<Turn> later(Optional<Taken> taken) {
        return () -> in(Duration.ofSeconds(30), taken);
    }

    @Test
    void whoeverWouldBeCalledTooLateIsToldSoAtOnce() {
        Ticket hasty = new Ticket(
                SECRET,
                UUID.randomUUID(),
                false,
                System.nanoTime() + Duration.ofSeconds(5).toNanos());
        joins("first", alone(), later(Optional.of(new Taken(SECRET, UUID.randomUUID()))));
        joins("hasty", hasty, Turn.Over::new);
        joins("patient", alone(), Turn.Over::new);
        waitFor(2);
        Waiting.pause(200);
        assertThat(called).containsExactly("first", "hasty is told busy");
        assertThat(lines.hasWaiters(KEY)).isTrue();
    }

    @Test
    void whoeverIsPutOffKeepsHisPlace() {
        AtomicInteger tries = new AtomicInteger();
        joins(
                "first",
                alone(),
                () -> tries.getAndIncrement() == 0
                        ? in(SOON, Optional.of(new Taken(SECRET, UUID.randomUUID())))
                        : new Turn.Over());
        joins("second", alone(), Turn.Over::new);
        waitFor(3);
        assertThat(called).containsExactly("first", "first", "second");
    }

    @Test
    void whoeverLeavesIsNotCalledAndHoldsNobodyUp() {
        Runnable leave = joins("gone", alone(), Turn.Over::new);
        joins("there", alone(), Turn.Over::new);
        leave.run();
        leave.run();
        waitFor(1);
        Waiting.pause(200);
        assertThat(called).containsExactly("there");
    }

    @Test
    void whoeverComesWhileOneIsCalledStandsBehindHim() {
        joins("first", alone(), () -> {
            called.add("awaited: " + lines.isAwaited(KEY));
            lines.join(KEY, alone(), new Guest("late", Turn.Over::new), in(Duration.ZERO));
            Waiting.pause(100);
            return new Turn.Over();
        });
        joins("second", alone(), Turn.Over::new);
        waitFor(4);
        assertThat(called).containsExactly("first", "awaited: true", "second", "late");
    }

    @Test
    void whenTheServerStopsNobodyIsCalled() {
        joins("first", alone(), Turn.Over::new);
        bell.end(new ShutdownEvent());
        Waiting.pause(SOON.toMillis() * 2);
        assertThat(called).isEmpty();
    }
}
