// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.sealing.Rotation;
import dev.cofactor.ground.sealing.Rotation.Turning;
import dev.cofactor.ground.sealing.Rotation.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Adds, promotes and destroys versions of keys: each step is one commit with its record. */
@ApplicationScoped
class VersionDesk {
    private final Gate gate;
    private final Admission admission;
    private final Rotation rotation;
    private final Namings namings;

    VersionDesk(Gate gate, Admission admission, Rotation rotation, Namings namings) {
        this.gate = gate;
        this.admission = admission;
        this.rotation = rotation;
        this.namings = namings;
    }

    /**
     * A key's versions as they stand.
     *
     * @param named how many rows name which version
     * @param unknown how many rows name a key that never was one of these
     */
    record Standing(Turning what, List<Version> versions, Version inUse, Map<UUID, Long> named, long unknown) {}

    Standing standing(Caller caller, Turning what) {
        admission.mustBeHeldBy(caller);
        List<Version> versions = rotation.versions(what);
        Map<UUID, Long> named = namings.named(what);
        Map<UUID, Long> others = new HashMap<>(named);
        versions.forEach(version -> others.remove(version.id()));
        long unknown = others.values().stream().mapToLong(Long::longValue).sum();
        return new Standing(what, versions, rotation.inUse(what), named, unknown);
    }

    /** @return the version that waits now, whoever added it */
    Version add(Caller caller, Turning what) {
        admission.mustBeHeldBy(caller);
        Rotation.Draft draft = rotation.draft(what);
        Ask ask = admission.about(caller, EventClass.KEY_ADDED, () -> Optional.of(draft.id()));
        step(ask, said(what, draft.version()), () -> rotation.add(draft));
        return rotation.waiting(what).orElseThrow(KeyRefused::changedMeanwhile);
    }

    Version promote(Caller caller, Turning what, int number) {
        admission.mustBeHeldBy(caller);
        Optional<Version> asked = find(what, number);
        if (asked.filter(version -> !rotation.opening(what).contains(version.id()))
                .isPresent()) {
            throw KeyRefused.unusable();
        }
        Ask ask = admission.about(caller, EventClass.KEY_PROMOTED, () -> asked.map(Version::id));
        step(ask, said(what, number), () -> rotation.promote(what, id(asked)));
        rotation.takeUp();
        return find(what, number).orElseThrow(KeyRefused::notFound);
    }

    /**
     * The wraps are taken away first, and only then it is looked whether a row names the version: a row that was on its way
     * is there by then, and one that comes later is refused by the database.
     */
    void destroy(Caller caller, Turning what, int number) {
        Optional<Version> asked = find(what, number);
        Ask ask = admission.about(caller, EventClass.KEY_DESTROYED, () -> asked.map(Version::id));
        step(ask, said(what, number), () -> {
            boolean first = rotation.destroy(what, id(asked));
            if (first && namings.isNamed(what, id(asked))) {
                throw KeyRefused.stillNamed();
            }
            return first;
        });
        rotation.takeUp();
    }

    /** @param work says whether there was anything to do */
    private void step(Ask ask, Details said, BooleanSupplier work) {
        try {
            gate.change(ask, Moves.NOTHING, at -> {
                if (!work.getAsBoolean()) {
                    throw new DoneAlready();
                }
                return new Done<>(true, said, List.of());
            });
        } catch (DoneAlready e) {
            return; // it is as it was asked for
        }
    }

    private Optional<Version> find(Turning what, int number) {
        return rotation.versions(what).stream()
                .filter(version -> version.version() == number)
                .findFirst();
    }

    private static UUID id(Optional<Version> version) {
        return version.map(Version::id).orElseThrow(KeyRefused::notFound);
    }

    private static Details said(Turning what, int number) {
        return Details.none().with(Name.PARTS, List.of(what.word())).with(Name.VERSION, number);
    }
}
