// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.ledger.records.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One who follows: when a page is read for him, when it leaves, and when it is over. */
class FollowerTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final int PAGE = 3;

    private final List<Long> log = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private boolean allowed = true;
    private boolean ended;
    private Runnable whileReading = () -> {};

    private final class Log implements Follower.Source {
        @Override
        public List<Entry> from(long index) {
            read.incrementAndGet();
            List<Entry> page;
            synchronized (log) {
                page = log.stream()
                        .filter(one -> one >= index)
                        .limit(PAGE)
                        .map(FollowerTest::entry)
                        .toList();
            }
            whileReading.run();
            return page;
        }

        @Override
        public int most() {
            return PAGE;
        }

        @Override
        public void mustStillBeAllowed() {
            if (!allowed) {
                throw FollowRefused.ended();
            }
        }
    }

    private static Entry entry(long index) {
        Entry.Columns columns = new Entry.Columns(
                1,
                index,
                UUID.randomUUID(),
                Instant.EPOCH,
                "audit-read",
                UUID.randomUUID(),
                Optional.empty(),
                "done",
                Optional.empty(),
                UUID.randomUUID());
        return new Entry.Shut(columns, "leaf".getBytes(UTF_8), Entry.Cause.KEY_DESTROYED);
    }

    private final class Reader implements Flow.Subscriber<Follower.Lines> {
        private boolean takes = true;

        @SuppressWarnings("NullAway.Init")
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(Follower.Lines lines) {
            synchronized (said) {
                said.add(lines.text());
            }
            if (takes) {
                subscription.request(1);
            }
        }

        @Override
        public void onError(Throwable fault) {
            throw new IllegalStateException(fault);
        }

        @Override
        public void onComplete() {
            ended = true;
        }
    }

    private Follower follower(long next, Reader reader) {
        Follower one = new Follower(UUID.randomUUID(), next, new Log(), any -> {}, cut::incrementAndGet);
        one.subscribe(reader);
        return one;
    }

    private void upTo(long size) {
        synchronized (log) {
            LongStream.range(log.size(), size).forEach(log::add);
        }
    }

    private List<Long> indexes() {
        synchronized (said) {
            return said.stream()
                    .flatMap(String::lines)
                    .filter(line -> !line.isEmpty())
                    .map(line -> Long.parseLong(line.replaceAll(".*\"index\":(\\d+).*", "$1")))
                    .toList();
        }
    }

    @Test
    void aPageIsReadWhenTheOneBeforeWasTakenAndNotSooner() {
        upTo(10);
        Reader reader = new Reader();
        reader.takes = false;
        Follower one = follower(0, reader);
        one.turn(LONG, LONG);
        one.turn(LONG, LONG);
        assertThat(one.hasSomethingToDo(10, LONG, LONG)).isFalse();
        assertThat(read).hasValue(1);
        assertThat(indexes()).containsExactly(0L, 1L, 2L);
        reader.subscription.request(1);
        assertThat(one.hasSomethingToDo(10, LONG, LONG)).isTrue();
        one.turn(LONG, LONG);
        assertThat(indexes()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void theFirstThingIsSaidAtOnceAndThenSilenceBreathesOnlyWhenItIsTime() {
        Follower one = follower(0, new Reader());
        one.turn(LONG, LONG);
        assertThat(said).containsExactly("");
        one.turn(LONG, LONG);
        assertThat(said).hasSize(1);
        one.turn(Duration.ZERO, LONG);
        assertThat(said).containsExactly("", "");
        assertThat(one.hasSomethingToDo(0, LONG, LONG)).isFalse();
    }

    @Test
    void whatWasReadDoesNotLeaveIfHisRightWasTakenAwayMeanwhile() {
        upTo(2);
        whileReading = () -> allowed = false;
        Follower one = follower(0, new Reader());
        one.turn(LONG, LONG);
        assertThat(said).isEmpty();
        assertThat(ended).isTrue();
        assertThat(one.isOver()).isTrue();
        one.turn(LONG, LONG);
        assertThat(said).isEmpty();
    }

    @Test
    void whatIsNotThereIsSaid() {
        upTo(5);
        log.remove(2L);
        Follower one = follower(1, new Reader());
        one.turn(LONG, LONG);
        assertThat(indexes()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(said.getFirst().lines().toList().get(1))
                .isEqualTo("{\"index\":2,\"parts\":[\"row\"],\"state\":\"altered\"}");
    }

    @Test
    void itEndsByItselfAndWhoTakesNothingIsCutOff() {
        Reader reader = new Reader();
        Follower one = follower(0, reader);
        assertThat(one.isStalled(Duration.ZERO)).isFalse();
        one.turn(LONG, Duration.ZERO);
        assertThat(ended).isTrue();
        Reader slow = new Reader();
        slow.takes = false;
        Follower another = follower(0, slow);
        another.turn(LONG, LONG);
        assertThat(another.isStalled(LONG)).isFalse();
        assertThat(another.isStalled(Duration.ZERO)).isTrue();
        another.cutOff();
        assertThat(cut).hasValue(1);
        assertThat(another.isOver()).isTrue();
    }

    @Test
    void manyWhoWakeHimAtOnceMakeNoDoubleAndNoGap() throws Exception {
        upTo(300);
        Follower one = follower(0, new Reader());
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> {
                    while (indexes().size() < 300) {
                        one.turn(LONG, LONG);
                    }
                });
            }
        }
        assertThat(indexes())
                .containsExactlyElementsOf(LongStream.range(0, 300).boxed().toList());
    }
}
