// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.gathering;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read once, for as long as whoever has this keeps it: up to a number, then it is read anew. Of those who want the
 * same at the same time one reads, and nothing is locked while he does: a map that computes under its own lock keeps those
 * waiting who have to give a connection back.
 */
public final class Remembered<K, V> {
    private final int most;
    private final Map<K, CompletableFuture<Optional<V>>> all = new ConcurrentHashMap<>();

    public Remembered(int most) {
        this.most = most;
    }

    public V of(K key, Function<K, V> read) {
        return find(key, asked -> Optional.of(read.apply(asked))).orElseThrow();
    }

    /** That there is nothing is not remembered: whoever asks for what is not there must not push out what is. */
    public Optional<V> find(K key, Function<K, Optional<V>> read) {
        @Nullable CompletableFuture<Optional<V>> known = all.get(key);
        if (known == null) {
            CompletableFuture<Optional<V>> own = new CompletableFuture<>();
            known = all.putIfAbsent(key, own);
            if (known == null) {
                return read(key, own, read);
            }
        }
        try {
            return known.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    private Optional<V> read(K key, CompletableFuture<Optional<V>> own, Function<K, Optional<V>> read) {
        try {
            Optional<V> found = read.apply(key);
            if (found.isEmpty()) {
                all.remove(key, own);
            }
            own.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            all.remove(key, own);
            own.completeExceptionally(e);
            throw e;
        } finally {
            if (all.size() > most) {
                all.clear();
            }
        }
    }
}
