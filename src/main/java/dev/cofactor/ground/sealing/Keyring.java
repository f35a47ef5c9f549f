// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import dev.cofactor.ground.unlocking.CannotUnlock;
import dev.cofactor.ground.unlocking.Unlocking;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The purposes' keys, opened at the start and kept open. A key nobody has made yet is made by whoever first needs it, and
 * on all nodes it is the same one. Once a minute it looks which versions are in use, and every quarter of an hour whether
 * a root key that is kept elsewhere may still be used: if not, all keys are shut.
 */
@Singleton
class Keyring {
    private static final Logger LOG = Logger.getLogger(Keyring.class);

    static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    static final Duration BETWEEN_CHECKS = Duration.ofMinutes(15);

    /** After the database was looked at, before the administrator is made. */
    private static final int ONCE_THE_SCHEMA_IS_KNOWN = 2;

    private static final int FIRST = 1;

    /** In this order on every node: of two that start at once, the first key decides. */
    private static final List<Slot> ALWAYS = EnumSet.complementOf(EnumSet.of(Purpose.LOG_BODY)).stream()
            .map(Slot::only)
            .toList();

    private final SealingKeyRows rows;
    private final Installation installation;
    private final Unlocking unlocking;
    private final Clock clock;
    private final SecureRandom random;
    private final Ids ids;
    private final Thread watch;

    private final Map<Slot, InUse> inUse = new ConcurrentHashMap<>();
    private final Map<Ticket, OpenKey> opened = new ConcurrentHashMap<>();
    private volatile @Nullable RootKey root;
    private volatile boolean shut;
    private Instant checked = Instant.MIN;

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
        this.watch = Thread.ofPlatform().name("keys").daemon(true).unstarted(this::watch);
    }

    void beforeAnythingIsSealed(@Observes @Priority(ONCE_THE_SCHEMA_IS_KNOWN) StartupEvent event) {
        if (unlocking.isWanted()) {
            unlock();
            watch.start();
        }
    }

    void end(@Observes ShutdownEvent event) {
        watch.interrupt();
    }

    void unlock() {
        List<String> roots = rows.roots();
        RootKey found = RootKey.of(unlocking.provider(!roots.isEmpty()));
        if (!roots.isEmpty() && !roots.contains(found.fingerprint())) {
            throw new CannotUnlock(
                    "this root key has the fingerprint " + found.fingerprint() + ", and the database was sealed under "
                            + String.join(", ", roots) + ": put the right one in its place");
        }
        root = found;
        checked = clock.instant();
        List<Slot> slots = new ArrayList<>(ALWAYS);
        slots.addAll(LogBodies.monthsAround(clock.instant()));
        try {
            makeAndOpen(slots);
        } catch (Unopenable e) {
            throw new CannotUnlock(
                    "a key in the database is unusable: " + e.getMessage()
                            + "; restore sealing_key and sealing_key_wrap from a backup",
                    e);
        }
    }

    InUse inUse(Slot slot) {
        mustNotBeShut();
        InUse known = inUse.get(slot);
        if (known == null) {
            prepare(List.of(slot));
            known = inUse.get(slot);
        }
        return Objects.requireNonNull(known);
    }

    /** A key by the id that stands beside what it sealed; it may be of long ago, or of another node a moment ago. */
    OpenKey find(Purpose purpose, UUID id) {
        mustNotBeShut();
        OpenKey known = opened.get(new Ticket(purpose, id));
        if (known != null) {
            return known;
        }
        try {
            return rows.find(purpose, id, root().fingerprint())
                    .map(stored -> open(purpose, stored))
                    .orElseThrow(() -> new Unopenable(Unopenable.Why.KEY_UNKNOWN));
        } catch (CannotUnlock e) {
            throw unavailable(e);
        }
    }

    /** Sees to it that these keys are there and open. */
    void prepare(List<Slot> slots) {
        mustNotBeShut();
        try {
            makeAndOpen(slots);
        } catch (CannotUnlock e) {
            throw unavailable(e);
        }
    }

    /** One at a time: the second caller finds the first one's. */
    private synchronized void makeAndOpen(List<Slot> slots) {
        List<Slot> closed =
                slots.stream().filter(slot -> !inUse.containsKey(slot)).toList();
        String fingerprint = root().fingerprint();
        List<SealingKeyRows.Fresh> missing = closed.stream()
                .filter(slot ->
                        rows.newest(slot.purpose(), slot.label(), fingerprint).isEmpty())
                .map(slot -> fresh(slot, FIRST))
                .toList();
        if (!missing.isEmpty()) {
            rows.addMissing(missing, fingerprint);
        }
        for (Slot slot : closed) {
            SealingKeyRows.Stored stored =
                    rows.newest(slot.purpose(), slot.label(), fingerprint).orElseThrow();
            inUse.put(slot, new InUse(stored.id(), open(slot.purpose(), stored)));
        }
    }

    SealingKeyRows.Fresh fresh(Slot slot, int version) {
        var name = new RootKey.KeyName(installation.id(), ids.next(), slot.purpose(), slot.label(), version);
        return new SealingKeyRows.Fresh(name, root().wrapFresh(name, random));
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

    RootKey root() {
        RootKey found = root;
        if (found == null) {
            throw new IllegalStateException("the keys are shut");
        }
        return found;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("the keys are watched no longer");
        }
    }

    /** What the watch does at every look. A fault is told and leaves everything as it is. */
    void look() {
        try {
            if (shut || !clock.instant().isBefore(checked.plus(BETWEEN_CHECKS))) {
                check();
            }
            if (!shut) {
                refresh();
            }
        } catch (RuntimeException e) {
            LOG.warnf("the keys could not be looked at: %s", e.getClass().getSimpleName());
        }
    }

    /** Takes up what was promoted elsewhere, drops what was destroyed; what is amiss with one key stops no other. */
    synchronized void refresh() {
        String fingerprint = root().fingerprint();
        inUse.forEach((slot, used) -> takeUp(slot, used, fingerprint));
        opened.keySet()
                .removeIf(ticket -> rows.find(ticket.purpose(), ticket.id(), fingerprint)
                        .filter(SealingKeyRows.Stored::kept)
                        .isEmpty());
    }

    private void takeUp(Slot slot, InUse used, String fingerprint) {
        try {
            var newest = rows.newest(slot.purpose(), slot.label(), fingerprint)
                    .orElseThrow(() -> new Unopenable(Unopenable.Why.KEY_UNKNOWN));
            if (!newest.id().equals(used.id())) {
                inUse.put(slot, new InUse(newest.id(), find(slot.purpose(), newest.id())));
            }
        } catch (Unopenable | Problem e) {
            LOG.warnf("%s %s stays with the key it has: %s", slot.purpose().word, slot.label(), e.getMessage());
        }
    }

    /** Has a root key that is kept elsewhere open a key once more. Only a clear no shuts the keys: silence is no answer. */
    private synchronized void check() {
        if (!(root() instanceof RootKey.Remote)) {
            return;
        }
        var stored =
                rows.newest(Purpose.LOG_TAG, Slot.ONLY, root().fingerprint()).orElseThrow();
        try {
            open(Purpose.LOG_TAG, stored);
            checked = clock.instant();
            if (shut) {
                shut = false;
                LOG.info("the root key may be used again: the keys are open");
            }
        } catch (CannotUnlock e) {
            if (e.why() == CannotUnlock.Why.REFUSED) {
                shut = true;
                inUse.clear();
                opened.clear();
                LOG.errorf("the keys are shut: %s", e.getMessage());
            } else {
                LOG.warnf("whether the root key may be used is not known: %s", e.getMessage());
            }
        }
    }

    private void mustNotBeShut() {
        if (shut) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "keys-shut", "the root key was taken away: nothing opens");
        }
    }

    private static Problem unavailable(CannotUnlock why) {
        LOG.errorf("a key does not open: %s", why.getMessage());
        return new Problem(
                Problem.Kind.UNAVAILABLE, "keys-unavailable", "the root key is out of reach: try again in a moment");
    }
}
