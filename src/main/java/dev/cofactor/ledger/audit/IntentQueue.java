// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What waits to be appended. Two lanes, each bounded, so that strangers cannot push aside those with a credential; and of
 * the known lane nobody may fill more than his share. Full means refused at once, never waiting.
 */
final class IntentQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Map<Intent.Lane, Deque<Waiting>> lanes =
            Map.of(Intent.Lane.KNOWN, new ArrayDeque<>(), Intent.Lane.STRANGER, new ArrayDeque<>());
    private final Map<UUID, Integer> ofActor = new HashMap<>();
    private final int known;
    private final int strangers;
    private final int share;
    private boolean closed;
    private int wanted = 1;

    /** An intent on its way, and who waits for it. */
    record Waiting(Candidate candidate, CompletableFuture<Settlement> answer) {
        Waiting again() {
            return new Waiting(candidate.again(), answer);
        }
    }

    IntentQueue(int known, int strangers, int share) {
        this.known = known;
        this.strangers = strangers;
        this.share = share;
    }

    /** @return false if there is no room for it */
    boolean offer(Waiting waiting) {
        Intent intent = waiting.candidate.intent();
        UUID actor = intent.event().actor().id();
        lock.lock();
        try {
            boolean room = !closed
                    && switch (intent.lane()) {
                        case KNOWN -> lane(Intent.Lane.KNOWN).size() < known && ofActor.getOrDefault(actor, 0) < share;
                        case STRANGER -> lane(Intent.Lane.STRANGER).size() < strangers;
                    };
            if (room) {
                lane(intent.lane()).add(waiting);
                if (intent.lane() == Intent.Lane.KNOWN) {
                    ofActor.merge(actor, 1, Integer::sum);
                }
                if (waiting() >= wanted) {
                    filled.signal();
                }
            }
            return room;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until so many are there, but not for long: whoever was just answered asks again, and a batch of many costs
     * little more than one of few.
     */
    void gather(int enough, long patienceNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patienceNanos;
            while (waiting() < enough && !closed && left > 0) {
                wanted = enough;
                left = filled.awaitNanos(left);
            }
        } finally {
            wanted = 1;
            lock.unlock();
        }
    }

    /** All that waits, up to a number: the known first, but a stranger is never left out of a batch altogether. */
    List<Waiting> take(int most) {
        lock.lock();
        try {
            List<Waiting> taken = new ArrayList<>();
            int reserved = Math.min(lane(Intent.Lane.STRANGER).size(), most / 8);
            move(lane(Intent.Lane.KNOWN), taken, most - reserved);
            move(lane(Intent.Lane.STRANGER), taken, most - taken.size());
            taken.forEach(this::leave);
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Whom those who wait now are about, and on which rows they were decided, as far as a batch goes. */
    HeadRows.Needed needed(int most) {
        lock.lock();
        try {
            List<Intent> waiting = Stream.of(Intent.Lane.KNOWN, Intent.Lane.STRANGER)
                    .flatMap(lane -> lane(lane).stream())
                    .limit(most)
                    .map(one -> one.candidate.intent())
                    .toList();
            return new HeadRows.Needed(
                    waiting.stream()
                            .flatMap(intent -> Chains.needed(intent.event()))
                            .collect(Collectors.toUnmodifiableSet()),
                    waiting.stream()
                            .flatMap(intent -> intent.rows().keySet().stream())
                            .collect(Collectors.toUnmodifiableSet()));
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes in, so that nobody waits for a writer who has gone. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting();
        } finally {
            lock.unlock();
        }
    }

    private int waiting() {
        return lane(Intent.Lane.KNOWN).size() + lane(Intent.Lane.STRANGER).size();
    }

    private Deque<Waiting> lane(Intent.Lane lane) {
        return java.util.Objects.requireNonNull(lanes.get(lane));
    }

    private static void move(Deque<Waiting> from, List<Waiting> to, int most) {
        for (int i = 0; i < most && !from.isEmpty(); i++) {
            to.add(from.removeFirst());
        }
    }

    private void leave(Waiting waiting) {
        if (waiting.candidate.intent().lane() == Intent.Lane.KNOWN) {
            ofActor.computeIfPresent(
                    waiting.candidate.intent().event().actor().id(), (actor, count) -> count > 1 ? count - 1 : null);
        }
    }
}
