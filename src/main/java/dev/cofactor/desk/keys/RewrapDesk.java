// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.sealing.Rotation;
import dev.cofactor.ground.sealing.Rotation.Turning;
import dev.cofactor.ground.sealing.Rotation.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Puts rows under the version in use, a portion at a time, for as long as one request may take. Nothing is remembered
 * from one request to the next: what is left is what the rows themselves say, so it goes on wherever it was killed, and two
 * at once do each other no harm.
 */
@ApplicationScoped
class RewrapDesk {
    private static final int PORTION = 200;

    /** More are only counted. */
    static final int MOST_NAMED = 100;

    private final Gate gate;
    private final Admission admission;
    private final Rotation rotation;
    private final Namings namings;
    private final Duration time;

    RewrapDesk(Gate gate, Admission admission, Rotation rotation, Namings namings, KeysConfig config) {
        this.gate = gate;
        this.admission = admission;
        this.rotation = rotation;
        this.namings = namings;
        this.time = config.rewrapTime();
    }

    /** How many rows still name a version before the one in use, or no version at all. */
    record Progress(int version, long left) {}

    /** What one request came to. */
    record Run(Progress progress, Tally tally) {
        /** Whether there is anything left that another request could move. */
        boolean again() {
            return progress.left() > tally.stuck();
        }
    }

    Progress progress(Caller caller, Turning what) {
        admission.mustBeHeldBy(caller);
        return progress(what);
    }

    /** Its beginning is on the log before the first row is touched, and its end after the last. */
    Run run(Caller caller, Turning what) {
        admission.mustBeHeldBy(caller);
        rotation.takeUp();
        Version target = rotation.inUse(what);
        Set<UUID> opening = rotation.opening(what);
        if (!opening.contains(target.id())) {
            throw KeyRefused.unusable();
        }
        begin(caller, what, target);
        Tally tally = new Tally(System.nanoTime() + time.toNanos());
        for (Naming rows : namings.of(what)) {
            Map<UUID, Long> named = rows.named();
            for (UUID key : older(what, named.keySet())) {
                if (opening.contains(key)) {
                    move(rows, key, tally);
                } else {
                    tally.leave(rows.rows(), named.getOrDefault(key, 0L), rows.first(key, MOST_NAMED));
                }
            }
        }
        end(caller, what, target, tally);
        return new Run(progress(what), tally);
    }

    private static void move(Naming rows, UUID key, Tally tally) {
        Optional<UUID> after = Optional.empty();
        do {
            if (tally.isOverTime()) {
                return;
            }
            Naming.Portion portion = rows.next(key, after, PORTION);
            tally.add(rows.rows(), key, portion);
            after = portion.last();
        } while (after.isPresent());
    }

    private void begin(Caller caller, Turning what, Version target) {
        gate.change(
                admission.about(caller, EventClass.KEY_REWRAPPED, () -> Optional.of(target.id())),
                Moves.NOTHING,
                at -> new Done<>(true, said(what, "begin", target), List.of()));
    }

    private void end(Caller caller, Turning what, Version target, Tally tally) {
        Details details =
                said(what, "end", target).with(Name.COUNT, tally.moved()).with(Name.FROM, numbers(what, tally.from()));
        List<String> stuck = tally.ids();
        gate.note(Fact.done(caller, EventClass.KEY_REWRAPPED, new Subject(Subject.Kind.KEY, target.id()))
                .saying(stuck.isEmpty() ? details : details.with(Name.MISSING, stuck)));
    }

    private static Details said(Turning what, String phase, Version target) {
        return Details.none().with(Name.PARTS, List.of(what.word(), phase)).with(Name.VERSION, target.version());
    }

    private Progress progress(Turning what) {
        Map<UUID, Long> named = namings.named(what);
        long left = older(what, named.keySet()).stream()
                .mapToLong(key -> named.getOrDefault(key, 0L))
                .sum();
        return new Progress(rotation.inUse(what).version(), left);
    }

    /** Also what is no version: rows that name it are in nobody's way, and somebody must hear of them. */
    private Set<UUID> older(Turning what, Set<UUID> named) {
        int inUse = rotation.inUse(what).version();
        Set<UUID> current = rotation.versions(what).stream()
                .filter(version -> version.version() >= inUse)
                .map(Version::id)
                .collect(Collectors.toSet());
        return named.stream().filter(key -> !current.contains(key)).collect(Collectors.toSet());
    }

    private List<String> numbers(Turning what, Set<UUID> keys) {
        return rotation.versions(what).stream()
                .filter(version -> keys.contains(version.id()))
                .map(version -> Integer.toString(version.version()))
                .toList();
    }
}
