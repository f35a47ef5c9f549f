// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import dev.cofactor.ground.unlocking.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The steps of changing keys: a new version of a purpose's key, and another root key above all. Each step may be asked
 * for again after whatever interrupted it, and between any two of them everything opens.
 */
@ApplicationScoped
public class Rotation {
    private static final Logger LOG = Logger.getLogger(Rotation.class);

    private final SealingKeyRows rows;
    private final Keyring keys;
    private final Installation installation;

    Rotation(SealingKeyRows rows, Keyring keys, Installation installation) {
        this.rows = rows;
        this.keys = keys;
        this.installation = installation;
    }

    /** What gets new versions. Bodies have a key each month; tags, addresses and fingerprints must stay comparable. */
    public enum Turning {
        VALUES(Purpose.VALUE),
        ROW_CODES(Purpose.ROW_MAC);

        private final Slot slot;

        Turning(Purpose purpose) {
            slot = Slot.only(purpose);
        }
    }

    /** @param wraps under how many root keys it is kept; under none, it is destroyed */
    public record Version(UUID id, int version, boolean promoted, int wraps) {}

    /** @param keys how many keys are kept under it */
    public record Root(String fingerprint, long keys, boolean own) {}

    /**
     * What a root key would open.
     *
     * @param missing keys that are not wrapped under it yet
     * @param unfit keys that it opens to other bytes, or not at all: never drop the other root then
     */
    public record Verified(String fingerprint, int fitting, List<UUID> missing, List<UUID> unfit) {
        public boolean isWhole() {
            return missing.isEmpty() && unfit.isEmpty();
        }
    }

    /** From the first to the newest. The last promoted one is in use, or the first if there is none. */
    public List<Version> versions(Turning what) {
        return rows.versions(what.slot.purpose(), what.slot.label());
    }

    /** Adds a version that nothing is sealed under yet. One that waits to be promoted is that version. */
    public UUID add(Turning what) {
        Version newest = versions(what).getLast();
        boolean waits = newest.version() > 1 && !newest.promoted() && newest.wraps() > 0;
        if (!waits) {
            rows.addMissing(
                    List.of(keys.fresh(what.slot, newest.version() + 1)),
                    keys.root().fingerprint());
        }
        return versions(what).getLast().id();
    }

    /**
     * From now on this version seals. Other nodes take it up within a minute and open what it sealed at once, because
     * keys are read as they are needed; what they seal meanwhile under the old one is re-wrapped like everything else.
     */
    public void promote(Turning what, UUID key) {
        Version newest = versions(what).getLast();
        if (!newest.id().equals(key)) {
            throw conflict("key-not-newest", "only the newest version of a key can be promoted");
        }
        keys.find(what.slot.purpose(), key);
        rows.promote(key);
        keys.refresh();
    }

    /**
     * Nothing sealed under this version opens again. The caller has seen to it that no row names it any more; the
     * database sees to it that a newer version has been in use for a week.
     */
    public void destroy(Turning what, UUID key) {
        if (versions(what).stream().noneMatch(version -> version.id().equals(key))) {
            throw conflict("key-unknown", "there is no such version of this key");
        }
        if (!rows.destroy(key)) {
            throw conflict("key-still-needed", "a version is destroyed a week after a newer one was promoted");
        }
        keys.refresh();
    }

    public List<Root> roots() {
        return rows.rootsAndKeys(keys.root().fingerprint());
    }

    /**
     * Wraps every key under another root key too, one by one. Keys made meanwhile lack it: verify, and add again. One
     * that does not open any more is left out, and verifying tells.
     *
     * @return how many were wrapped now
     */
    public int addRoot(Provider next) {
        RootKey second = RootKey.of(next);
        int wrapped = 0;
        for (SealingKeyRows.Wrapped key :
                rows.wrapped(installation.id(), keys.root().fingerprint())) {
            boolean there = rows.wrap(key.name().id(), second.fingerprint()).isPresent();
            wrapped += !there && isWrapped(key, second) ? 1 : 0;
        }
        return wrapped;
    }

    private boolean isWrapped(SealingKeyRows.Wrapped key, RootKey second) {
        try (Plaintext bytes = keys.root().unwrap(key.name(), key.bytes())) {
            rows.keep(new SealingKeyRows.Fresh(key.name(), second.wrap(key.name(), bytes)), second.fingerprint());
            return true;
        } catch (Unopenable e) {
            LOG.warnf(
                    "key %s does not open and is not wrapped anew: %s",
                    key.name().id(), e.getMessage());
            return false;
        }
    }

    /** Opens every key with both root keys and compares. */
    public Verified verify(Provider next) {
        RootKey second = RootKey.of(next);
        int fitting = 0;
        List<UUID> missing = new ArrayList<>();
        List<UUID> unfit = new ArrayList<>();
        for (SealingKeyRows.Wrapped key :
                rows.wrapped(installation.id(), keys.root().fingerprint())) {
            UUID id = key.name().id();
            var other = rows.wrap(id, second.fingerprint());
            if (other.isEmpty()) {
                missing.add(id);
            } else if (isSame(key, second, other.get())) {
                fitting++;
            } else {
                unfit.add(id);
            }
        }
        return new Verified(second.fingerprint(), fitting, missing, unfit);
    }

    private boolean isSame(SealingKeyRows.Wrapped key, RootKey second, byte[] other) {
        try (Plaintext ours = keys.root().unwrap(key.name(), key.bytes());
                Plaintext theirs = second.unwrap(key.name(), other)) {
            return MessageDigest.isEqual(ours.reveal(), theirs.reveal());
        } catch (Unopenable e) {
            return false;
        }
    }

    /**
     * Takes away what is wrapped under a root key that no server uses any more. Every key must be under this server's
     * own and open with it; the database keeps what has not been so for a week, to be dropped by asking again.
     *
     * @return how many wraps were taken away
     */
    public int dropRoot(String fingerprint) {
        String own = keys.root().fingerprint();
        if (fingerprint.equals(own)) {
            throw conflict("root-in-use", "this server runs under that root key: start it under the new one first");
        }
        for (SealingKeyRows.Wrapped key : rows.wrapped(installation.id(), fingerprint)) {
            byte[] ours = rows.wrap(key.name().id(), own)
                    .orElseThrow(
                            () -> conflict(
                                    "root-still-needed",
                                    "a key is kept under the old root key only: add the new root once more, then drop the old"));
            keys.root().unwrap(key.name(), ours).close();
        }
        return rows.dropRoot(fingerprint, own);
    }

    private static Problem conflict(String code, String message) {
        return new Problem(Problem.Kind.CONFLICT, code, message);
    }
}
