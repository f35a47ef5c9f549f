// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.gathering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Questions of one kind, read together: the first who comes reads at once, for himself; those who come while he does wait, and
 * the first of them then reads for all. Nobody waits for others to come.
 *
 * @param <K> what is asked for; equal questions are read once
 * @param <V> what there is to it
 */
public final class Gathering<K, V> {
    private final int most;
    private final Reading<K, V> reading;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Question<K, V>> waiting = new ArrayDeque<>();
    private boolean somebodyReads;

    /** @param most how many are read at once */
    public Gathering(int most, Reading<K, V> reading) {
        this.most = most;
        this.reading = reading;
    }

    /** Reads for many at once. */
    public interface Reading<K, V> {
        /** @return what there is; a key without an answer is left out */
        Map<K, V> read(Set<K> keys);
    }

    /**
     * One who waits.
     *
     * @param turn true when it is his turn to read, false when he has his answer
     */
    private record Question<K, V>(K key, CompletableFuture<Boolean> turn, CompletableFuture<Optional<V>> answer) {
        static <K, V> Question<K, V> of(K key) {
            return new Question<>(key, new CompletableFuture<>(), new CompletableFuture<>());
        }

        void answered(Optional<V> found) {
            answer.complete(found);
            turn.complete(false);
        }

        void failed(RuntimeException why) {
            answer.completeExceptionally(why);
            turn.complete(false);
        }
    }

    /** INVARIANT: what answers it was read after this was called. */
    public Optional<V> ask(K key) {
        Question<K, V> question = Question.of(key);
        if (isFirst(question) || question.turn.join()) {
            readForAll();
        }
        try {
            return question.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private boolean isFirst(Question<K, V> question) {
        lock.lock();
        try {
            waiting.add(question);
            boolean first = !somebodyReads;
            somebodyReads = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** Whatever comes of it, all are told, and the next one has his turn. */
    private void readForAll() {
        List<Question<K, V>> taken = taken();
        try {
            Set<K> keys = new LinkedHashSet<>();
            taken.forEach(one -> keys.add(one.key));
            Map<K, V> found = reading.read(keys);
            taken.forEach(one -> one.answered(Optional.ofNullable(found.get(one.key))));
        } catch (RuntimeException e) {
            taken.forEach(one -> one.failed(e));
        } catch (Error e) {
            taken.forEach(one -> one.failed(new IllegalStateException("it could not be read", e)));
            throw e;
        } finally {
            passOn();
        }
    }

    private List<Question<K, V>> taken() {
        lock.lock();
        try {
            List<Question<K, V>> taken = new ArrayList<>(Math.min(most, waiting.size()));
            while (taken.size() < most && !waiting.isEmpty()) {
                taken.add(waiting.removeFirst());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void passOn() {
        @Nullable Question<K, V> next;
        lock.lock();
        try {
            next = waiting.peekFirst();
            somebodyReads = next != null;
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.turn.complete(true);
        }
    }
}
