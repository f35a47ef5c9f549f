// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.sealing.RootRotation;
import dev.cofactor.ground.sealing.RootRotation.Root;
import dev.cofactor.ground.sealing.RootRotation.Verified;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Adds the next root key above all keys, looks whether it opens them, and drops the old one. */
@ApplicationScoped
class RootDesk {
    private final Gate gate;
    private final Admission admission;
    private final RootRotation roots;

    RootDesk(Gate gate, Admission admission, RootRotation roots) {
        this.gate = gate;
        this.admission = admission;
        this.roots = roots;
    }

    List<Root> all(Caller caller) {
        admission.mustBeHeldBy(caller);
        return roots.roots();
    }

    /** All keys that lack it, or none: they are wrapped before the head row is locked, and kept with the record. */
    Verified add(Caller caller) {
        admission.mustBeHeldBy(caller);
        RootRotation.Wraps wraps = roots.underNext();
        try {
            gate.change(
                    admission.aboutRoot(caller, EventClass.KEY_ADDED, () -> Optional.of(wraps.root())),
                    Moves.NOTHING,
                    at -> counted(roots.keep(wraps)));
        } catch (DoneAlready e) {
            return roots.verifyNext(); // no key lacks it
        }
        return roots.verifyNext();
    }

    Verified verify(Caller caller) {
        admission.mustBeHeldBy(caller);
        return roots.verifyNext();
    }

    void drop(Caller caller, String fingerprint) {
        admission.mustBeHeldBy(caller);
        boolean known =
                roots.roots().stream().anyMatch(root -> root.fingerprint().equals(fingerprint));
        if (known) {
            roots.mustNotNeed(fingerprint);
        }
        gate.change(
                admission.aboutRoot(
                        caller,
                        EventClass.KEY_DESTROYED,
                        () -> Optional.of(fingerprint).filter(one -> known)),
                Moves.NOTHING,
                at -> {
                    int dropped = roots.drop(fingerprint);
                    if (dropped == 0) {
                        throw KeyRefused.rootTooYoung();
                    }
                    return counted(dropped);
                });
    }

    private static Done<Integer> counted(int keys) {
        if (keys == 0) {
            throw new DoneAlready();
        }
        return new Done<>(keys, Details.none().with(Name.COUNT, keys), List.of());
    }
}
