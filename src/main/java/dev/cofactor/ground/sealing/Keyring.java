// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.unlocking.CannotUnlock;
import dev.cofactor.ground.unlocking.Unlocking;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The purposes' keys, opened at the start and kept open. A key nobody has made yet is made by whoever first needs it, and
 * on all nodes it is the same one.
 */
@ApplicationScoped
class Keyring {
    /** After the database was looked at, before the administrator is made. */
    private static final int ONCE_THE_SCHEMA_IS_KNOWN = 2;

    private static final int FIRST = 1;

    /** In this order on every node: of two that start at once, the first key decides. */
    private static final List<Slot> ALWAYS = Stream.of(
                    Purpose.LOG_TAG, Purpose.ADDRESS, Purpose.VALUE, Purpose.FINGERPRINT, Purpose.ROW_MAC)
            .map(Slot::only)
            .toList();

    private final SealingKeyRows rows;
    private final Installation installation;
    private final Unlocking unlocking;
    private final Clock clock;
    private final SecureRandom random;
    private final Ids ids;

    private final Map<Slot, InUse> inUse = new ConcurrentHashMap<>();
    private final Map<Ticket, OpenKey> opened = new ConcurrentHashMap<>();
    private volatile @Nullable RootKey root;

    /** A purpose and which of its keys: a month, or the only one. */
    record Slot(Purpose purpose, String label) {
        static final String ONLY = "only";

        static Slot only(Purpose purpose) {
            return new Slot(purpose, ONLY);
        }
    }

    /** A key is asked for by purpose and id together, or a door would open what another one sealed. */
    private record Ticket(Purpose purpose, UUID id) {}

    /** The key that seals and tags from now on. */
    record InUse(UUID id, OpenKey key) {}

    Keyring(
            SealingKeyRows rows,
            Installation installation,
            Unlocking unlocking,
            Clock clock,
            SecureRandom random,
            Ids ids) {
        this.rows = rows;
        this.installation = installation;
        this.unlocking = unlocking;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
    }

    void beforeAnythingIsSealed(@Observes @Priority(ONCE_THE_SCHEMA_IS_KNOWN) StartupEvent event) {
        if (unlocking.isWanted()) {
            unlock();
        }
    }

    void unlock() {
        List<String> roots = rows.roots();
        RootKey found = rootKey(!roots.isEmpty());
        if (!roots.isEmpty() && !roots.contains(found.fingerprint())) {
            throw new CannotUnlock(
                    "this root key has the fingerprint " + found.fingerprint() + ", and the database was sealed under "
                            + String.join(", ", roots) + ": put the right one in its place");
        }
        root = found;
        List<Slot> slots = new ArrayList<>(ALWAYS);
        slots.addAll(LogBodies.monthsAround(clock.instant()));
        try {
            prepare(slots);
        } catch (Unopenable e) {
            throw new CannotUnlock(
                    "a key in the database is unusable: " + e.getMessage()
                            + "; restore sealing_key and sealing_key_wrap from a backup",
                    e);
        }
    }

    InUse inUse(Slot slot) {
        InUse known = inUse.get(slot);
        if (known == null) {
            prepare(List.of(slot));
            known = inUse.get(slot);
        }
        return Objects.requireNonNull(known);
    }

    /** A key by the id that stands beside what it sealed; it may be of long ago, or of another node a moment ago. */
    OpenKey find(Purpose purpose, UUID id) {
        OpenKey known = opened.get(new Ticket(purpose, id));
        if (known != null) {
            return known;
        }
        return rows.find(purpose, id, root().fingerprint())
                .map(stored -> open(purpose, stored))
                .orElseThrow(() -> new Unopenable(Unopenable.Why.KEY_UNKNOWN));
    }

    /** Sees to it that these keys are there and open. One at a time: the second caller finds the first one's. */
    synchronized void prepare(List<Slot> slots) {
        List<Slot> shut =
                slots.stream().filter(slot -> !inUse.containsKey(slot)).toList();
        String fingerprint = root().fingerprint();
        List<SealingKeyRows.Fresh> missing = shut.stream()
                .filter(slot ->
                        rows.newest(slot.purpose(), slot.label(), fingerprint).isEmpty())
                .map(this::fresh)
                .toList();
        if (!missing.isEmpty()) {
            rows.addMissing(missing, fingerprint);
        }
        for (Slot slot : shut) {
            SealingKeyRows.Stored stored =
                    rows.newest(slot.purpose(), slot.label(), fingerprint).orElseThrow();
            inUse.put(slot, new InUse(stored.id(), open(slot.purpose(), stored)));
        }
    }

    private SealingKeyRows.Fresh fresh(Slot slot) {
        byte[] bytes = new byte[OpenKey.KEY_BYTES];
        random.nextBytes(bytes);
        var name = new RootKey.KeyName(installation.id(), ids.next(), slot.purpose(), slot.label(), FIRST);
        try (Plaintext key = Plaintext.owning(bytes)) {
            return new SealingKeyRows.Fresh(name, root().wrap(name, key));
        }
    }

    private OpenKey open(Purpose purpose, SealingKeyRows.Stored stored) {
        byte[] wrapped = stored.wrapped();
        if (wrapped == null) {
            throw new Unopenable(stored.kept() ? Unopenable.Why.KEY_UNDER_ANOTHER_ROOT : Unopenable.Why.KEY_ERASED);
        }
        var name = new RootKey.KeyName(installation.id(), stored.id(), purpose, stored.label(), stored.version());
        try (Plaintext key = root().unwrap(name, wrapped)) {
            OpenKey open = new OpenKey(key);
            opened.put(new Ticket(purpose, stored.id()), open);
            return open;
        }
    }

    private RootKey rootKey(boolean sealedBefore) {
        try (Plaintext key = unlocking.rootKey(sealedBefore)) {
            return RootKey.Held.of(key);
        }
    }

    private RootKey root() {
        RootKey found = root;
        if (found == null) {
            throw new IllegalStateException("the keys are shut");
        }
        return found;
    }
}
