// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static dev.cofactor.ground.sealing.Rotation.conflict;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.unlocking.CannotUnlock;
import dev.cofactor.ground.unlocking.Provider;
import dev.cofactor.ground.unlocking.Unlocking;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The steps by which another root key comes above all keys, and the old one goes. As in {@link Rotation} each may be asked
 * for again, what writes is in its caller's transaction, and what opens keys comes before it.
 */
@Singleton
public class RootRotation {
    private static final Logger LOG = Logger.getLogger(RootRotation.class);

    private final SealingKeyRows rows;
    private final Keyring keys;
    private final Installation installation;
    private final Unlocking unlocking;

    RootRotation(SealingKeyRows rows, Keyring keys, Installation installation, Unlocking unlocking) {
        this.rows = rows;
        this.keys = keys;
        this.installation = installation;
        this.unlocking = unlocking;
    }

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

    /** Keys wrapped under another root key, not kept yet. */
    public static final class Wraps {
        private final String root;
        private final List<SealingKeyRows.Fresh> wrapped;

        private Wraps(String root, List<SealingKeyRows.Fresh> wrapped) {
            this.root = root;
            this.wrapped = wrapped;
        }

        public String root() {
            return root;
        }
    }

    public List<Root> roots() {
        return rows.rootsAndKeys(keys.root().fingerprint());
    }

    /**
     * Every key that is not under the next root key yet, wrapped under it and not kept so far. Keys made meanwhile lack it:
     * verify, and add again. One that does not open any more is left out, and verifying tells.
     */
    public Wraps underNext() {
        return withNext(this::under);
    }

    /** Opens every key with both root keys and compares. */
    public Verified verifyNext() {
        return withNext(this::verify);
    }

    /** @return how many were not there yet */
    public int keep(Wraps wraps) {
        int kept = 0;
        for (SealingKeyRows.Fresh key : wraps.wrapped) {
            kept += rows.keep(key, wraps.root) ? 1 : 0;
        }
        return kept;
    }

    /** Every key under this root key must be under the server's own too and open with it, before the other is dropped. */
    public void mustNotNeed(String fingerprint) {
        String own = keys.root().fingerprint();
        if (fingerprint.equals(own)) {
            throw conflict("root-in-use", "this server runs under that root key: start it under the new one first");
        }
        for (SealingKeyRows.Wrapped key : rows.wrapped(installation.id(), fingerprint)) {
            boolean opens = rows.wrap(key.name().id(), own)
                    .filter(ours -> opens(key.name(), ours))
                    .isPresent();
            if (!opens) {
                throw conflict(
                        "root-still-needed",
                        "a key opens with that root key only: add the new root once more, verify, then drop the old");
            }
        }
    }

    /**
     * Takes away what is wrapped under a root key that no server uses any more and that {@link #mustNotNeed} passed. The
     * database keeps what has not been under this server's own for a week, to be dropped by asking again.
     *
     * @return how many wraps were taken away
     */
    public int drop(String fingerprint) {
        return rows.dropRoot(fingerprint, keys.root().fingerprint());
    }

    Wraps under(Provider next) {
        RootKey second = RootKey.of(next);
        List<SealingKeyRows.Fresh> wrapped = new ArrayList<>();
        for (SealingKeyRows.Wrapped key : ours()) {
            if (rows.wrap(key.name().id(), second.fingerprint()).isEmpty()) {
                wrapped(key, second).ifPresent(wrapped::add);
            }
        }
        return new Wraps(second.fingerprint(), wrapped);
    }

    Verified verify(Provider next) {
        RootKey second = RootKey.of(next);
        int fitting = 0;
        List<UUID> missing = new ArrayList<>();
        List<UUID> unfit = new ArrayList<>();
        for (SealingKeyRows.Wrapped key : ours()) {
            UUID id = key.name().id();
            Optional<byte[]> other = rows.wrap(id, second.fingerprint());
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

    private List<SealingKeyRows.Wrapped> ours() {
        return rows.wrapped(installation.id(), keys.root().fingerprint());
    }

    private Optional<SealingKeyRows.Fresh> wrapped(SealingKeyRows.Wrapped key, RootKey second) {
        try (Plaintext bytes = keys.root().unwrap(key.name(), key.bytes())) {
            return Optional.of(new SealingKeyRows.Fresh(key.name(), second.wrap(key.name(), bytes)));
        } catch (Unopenable e) {
            LOG.warnf(
                    "key %s does not open and is not wrapped anew: %s",
                    key.name().id(), e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isSame(SealingKeyRows.Wrapped key, RootKey second, byte[] other) {
        try (Plaintext ours = keys.root().unwrap(key.name(), key.bytes());
                Plaintext theirs = second.unwrap(key.name(), other)) {
            return MessageDigest.isEqual(ours.reveal(), theirs.reveal());
        } catch (Unopenable e) {
            return false;
        }
    }

    private boolean opens(RootKey.KeyName name, byte[] wrapped) {
        try (Plaintext opened = keys.root().unwrap(name, wrapped)) {
            return opened.reveal().length == OpenKey.KEY_BYTES;
        } catch (Unopenable e) {
            return false;
        }
    }

    /** What is wrong with a provider is the operator's to read: it names files and addresses. */
    private <T> T withNext(Function<Provider, T> step) {
        try {
            Provider next = unlocking
                    .next()
                    .orElseThrow(() -> conflict(
                            "no-next-root", "this server knows no next root key: set one of COFACTOR_ROOT_KEY_NEXT_…"));
            return step.apply(next);
        } catch (CannotUnlock e) {
            LOG.errorf("the next root key cannot be used: %s", e.getMessage());
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "next-root-unusable",
                    "the next root key cannot be used: the server's own log says why");
        }
    }
}
