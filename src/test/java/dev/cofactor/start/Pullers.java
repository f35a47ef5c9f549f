// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cofactor.fixtures.Household;
import dev.cofactor.fixtures.Waiting;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Callers who pull codes through several servers until they are told to stop, and write down what they were answered. */
final class Pullers implements AutoCloseable {
    private static final int CALLERS = 6;
    private static final long BREATH_MILLIS = 30;
    private static final Set<Integer> BUSY_OR_EMPTY = Set.of(429, 409);

    private final Household household;
    private final List<Integer> ports;
    private final Queue<Got> got = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong unavailable = new AtomicLong();
    private final AtomicLong unreachable = new AtomicLong();
    private final List<Thread> callers;
    private volatile boolean stopping;

    /** What somebody holds in his hands: it has a receipt. */
    record Got(String what, String code, long number, String receipt) {}

    Pullers(Household household, List<Integer> ports) {
        this.household = household;
        this.ports = ports;
        this.callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> Thread.ofPlatform().daemon(true).start(() -> pull(caller)))
                .toList();
    }

    private void pull(int caller) {
        for (int turn = caller; !stopping; turn++) {
            String what = what(turn);
            String way = what.equals(Household.POOL) ? "/api/v1/backup-code/" : "/api/v1/code/";
            String body = what.equals(Household.POOL) ? "{}" : "{\"wait\":0}";
            try {
                int port = ports.get((turn / 7 + caller) % ports.size());
                note(what, Household.send(port, household.token(caller), "POST", way + what, body));
            } catch (UncheckedIOException e) {
                unreachable.incrementAndGet(); // a server that was killed: the next one is asked
            }
            Waiting.pause(BREATH_MILLIS);
        }
    }

    private String what(int turn) {
        int kinds = household.timedSecrets() + 4;
        int kind = turn % kinds;
        if (kind < household.timedSecrets()) {
            return Household.timed(kind);
        }
        return kind == kinds - 1 ? Household.POOL : Household.COUNTER;
    }

    private void note(String what, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 200) {
            got.add(got(what, Household.read(answer)));
        } else if (status == 503 && answer.headers().firstValue("Retry-After").isPresent()) {
            unavailable.incrementAndGet();
        } else if (!BUSY_OR_EMPTY.contains(status)) {
            wrong.add(what + ": " + status + " " + answer.headers().map() + " " + answer.body());
        }
    }

    private static Got got(String what, JsonNode answer) {
        String number = what.equals(Household.POOL) ? "number" : what.equals(Household.COUNTER) ? "counter" : "step";
        return new Got(
                what,
                answer.get("code").asText(),
                answer.get(number).asLong(),
                answer.get("receipt").asText());
    }

    int count() {
        return got.size();
    }

    /** Until so many more have been answered. @return how long that took */
    Duration waitForMore(int more) {
        long begun = System.nanoTime();
        int before = count();
        Waiting.until(
                Duration.ofSeconds(90),
                () -> count() >= before + more,
                () -> "nobody gets anything: " + count() + " got, " + unavailable + " times 503, " + unreachable
                        + " times nobody, " + wrong);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    long timesUnavailable() {
        return unavailable.get();
    }

    Collection<Got> stop() {
        stopping = true;
        callers.forEach(caller -> {
            try {
                caller.join(Duration.ofSeconds(60));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return List.copyOf(got);
    }

    /** Nobody was told anything wrong, and nothing went to two. */
    void requireRight() {
        assertThat(wrong).isEmpty();
        Set<String> once = new HashSet<>();
        List<Got> twice = new ArrayList<>();
        for (Got one : got) {
            if (!once.add(one.what() + " " + one.number())) {
                twice.add(one);
            }
            assertThat(one.code()).as(one.what()).isEqualTo(expected(one));
        }
        assertThat(twice).isEmpty();
        assertThat(got.stream().map(Got::receipt)).doesNotHaveDuplicates();
    }

    private String expected(Got one) {
        return switch (one.what()) {
            case Household.POOL -> one.code(); // which of the codes has which number, the pool alone knows
            case Household.COUNTER -> household.countedCode(one.number());
            default -> household.timedCode(Integer.parseInt(one.what().substring("team/timed".length())), one.number());
        };
    }

    @Override
    public void close() {
        stopping = true;
    }
}
