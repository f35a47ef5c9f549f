// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import dev.cofactor.ground.sealing.Tags.Addresses;
import dev.cofactor.ground.unlocking.CannotUnlock;
import dev.cofactor.ground.unlocking.RootKeyFile;
import dev.cofactor.ground.unlocking.Settings;
import dev.cofactor.ground.unlocking.Unlocking;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys kept in a real database; a node that starts anew is another keyring over the same rows. */
@QuarkusTest
class KeyringTest {
    private static final Instant NOVEMBER = Instant.parse("2001-11-30T23:59:59.999Z");
    private static final Instant DECEMBER = Instant.parse("2001-12-01T00:00:00Z");
    private static final byte[] BODY = "a body".getBytes(UTF_8);

    private final Keyring keys;
    private final SealingKeyRows rows;
    private final Unlocking unlocking;
    private final Installation installation;
    private final LogBodies bodies;
    private final Tags tags;
    private final Addresses addresses;
    private final Clock clock;
    private final SecureRandom random;
    private final Ids ids;
    private final UUID event = UUID.randomUUID();

    @TempDir
    Path folder;

    KeyringTest(
            Keyring keys,
            SealingKeyRows rows,
            Unlocking unlocking,
            Installation installation,
            LogBodies bodies,
            Tags tags,
            Addresses addresses,
            Clock clock,
            SecureRandom random,
            Ids ids) {
        this.keys = keys;
        this.rows = rows;
        this.unlocking = unlocking;
        this.installation = installation;
        this.bodies = bodies;
        this.tags = tags;
        this.addresses = addresses;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
    }

    @Test
    void aNodeThatStartsAnewFindsEverythingAsItWas() throws Exception {
        var sealed = bodies.seal(event, NOVEMBER, BODY);
        var address = InetAddress.getByName("192.0.2.7");
        Keyring anew = unlocked();

        assertThat(new LogBodies(anew, installation).open(event, sealed)).isEqualTo(BODY);
        assertThat(bodies.open(event, new LogBodies(anew, installation).seal(event, NOVEMBER, BODY)))
                .isEqualTo(BODY);
        assertThat(new Tags(anew, installation).of(1, event, 7)).isEqualTo(tags.of(1, event, 7));
        assertThat(new Addresses(anew, installation).hash(address)).isEqualTo(addresses.hash(address));
    }

    @Test
    void aMonthHasOneKeyAndTheNextAnother() {
        var november = bodies.seal(event, NOVEMBER, BODY);
        var december = bodies.seal(event, DECEMBER, BODY);
        assertThat(bodies.seal(event, NOVEMBER.minusSeconds(3600), BODY).key()).isEqualTo(november.key());
        assertThat(december.key()).isNotEqualTo(november.key());
        refused(
                Unopenable.Why.ALTERED,
                () -> bodies.open(event, new LogBodies.Sealed(december.key(), november.bytes())));
        refused(Unopenable.Why.ALTERED, () -> bodies.open(UUID.randomUUID(), november));
    }

    @Test
    void theDoorOpensNothingButLogBodies() {
        UUID tagKey = keys.inUse(Slot.only(Purpose.LOG_TAG)).id();
        byte[] bytes = keys.inUse(Slot.only(Purpose.LOG_TAG))
                .key()
                .seal(Context.ofLogBody(installation.id(), tagKey, event), BODY);
        refused(Unopenable.Why.KEY_UNKNOWN, () -> bodies.open(event, new LogBodies.Sealed(tagKey, bytes)));
        refused(Unopenable.Why.KEY_UNKNOWN, () -> bodies.open(event, new LogBodies.Sealed(event, bytes)));
    }

    @Test
    void tagsAndHashesDifferBySubjectCountAndAddress() throws Exception {
        var seen = new HashSet<String>();
        for (byte[] tag : List.of(
                tags.of(1, event, 0),
                tags.of(1, event, 1),
                tags.of(2, event, 1),
                tags.of(1, UUID.randomUUID(), 1),
                addresses.hash(InetAddress.getByName("192.0.2.7")),
                addresses.hash(InetAddress.getByName("2001:db8::7")))) {
            assertThat(tag).hasSize(32);
            assertThat(seen.add(Arrays.toString(tag))).isTrue();
        }
        assertThatThrownBy(() -> tags.of(1, event, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nodesThatStartAtOnceMakeOneSetOfKeys() throws Exception {
        List<Slot> first = List.of(
                new Slot(Purpose.LOG_TAG, "first"),
                new Slot(Purpose.ADDRESS, "first"),
                new Slot(Purpose.LOG_BODY, "first"));
        List<Keyring> nodes = List.of(unlocked(), unlocked(), unlocked(), unlocked());
        var together = new CyclicBarrier(nodes.size());

        assertThat(atOnce(nodes.stream()
                        .<Callable<List<UUID>>>map(node -> () -> {
                            together.await();
                            node.prepare(first);
                            return first.stream()
                                    .map(slot -> node.inUse(slot).id())
                                    .toList();
                        })
                        .toList()))
                .hasSize(1);
        byte[] tag = nodes.getFirst().inUse(first.getFirst()).key().tag(Context.ofRoot());
        assertThat(nodes)
                .allSatisfy(
                        node -> assertThat(node.inUse(first.getFirst()).key().tag(Context.ofRoot()))
                                .isEqualTo(tag));
    }

    @Test
    void callersOfOneNodeMakeOneKeyForANewMonth() throws Exception {
        Instant month = Instant.parse("2002-02-03T04:05:06Z");
        Callable<UUID> seal = () -> bodies.seal(event, month, BODY).key();
        assertThat(atOnce(List.of(seal, seal, seal, seal, seal, seal, seal, seal)))
                .hasSize(1);
    }

    @Test
    void anotherRootKeyIsRefusedInOneLine() {
        Path other = folder.resolve("other.key");
        RootKeyFile.create(other, random);
        Keyring node = node(Settings.unlocking(other, folder.resolve("data"), false));
        refusedInOneLine(node, "was sealed under");
    }

    @Test
    void aNodeWithAnotherRootKeyAddsNothing() {
        var root = RootKey.Held.of(Plaintext.owning(new byte[32]));
        UUID id = UUID.randomUUID();
        var name = new RootKey.KeyName(installation.id(), id, Purpose.LOG_TAG, Slot.ONLY, 1);
        var own = new RootKey.KeyName(installation.id(), id, Purpose.LOG_TAG, "unseen", 1);
        var wrapped = new byte[] {1};
        assertThatThrownBy(() -> rows.addMissing(
                        List.of(new SealingKeyRows.Fresh(name, wrapped), new SealingKeyRows.Fresh(own, wrapped)),
                        root.fingerprint()))
                .isInstanceOf(CannotUnlock.class);
        assertThat(rows.find(Purpose.LOG_TAG, id, root.fingerprint())).isEmpty();
        assertThat(rows.roots()).doesNotContain(root.fingerprint());
    }

    @Test
    void aRootKeyThatIsGoneIsAskedForInOneLine() {
        Path gone = folder.resolve("root.key");
        refusedInOneLine(node(Settings.unlocking(gone, folder, true)), "put root.key back");
        refusedInOneLine(node(Settings.unlocking(gone, folder.resolve("data"), false)), "put root.key back");
        assertThat(gone).doesNotExist();
    }

    @Test
    void aRowThatIsGoneStopsNoOtherFromBeingTakenUp() {
        MemoryRows memory = new MemoryRows(installation.id());
        ValueDoors node = ValueDoors.of(memory, folder.resolve("root.key"), random);
        ValueDoors other = ValueDoors.of(memory, folder.resolve("root.key"), random);
        for (int month = 1; month <= 12; month++) {
            other.keys().inUse(new Slot(Purpose.LOG_BODY, "1999-%02d".formatted(month)));
        }
        UUID values = node.add(Rotation.Turning.VALUES);
        UUID codes = node.add(Rotation.Turning.ROW_CODES);
        node.promote(Rotation.Turning.VALUES, values);
        node.promote(Rotation.Turning.ROW_CODES, codes);
        UUID tags = other.keys().inUse(Slot.only(Purpose.LOG_TAG)).id();
        memory.lose(Purpose.LOG_BODY, Purpose.LOG_TAG);

        try (CapturedLog log = new CapturedLog()) {
            other.keys().look();
            assertThat(log.text())
                    .contains("log-tag only stays with the key it has")
                    .doesNotContain("looked at");
        }
        assertThat(other.keys().inUse(Slot.only(Purpose.VALUE)).id()).isEqualTo(values);
        assertThat(other.keys().inUse(Slot.only(Purpose.ROW_MAC)).id()).isEqualTo(codes);
        assertThat(other.keys().inUse(Slot.only(Purpose.LOG_TAG)).id()).isEqualTo(tags);
    }

    @Test
    @Transactional
    void aKeyOutlivesTheFailureOfWhoeverFirstNeededIt() {
        UUID key =
                bodies.seal(event, Instant.parse("2005-01-01T00:00:00Z"), BODY).key();
        assertThat(rows.find(
                        Purpose.LOG_BODY,
                        key,
                        RootKey.of(unlocking.provider(true)).fingerprint()))
                .isPresent();
    }

    private Keyring unlocked() {
        Keyring node = node(unlocking);
        node.unlock();
        return node;
    }

    private Keyring node(Unlocking settings) {
        return new Keyring(rows, installation, settings, clock, random, ids);
    }

    private static <T> HashSet<T> atOnce(List<Callable<T>> work) throws Exception {
        var results = new HashSet<T>();
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<T> done : new ArrayList<>(threads.invokeAll(work))) {
                results.add(done.get());
            }
        }
        return results;
    }

    private static void refusedInOneLine(Keyring node, String because) {
        assertThatThrownBy(() -> node.beforeAnythingIsSealed(new StartupEvent()))
                .isInstanceOf(CannotUnlock.class)
                .hasMessageContaining(because)
                .message()
                .hasLineCount(1);
    }

    private static void refused(Unopenable.Why why, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Unopenable.class, e -> assertThat(e.why()).isEqualTo(why));
    }
}
