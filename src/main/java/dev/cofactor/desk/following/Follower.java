// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import dev.cofactor.ledger.records.Entry;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows the log, and how far he is. A page is read when he has taken the one before, and leaves once it was
 * asked again whether he may have it. Whoever calls it has no thread to spare: nothing here waits.
 */
final class Follower implements Flow.Publisher<Follower.Lines>, Flow.Subscription {
    private final UUID who;
    private final Source source;
    private final Runnable wake;
    private final Runnable cut;
    private final long begun = System.nanoTime();
    private Flow.@Nullable Subscriber<? super Lines> reader;
    private long next;
    private boolean wanted;
    private boolean looking;
    private boolean behind = true;
    private boolean spoken;
    private boolean over;
    private long last = begun;

    /** What leaves at once: whole lines, without the end of the last; nothing, for a breath. */
    record Lines(String text) {}

    /** What is read and whether it may leave. */
    interface Source {
        /** What stands from this index on, oldest first, no more than a page. */
        List<Entry> from(long index);

        int most();

        /** @throws RuntimeException if he may not any more, or if that cannot be found out */
        void mustStillBeAllowed();
    }

    /**
     * @param wake has {@link #turn} called soon, by somebody else
     * @param cut closes what leads to the reader
     */
    Follower(UUID who, long next, Source source, Consumer<Follower> wake, Runnable cut) {
        this.who = who;
        this.next = next;
        this.source = source;
        this.wake = () -> wake.accept(this);
        this.cut = cut;
    }

    UUID who() {
        return who;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Lines> subscriber) {
        synchronized (this) {
            reader = subscriber;
        }
        subscriber.onSubscribe(this);
    }

    /** He has taken what he was sent. */
    @Override
    public void request(long many) {
        boolean more;
        synchronized (this) {
            wanted = true;
            last = System.nanoTime();
            more = behind;
        }
        if (more) {
            wake.run();
        }
    }

    @Override
    public synchronized void cancel() {
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** @param size how far the log is */
    synchronized boolean hasSomethingToDo(long size, Duration breath, Duration longest) {
        return wanted && !looking && (next < size || isDue(breath) || isOld(longest));
    }

    synchronized boolean isStalled(Duration most) {
        return !wanted && !looking && !over && System.nanoTime() - last > most.toNanos();
    }

    private boolean isDue(Duration breath) {
        return System.nanoTime() - last > breath.toNanos();
    }

    private boolean isOld(Duration longest) {
        return System.nanoTime() - begun > longest.toNanos();
    }

    /** A page, a breath, or the end. */
    void turn(Duration breath, Duration longest) {
        boolean silence;
        boolean said = false;
        synchronized (this) {
            if (over || !wanted || looking) {
                return;
            }
            looking = true;
            silence = isDue(breath) || !spoken;
        }
        try {
            if (isOld(longest)) {
                end();
                return;
            }
            List<Entry> page = source.from(next);
            behind(page.size() >= source.most());
            if (!page.isEmpty() || silence) {
                // After it was read: what was recorded after his right was taken away is in no page that leaves.
                source.mustStillBeAllowed();
                said = true;
                say(page);
            }
        } catch (RuntimeException e) {
            end(); // each chunk has whole lines, so he goes on where he was
        } finally {
            if (!said) { // otherwise he may have taken it by now, and somebody else be looking
                looked();
            }
        }
    }

    private synchronized void behind(boolean more) {
        behind = more;
    }

    private synchronized void looked() {
        looking = false;
    }

    private void say(List<Entry> page) {
        StringJoiner lines = new StringJoiner("\n");
        for (Entry entry : page) {
            for (; next < entry.columns().index(); next++) {
                lines.add(EventLine.missing(next));
            }
            lines.add(EventLine.of(entry));
            next++;
        }
        Flow.Subscriber<? super Lines> to;
        synchronized (this) {
            wanted = false;
            looking = false;
            spoken = true;
            last = System.nanoTime();
            to = over ? null : reader;
        }
        if (to != null) {
            to.onNext(new Lines(lines.toString()));
        }
    }

    /** Nothing comes after it; what was said before still arrives. */
    void end() {
        Flow.Subscriber<? super Lines> to;
        synchronized (this) {
            to = over ? null : reader;
            over = true;
        }
        if (to != null) {
            to.onComplete();
        }
    }

    /** He takes nothing: an end would not get to him either. */
    void cutOff() {
        cancel();
        cut.run();
    }
}
