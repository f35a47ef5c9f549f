// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.NoteVerifier;
import dev.cofactor.engine.witness.Pinned;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.notary.Notary;
import dev.cofactor.ledger.records.LogExport;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Verifies the whole log in the background, with the code that verifies an export elsewhere, for whoever may read it. The
 * key is brought by him: a server that says of itself that it is honest proves nothing. A person has one at a time, a server
 * few, and how it went is known to the server where it runs and to nobody else.
 */
@Singleton
public class Verification {
    private static final int AT_ONCE = 2;
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration COME_BACK = Duration.ofMinutes(1);

    private final Reading reading;
    private final LogExport export;
    private final Notary notary;
    private final SecureRandom random;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Map<UUID, Verifying> ofPeople = new ConcurrentHashMap<>();

    Verification(Reading reading, LogExport export, Notary notary, SecureRandom random, Clock clock) {
        this.reading = reading;
        this.export = export;
        this.notary = notary;
        this.random = random;
        this.clock = clock;
    }

    public enum State {
        RUNNING,
        /** All that is signed is as it was recorded. */
        PROVED,
        /** Something was altered, or another key signed. */
        UNTRUE,
        /** The log could not be read to its end, which says nothing of it. */
        BROKEN
    }

    /**
     * How far it is, or how it ended.
     *
     * @param why the first place that lies, and how; empty unless it is untrue
     * @param erased how many bodies are gone, by cause
     * @param compared whether an earlier checkpoint was held against it
     */
    public record Progress(
            State state,
            long checked,
            long size,
            Instant began,
            Optional<Instant> ended,
            String why,
            Map<String, Long> erased,
            boolean compared) {}

    /**
     * What there is to verify.
     *
     * @param size as far as it is signed
     * @param key by which this server signs, if it does: to be compared with what one has written down
     */
    public record Subject(String origin, long size, Optional<String> key) {}

    /** Absent while nothing is signed. */
    public Optional<Subject> subject(Caller caller) {
        reading.isAllowed(caller);
        return export.plan().map(plan -> new Subject(plan.origin(), plan.size(), notary.verifier(plan.origin())));
    }

    /** The last one that this person began, on this server. */
    public Optional<Progress> of(Caller caller) {
        reading.isAllowed(caller);
        return Optional.ofNullable(ofPeople.get(caller.actor().id())).map(Verifying::progress);
    }

    /**
     * Begins one, unless this person's last one still runs.
     *
     * @param key as {@code cofactor log-key create} printed it
     * @param since an earlier checkpoint that he has kept, or blank
     */
    public Progress begin(Caller caller, String key, String since) {
        reading.isAllowed(caller);
        Pinned pinned = pinned(key);
        Optional<Checkpoint> earlier = earlier(pinned, since);
        LogExport.Plan plan = export.plan().orElseThrow(NotSignedYet::new);
        forget();
        UUID person = caller.actor().id();
        Verifying last = ofPeople.get(person);
        if (last != null && last.isRunning()) {
            return last.progress();
        }
        reading.isRecorded(
                caller,
                EventClass.AUDIT_READ,
                Details.none().with(Details.Name.PARTS, List.of("verification")).with(Details.Name.COUNT, plan.size()));
        return started(person, new Verifying(export, plan, pinned, earlier, random.nextLong(), clock));
    }

    private synchronized Progress started(UUID person, Verifying next) {
        Verifying last = ofPeople.get(person);
        if (last != null && last.isRunning()) {
            return last.progress(); // the same form, sent twice
        }
        if (!free.tryAcquire()) {
            throw new Busy();
        }
        ofPeople.put(person, next);
        next.start(free::release);
        return next.progress();
    }

    private void forget() {
        Instant old = clock.instant().minus(REMEMBERED);
        ofPeople.values()
                .removeIf(one -> one.progress().ended().filter(old::isAfter).isPresent());
    }

    private static Pinned pinned(String key) {
        try {
            NoteVerifier verifier = NoteVerifier.parse(key.strip());
            return new Pinned(verifier.name(), List.of(verifier));
        } catch (Problem e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "log-key-malformed",
                    "the key is one line, as it was printed when it was made");
        }
    }

    private static Optional<Checkpoint> earlier(Pinned pinned, String since) {
        if (since.isBlank()) {
            return Optional.empty();
        }
        try {
            // A form sends lines as the web does, and leaves out what ends the last one.
            String note = since.replace("\r\n", "\n").strip() + "\n";
            return Optional.of(pinned.open(note.getBytes(StandardCharsets.UTF_8)));
        } catch (Problem e) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "checkpoint-malformed",
                    "the earlier checkpoint is not one that this key has signed for this log");
        }
    }

    private static final class Busy extends Problem {
        private static final long serialVersionUID = 1;

        Busy() {
            super(Kind.UNAVAILABLE, "overloaded", "others verify the log at the moment", COME_BACK, Map.of(), null);
        }
    }
}
