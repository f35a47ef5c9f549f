// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.desk.codes.Releases.Outcome;
import dev.cofactor.desk.codes.Wish.Patience;
import dev.cofactor.desk.waiting.Waiter;
import dev.cofactor.gate.Refused;
import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to its code: through the gate, back to wait, and through it again. At most one thread is with it at
 * a time, and none while it waits. Its answer ends everything it waits for; so does its caller's leaving.
 */
final class Passage implements Waiter {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    /** So that whoever is called finds the step begun, and not the last moment of the one before. */
    private static final Duration GRACE = Duration.ofMillis(1);

    private final Request request;
    private final Codes.Door door;
    private final Codes.Room room;
    private final Duration waitMax;
    private final UUID holder;
    private final long end;
    private final CompletableFuture<Fetched> answer = new CompletableFuture<>();
    private final List<Runnable> leaving = new ArrayList<>();

    private int ahead;
    private boolean late;
    private Optional<UUID> before = Optional.empty();
    private boolean seated;
    private byte[] seed = {};
    private @Nullable Ticket ticket;
    private Optional<UUID> awaited = Optional.empty();

    /** @param holder whose the step is, if the caller has neither session nor key */
    Passage(Request request, Codes.Door door, Codes.Room room, Duration waitMax, UUID holder) {
        this.request = request;
        this.door = door;
        this.room = room;
        this.waitMax = waitMax;
        this.holder = holder;
        this.ahead = request.wantsTheNext() ? 1 : 0;
        this.end = System.nanoTime() + request.wish().patience().longest().toNanos();
    }

    CompletionStage<Fetched> begin() {
        request.gone().thenRun(() -> answer.completeExceptionally(CodeRefused.gone()));
        CompletionStage<Fetched> left = answer.whenComplete((fetched, failure) -> leave());
        go();
        return left;
    }

    /** Everything is asked again. */
    private void go() {
        if (asked(false) instanceof Turn.Later later) {
            leaving(room.lines().join(seed, Objects.requireNonNull(ticket), this, later));
        }
    }

    @Override
    public Turn turn() {
        return asked(true);
    }

    @Override
    public void dismiss(Problem why) {
        try {
            answer.completeExceptionally(
                    why instanceof Refused refused ? door.holders().named(request.caller(), refused, false) : why);
        } catch (RuntimeException e) { // nobody may wait for ever because it cannot be found out whom to name
            answer.completeExceptionally(e);
        }
    }

    /** @param called whether it is his turn: else others may come first */
    private Turn asked(boolean called) {
        try {
            return passed(called);
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
            return new Turn.Over();
        }
    }

    private Turn passed(boolean called) {
        while (!answer.isDone()) {
            Wanted wanted = new Wanted(
                    request, holder, ahead, before, fingerprint -> !called && comesLater(fingerprint), waitMax);
            long begin = System.nanoTime();
            try {
                switch (door.releases().once(wanted)) {
                    case Outcome.Ready ready -> answer.complete(ready.fetched());
                    case Outcome.NotBegun soon -> {
                        before = Optional.of(soon.event());
                        begins(soon.left());
                        return new Turn.Over();
                    }
                    case Outcome.TooLate over -> {
                        if (late) {
                            throw CodeRefused.tooLate();
                        }
                        late = true;
                        before = Optional.of(over.event());
                        if (over.left().isPositive()) {
                            again(over.left());
                            return new Turn.Over();
                        }
                    }
                }
            } catch (Refused refused) {
                return refused.ways().isEmpty() ? busy(refused, wanted, begin, called) : petitioned(refused);
            }
        }
        return new Turn.Over();
    }

    /** Who takes the following step takes it from all who wait, whose turn is then and not now; a page gives way to all. */
    private boolean comesLater(byte[] fingerprint) {
        return switch (request.wish().patience()) {
            case Patience.UpTo upTo -> room.lines().isAwaited(fingerprint);
            case Patience.Approval approval -> room.lines().isAwaited(fingerprint);
            case Patience.Next next -> ahead > 0 && room.lines().hasWaiters(fingerprint);
            case Patience.Renewal renewal -> room.lines().hasWaiters(fingerprint);
        };
    }

    /** The step is his: nobody comes first. */
    private void begins(Duration left) {
        ahead = 0;
        again(left);
    }

    /** Whoever may be too late waits for no longer than it took so far. */
    private void again(Duration left) {
        sits(left);
        Runnable off = room.bell().after(left.plus(GRACE), this::go)::off;
        leaving(off);
    }

    private Turn busy(Refused refused, Wanted wanted, long begin, boolean called) {
        boolean again = refused.isBusy() || (called && refused.isOverload());
        if (!again) {
            throw refused;
        }
        long left = refused.retryAfter().orElse(COME_BACK).toNanos();
        long now = System.nanoTime();
        boolean free = wanted.stoodBack() && refused.holder().isEmpty();
        long due = free ? now : now + left + GRACE.toNanos();
        if (due - end >= 0) {
            throw door.holders().named(request.caller(), refused, free);
        }
        UUID secret = wanted.secret().secret();
        Optional<Taken> taken = refused.holder().map(first -> new Taken(secret, wanted.who(first)));
        if (!called) {
            sits(Duration.ofNanos(left));
            ticket = new Ticket(secret, wanted.who(), wanted.isShared(), end);
            seed = wanted.fingerprint();
        }
        return new Turn.Later(free ? now : begin + left, due, taken, refused);
    }

    private Turn petitioned(Refused refused) {
        Petitions.Told told = door.petitions().told(request, refused, awaited);
        Duration left = Duration.ofNanos(end - System.nanoTime());
        boolean waits = request.wish().patience() instanceof Patience.Approval && left.isPositive();
        if (!waits || told.open().isEmpty()) {
            throw told.problem();
        }
        sits(left);
        awaited = told.open();
        leaving(room.decisions()
                .await(awaited.get(), left, this::go, () -> answer.completeExceptionally(told.problem())));
        return new Turn.Over();
    }

    /** He has one seat, however often he waits. */
    private void sits(Duration retry) {
        if (!seated) {
            var seat = room.seats().take(request.visitor()).orElseThrow(() -> CodeRefused.tooManyWait(retry));
            leaving(seat::leave);
            seated = true;
        }
    }

    /** What has to be left when there is an answer; if there is one by now, at once. */
    private void leaving(Runnable way) {
        synchronized (leaving) {
            if (!answer.isDone()) {
                leaving.add(way);
                return;
            }
        }
        way.run();
    }

    private void leave() {
        List<Runnable> ways;
        synchronized (leaving) {
            ways = List.copyOf(leaving);
            leaving.clear();
        }
        ways.forEach(Runnable::run);
    }
}
