// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.identity.FreshIds;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Tags.Fingerprints;
import dev.cofactor.ground.unlocking.Provider;
import dev.cofactor.ground.unlocking.Settings;
import dev.cofactor.ground.unlocking.Unlocking;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All doors to values of an installation of a test's own, over tables in memory. */
record ValueDoors(
        UUID installation,
        Keyring keys,
        Values values,
        SeedsUnderProof underProof,
        DataKeys dataKeys,
        Fingerprints fingerprints,
        RowMacs rowMacs,
        Rotation rotation,
        RootRotation roots) {

    static ValueDoors of(SealingKeyRows rows, Path rootKey, SecureRandom random) {
        return of(
                rows, Settings.unlocking(rootKey, rootKey.resolveSibling("nothing"), true), Clock.systemUTC(), random);
    }

    static ValueDoors of(SealingKeyRows rows, Unlocking unlocking, Clock clock, SecureRandom random) {
        Installation installation = new Installation(rows);
        Keyring keys = new Keyring(rows, installation, unlocking, clock, random, FreshIds.of(clock, random));
        keys.unlock();
        DataKeys dataKeys = new DataKeys(keys, installation, random);
        return new ValueDoors(
                installation.id(),
                keys,
                new Values(dataKeys),
                new SeedsUnderProof(dataKeys),
                dataKeys,
                new Fingerprints(keys, installation),
                new RowMacs(keys, installation),
                new Rotation(rows, keys),
                new RootRotation(rows, keys, installation, unlocking));
    }

    /** Adds a version, or answers the one that waits. */
    UUID add(Rotation.Turning what) {
        rotation.add(rotation.draft(what));
        return rotation.versions(what).getLast().id();
    }

    void promote(Rotation.Turning what, UUID key) {
        rotation.promote(what, key);
        rotation.takeUp();
    }

    void destroy(Rotation.Turning what, UUID key) {
        rotation.destroy(what, key);
        rotation.takeUp();
    }

    /** What only the log can make: a test of this room has no log, so it breaks in. */
    static Recorded recorded(UUID value, String purpose) {
        try {
            var constructor = Recorded.class.getDeclaredConstructor(
                    UUID.class, UUID.class, String.class, long.class, Instant.class);
            constructor.setAccessible(true);
            return constructor.newInstance(UUID.randomUUID(), value, purpose, 7L, Instant.EPOCH);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Recorded released(Where where) {
        return recorded(where.value(), where.content().word());
    }

    /** As a row holds it afterwards; empty where nothing is to be done. */
    Optional<Values.Sealed> rewrapped(Where where, Values.Sealed sealed) {
        return dataKeys.rewrapped(where, new DataKeys.DataKey(sealed.key(), sealed.dataKey()))
                .map(moved -> new Values.Sealed(moved.key(), moved.wrapped(), sealed.bytes()));
    }

    int addRoot(Provider next) {
        return roots.keep(roots.under(next));
    }

    int dropRoot(String fingerprint) {
        roots.mustNotNeed(fingerprint);
        return roots.drop(fingerprint);
    }
}
