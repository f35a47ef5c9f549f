// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The steps by which a purpose's key gets a new version. Each step may be asked for again after whatever interrupted it,
 * and between any two of them everything opens. What writes is in its caller's
 * transaction, and what opens a key or asks its keeper is a call of its own, to come before anything is locked.
 */
@Singleton
public class Rotation {
    private static final Logger LOG = Logger.getLogger(Rotation.class);

    private final SealingKeyRows rows;
    private final Keyring keys;

    Rotation(SealingKeyRows rows, Keyring keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /** What gets new versions. Bodies have a key each month; tags, addresses and fingerprints must stay comparable. */
    public enum Turning {
        VALUES("values", Purpose.VALUE),
        ROW_CODES("row-codes", Purpose.ROW_MAC);

        private final String word;
        private final Slot slot;

        Turning(String word, Purpose purpose) {
            this.word = word;
            this.slot = Slot.only(purpose);
        }

        /** As it is called outside and on the log. */
        public String word() {
            return word;
        }
    }

    /** @param wraps under how many root keys it is kept; under none, it is destroyed */
    public record Version(UUID id, int version, boolean promoted, int wraps) {}

    /** A version that is not kept yet: made before the change that keeps it, for a root key may be far away. */
    public static final class Draft {
        private final Turning what;
        private final SealingKeyRows.Fresh fresh;
        private final String root;

        private Draft(Turning what, SealingKeyRows.Fresh fresh, String root) {
            this.what = what;
            this.fresh = fresh;
            this.root = root;
        }

        public UUID id() {
            return fresh.name().id();
        }

        public int version() {
            return fresh.name().version();
        }
    }

    /** From the first to the newest. The last promoted one is in use, or the first if there is none. */
    public List<Version> versions(Turning what) {
        return rows.versions(what.slot.purpose(), what.slot.label());
    }

    /** The one that seals. */
    public Version inUse(Turning what) {
        return inUse(versions(what));
    }

    private static Version inUse(List<Version> versions) {
        return versions.stream()
                .filter(Version::promoted)
                .reduce((older, newer) -> newer)
                .orElseGet(versions::getFirst);
    }

    /** The version that is there to be promoted, if one is. */
    public Optional<Version> waiting(Turning what) {
        Version newest = versions(what).getLast();
        boolean waits = newest.version() > 1 && !newest.promoted() && newest.wraps() > 0;
        return Optional.of(newest).filter(one -> waits);
    }

    /** The next version, not kept yet. */
    public Draft draft(Turning what) {
        int number = versions(what).getLast().version() + 1;
        return new Draft(what, keys.fresh(what.slot, number), keys.root().fingerprint());
    }

    /**
     * Keeps a version that nothing is sealed under yet.
     *
     * @return false where another one waits to be promoted or has come first: nothing was added then
     */
    public boolean add(Draft draft) {
        return waiting(draft.what).isEmpty() && rows.addVersion(draft.fresh, draft.root);
    }

    /** Which versions this server opens. It asks the root key's keeper, so it is called before anything is locked. */
    public Set<UUID> opening(Turning what) {
        Set<UUID> opening = new HashSet<>();
        for (Version version : versions(what)) {
            try {
                keys.find(what.slot.purpose(), version.id());
                opening.add(version.id());
            } catch (Unopenable e) {
                LOG.debugf("version %d of %s does not open", version.version(), what);
            }
        }
        return opening;
    }

    /**
     * From now on this version seals, once {@link #takeUp} was called. Other nodes take it up within a minute and open what
     * it sealed at once, because keys are read as they are needed; what they seal meanwhile under the old one is re-wrapped
     * like everything else.
     *
     * @return false where it was promoted before
     */
    public boolean promote(Turning what, UUID key) {
        List<Version> versions = versions(what);
        Version newest = versions.getLast();
        if (!newest.id().equals(key)) {
            throw conflict("key-not-newest", "only the newest version of a key can be promoted");
        }
        if (newest.wraps() < inUse(versions).wraps()) {
            throw conflict(
                    "key-not-under-all-roots",
                    "some servers could not open this version: add the next root key once more");
        }
        boolean first = !newest.promoted() && newest.version() > 1;
        rows.promote(key);
        return first;
    }

    /**
     * Nothing sealed under this version opens again. The caller sees to it that no row names it, in the same transaction and
     * after this; the database sees to it that a newer version has been in use for a week.
     *
     * @return false where it was destroyed before
     */
    public boolean destroy(Turning what, UUID key) {
        Version version = versions(what).stream()
                .filter(one -> one.id().equals(key))
                .findFirst()
                .orElseThrow(() -> conflict("key-unknown", "there is no such version of this key"));
        if (!rows.destroy(key)) {
            throw conflict("key-still-needed", "a version is destroyed a week after a newer one was promoted");
        }
        return version.wraps() > 0;
    }

    /** What was promoted or destroyed, here or elsewhere, holds on this server from now on. */
    public void takeUp() {
        keys.refresh();
    }

    static Problem conflict(String code, String message) {
        return new Problem(Problem.Kind.CONFLICT, code, message);
    }
}
