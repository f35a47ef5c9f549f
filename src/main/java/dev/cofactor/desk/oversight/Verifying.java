// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.witness.Cause;
import dev.cofactor.engine.witness.Export;
import dev.cofactor.engine.witness.Pinned;
import dev.cofactor.engine.witness.Verdict;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.records.LogExport;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One verification under way: an export that is read by whoever verifies exports, and kept nowhere. Two threads of low
 * standing, since it is work for minutes and nobody waits for it.
 */
final class Verifying {
    private static final int BUFFER = 64 * 1024;

    private final LogExport export;
    private final LogExport.Plan plan;
    private final Pinned pinned;
    private final Optional<Checkpoint> since;
    private final long seed;
    private final Clock clock;
    private final Instant began;
    private volatile long lines;
    private volatile boolean unreadable;
    private volatile Optional<Ended> ended = Optional.empty();

    private record Ended(Verification.State state, Instant at, String why, Map<String, Long> erased) {}

    Verifying(
            LogExport export, LogExport.Plan plan, Pinned pinned, Optional<Checkpoint> since, long seed, Clock clock) {
        this.export = export;
        this.plan = plan;
        this.pinned = pinned;
        this.since = since;
        this.seed = seed;
        this.clock = clock;
        this.began = clock.instant();
    }

    void start(Runnable afterwards) {
        thread("log-verifying", () -> {
            Ended how = ended(Verification.State.BROKEN, "", Map.of()); // whatever else happens
            try {
                how = outcome();
            } finally {
                ended = Optional.of(how);
                afterwards.run();
            }
        });
    }

    Verification.Progress progress() {
        Optional<Ended> how = ended;
        return new Verification.Progress(
                how.map(Ended::state).orElse(Verification.State.RUNNING),
                Math.clamp(lines - 1, 0, plan.size()),
                plan.size(),
                began,
                how.map(Ended::at),
                how.map(Ended::why).orElse(""),
                how.map(Ended::erased).orElse(Map.of()),
                since.isPresent());
    }

    boolean isRunning() {
        return ended.isEmpty();
    }

    private Ended outcome() {
        try (PipedInputStream in = new PipedInputStream(BUFFER)) {
            PipedOutputStream out = new PipedOutputStream(in);
            thread("log-reading", () -> write(out));
            Verdict verdict = Export.verify(in, pinned, since, seed);
            return ended(Verification.State.PROVED, "", erased(verdict.erased()));
        } catch (IOException e) {
            return ended(Verification.State.BROKEN, "", Map.of());
        } catch (Problem e) {
            // What breaks off looks like an export that lies, and is none.
            return unreadable
                    ? ended(Verification.State.BROKEN, "", Map.of())
                    : ended(Verification.State.UNTRUE, String.valueOf(e.getMessage()), Map.of());
        }
    }

    /** Whoever has found a lie reads no further: then nobody is left to write for. */
    private void write(PipedOutputStream pipe) {
        try (OutputStream out = new Counted(new BufferedOutputStream(pipe, BUFFER))) {
            export.write(plan, out);
        } catch (IOException e) {
            unreadable = true;
        } catch (RuntimeException e) {
            unreadable = true;
            close(pipe);
        }
    }

    private static void close(OutputStream out) {
        try {
            out.close();
        } catch (IOException e) {
            return; // nobody reads it any more
        }
    }

    private Ended ended(Verification.State state, String why, Map<String, Long> erased) {
        return new Ended(state, clock.instant(), why, erased);
    }

    private static Map<String, Long> erased(Map<Cause, Long> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().word(), Map.Entry::getValue));
    }

    private static void thread(String name, Runnable work) {
        Thread.ofPlatform()
                .name(name)
                .daemon(true)
                .priority(Thread.MIN_PRIORITY)
                .start(work);
    }

    /** Each line of an export ends with one byte of its own. */
    private final class Counted extends FilterOutputStream {
        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            if (one == '\n') {
                lines = lines + 1;
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }
    }
}
