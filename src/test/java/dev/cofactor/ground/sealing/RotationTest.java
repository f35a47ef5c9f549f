// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Rotation.Turning;
import dev.cofactor.ground.sealing.Where.Content;
import dev.cofactor.ground.unlocking.Provider;
import dev.cofactor.ground.unlocking.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys change in steps, and in each phase everything opens, on the node that changes them and on the others. */
class RotationTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] CONTENT = "a value".getBytes(UTF_8);

    private final MemoryRows rows = new MemoryRows(UUID.randomUUID());
    private final byte[] second = new byte[32];

    @TempDir
    Path folder;

    private ValueDoors node;
    private ValueDoors other;

    private record Row(Where where, Values.Sealed sealed) {}

    @BeforeEach
    void twoNodes() {
        RANDOM.nextBytes(second);
        node = ValueDoors.of(rows, folder.resolve("root.key"), RANDOM);
        other = ValueDoors.of(rows, folder.resolve("root.key"), RANDOM);
    }

    @Test
    void everythingOpensInEachPhaseOfANewVersion() {
        Row old = sealedBy(node);
        UUID first = old.sealed().key();

        UUID added = node.add(Turning.VALUES);
        assertThat(sealedBy(node).sealed().key()).isEqualTo(first);
        assertThat(node.rewrapped(old.where(), old.sealed())).isEmpty();

        node.promote(Turning.VALUES, added);
        Row fresh = sealedBy(node);
        assertThat(fresh.sealed().key()).isEqualTo(added);
        opensOnBoth(old, fresh);
        assertThat(sealedBy(other).sealed().key()).as("it has not looked yet").isEqualTo(first);
        other.keys().look();
        assertThat(sealedBy(other).sealed().key()).isEqualTo(added);

        Row moved =
                new Row(old.where(), node.rewrapped(old.where(), old.sealed()).orElseThrow());
        assertThat(moved.sealed().key()).isEqualTo(added);
        assertThat(moved.sealed().bytes()).isEqualTo(old.sealed().bytes());
        assertThat(moved.sealed().dataKey()).isNotEqualTo(old.sealed().dataKey());
        opensOnBoth(moved, fresh);
        assertThat(node.rewrapped(moved.where(), moved.sealed())).isEmpty();

        node.destroy(Turning.VALUES, first);
        other.keys().look();
        opensOnBoth(moved, fresh);
        for (ValueDoors one : List.of(node, other)) {
            assertThatThrownBy(() -> opened(one, old))
                    .isInstanceOfSatisfying(
                            Unopenable.class, e -> assertThat(e.why()).isEqualTo(Unopenable.Why.KEY_ERASED));
        }
    }

    @Test
    void rewrappingMovesNothingToAnotherPlace() {
        Row old = sealedBy(node);
        node.promote(Turning.VALUES, node.add(Turning.VALUES));
        Where elsewhere = new Where(old.where().secret(), old.where().field(), UUID.randomUUID(), Content.SEED);
        assertThatThrownBy(() -> node.rewrapped(elsewhere, old.sealed())).isInstanceOf(Unopenable.class);
        var moved = node.rewrapped(old.where(), old.sealed()).orElseThrow();
        assertThatThrownBy(() -> opened(
                        node,
                        new Row(old.where(), new Values.Sealed(old.sealed().key(), moved.dataKey(), moved.bytes()))))
                .isInstanceOf(Unopenable.class);
    }

    @Test
    void eachStepMayBeAskedForAgain() {
        UUID added = node.add(Turning.VALUES);
        assertThat(node.add(Turning.VALUES)).isEqualTo(added);
        node.promote(Turning.VALUES, added);
        node.promote(Turning.VALUES, added);
        UUID first = node.rotation().versions(Turning.VALUES).getFirst().id();
        node.destroy(Turning.VALUES, first);
        node.destroy(Turning.VALUES, first);
        assertThat(node.rotation().versions(Turning.VALUES))
                .containsExactly(new Rotation.Version(first, 1, false, 0), new Rotation.Version(added, 2, true, 1));
    }

    @Test
    void theVersionInUseIsNeitherDestroyedNorLeftForAnOlderOne() {
        UUID first = node.rotation().versions(Turning.VALUES).getFirst().id();
        conflict("key-still-needed", () -> node.destroy(Turning.VALUES, first));
        UUID added = node.add(Turning.VALUES);
        conflict("key-still-needed", () -> node.destroy(Turning.VALUES, first));
        conflict("key-not-newest", () -> node.promote(Turning.VALUES, first));
        conflict("key-not-newest", () -> node.promote(Turning.ROW_CODES, added));
        conflict("key-unknown", () -> node.destroy(Turning.ROW_CODES, first));
    }

    @Test
    void codesOfRowsHoldUntilTheirVersionIsDestroyed() {
        UUID row = UUID.randomUUID();
        byte[] mac = node.rowMacs().of("seed", row, List.of(CONTENT));
        node.promote(Turning.ROW_CODES, node.add(Turning.ROW_CODES));
        assertThat(node.rowMacs().holds(mac, "seed", row, List.of(CONTENT))).isTrue();
        assertThat(node.rowMacs().of("seed", row, List.of(CONTENT))).isNotEqualTo(mac);
    }

    @Test
    void aRotationGoesOnAfterAKillAtAnyWrite() {
        for (int writes = 0; writes < 3; writes++) {
            rows.dieAfter(writes);
            UUID before = newest();
            assertThatThrownBy(() -> {
                        rotateOnce(before);
                        rotateOnce(newest());
                    })
                    .isInstanceOf(MemoryRows.Killed.class);
            rows.dieAfter(Integer.MAX_VALUE);
            ValueDoors anew = ValueDoors.of(rows, folder.resolve("root.key"), RANDOM);
            Row row = sealedBy(anew);
            opensOnBoth(row);
            assertThat(opened(anew, row)).isEqualTo(CONTENT);
            rotateOnce(before);
        }
    }

    private UUID newest() {
        return node.rotation().versions(Turning.VALUES).getLast().id();
    }

    private void rotateOnce(UUID old) {
        node.promote(Turning.VALUES, node.add(Turning.VALUES));
        node.destroy(Turning.VALUES, old);
    }

    @Test
    void aServerThatKnowsNoNextRootKeySaysSo() {
        conflict("no-next-root", () -> node.roots().underNext());
        conflict("no-next-root", () -> node.roots().verifyNext());
    }

    @Test
    void aVersionIsPromotedOnlyUnderAllRootKeysThatTheOneInUseIsUnder() {
        node.addRoot(next());
        UUID added = node.add(Turning.VALUES);
        conflict("key-not-under-all-roots", () -> node.promote(Turning.VALUES, added));
        node.addRoot(next());
        node.promote(Turning.VALUES, added);
        assertThat(opened(underNext(), sealedBy(node))).isEqualTo(CONTENT);
    }

    @Test
    void everythingOpensInEachPhaseOfAnotherRootKey() {
        Row row = sealedBy(node);
        int keys = (int) node.roots().roots().getFirst().keys();
        assertThat(node.roots().verify(next()).missing()).hasSize(keys);

        assertThat(node.addRoot(next())).isEqualTo(keys);
        assertThat(node.addRoot(next())).isZero();
        assertThat(node.roots().verify(next()))
                .isEqualTo(new RootRotation.Verified(fingerprint(), keys, List.of(), List.of()));

        ValueDoors moved = underNext();
        assertThat(opened(moved, row)).isEqualTo(CONTENT);
        assertThat(opened(node, sealedBy(moved))).isEqualTo(CONTENT);
        String gone = node.keys().root().fingerprint();
        conflict("root-in-use", () -> node.dropRoot(gone));
        assertThat(moved.dropRoot(gone)).isEqualTo(keys);
        assertThat(moved.dropRoot(gone)).isZero();
        assertThat(moved.roots().roots()).containsExactly(new RootRotation.Root(fingerprint(), keys, true));
        assertThat(opened(underNext(), row)).isEqualTo(CONTENT);
        assertThatThrownBy(() -> ValueDoors.of(rows, folder.resolve("root.key"), RANDOM))
                .hasMessageContaining("was sealed under");
    }

    @Test
    void aRootKeyIsAddedOnAfterAKillAtAnyRow() {
        Row row = sealedBy(node);
        int keys = (int) node.roots().roots().getFirst().keys();
        for (int done = 0; done < keys; done++) {
            rows.dieAfter(done == 0 ? 0 : 1);
            assertThatThrownBy(() -> node.addRoot(next())).isInstanceOf(MemoryRows.Killed.class);
            rows.dieAfter(Integer.MAX_VALUE);
            assertThat(node.roots().verify(next()).fitting()).isEqualTo(done);
            assertThat(opened(ValueDoors.of(rows, folder.resolve("root.key"), RANDOM), row))
                    .isEqualTo(CONTENT);
        }
        assertThat(node.addRoot(next())).isEqualTo(1);
        assertThat(node.roots().verify(next()).isWhole()).isTrue();
    }

    @Test
    void aRootKeyStaysWhileAKeyIsUnderItAlone() {
        node.addRoot(next());
        node.add(Turning.VALUES);
        assertThat(node.roots().verify(next()).missing()).hasSize(1);
        ValueDoors moved = underNext();
        String old = node.keys().root().fingerprint();
        conflict("root-still-needed", () -> moved.dropRoot(old));
        node.addRoot(next());
        assertThat(moved.dropRoot(old)).isPositive();
    }

    @Test
    void aForgedWrapIsFoundBeforeTheOldRootIsDropped() {
        node.addRoot(next());
        ValueDoors moved = underNext();
        UUID key = newest();
        rows.forge(key, fingerprint(), new byte[OpenKey.OVERHEAD + 32]);
        assertThat(node.roots().verify(next()).unfit()).containsExactly(key);
        String old = node.keys().root().fingerprint();
        conflict("root-still-needed", () -> moved.dropRoot(old));

        byte[] foreign = RootKey.of(next()).wrap(name(key), Plaintext.owning(new byte[32]));
        rows.forge(key, fingerprint(), foreign);
        assertThat(node.roots().verify(next()).unfit()).containsExactly(key);
    }

    private RootKey.KeyName name(UUID key) {
        return new RootKey.KeyName(node.installation(), key, RootKey.Purpose.VALUE, Keyring.Slot.ONLY, 1);
    }

    private Provider next() {
        return new Provider.Local(Plaintext.owning(second.clone()));
    }

    private String fingerprint() {
        return RootKey.of(next()).fingerprint();
    }

    private ValueDoors underNext() {
        return ValueDoors.of(rows, Settings.unlocking(next(), folder.resolve("nothing")), Clock.systemUTC(), RANDOM);
    }

    private static Row sealedBy(ValueDoors doors) {
        Where where = new Where(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Content.SEED);
        return new Row(where, doors.values().seal(where, Plaintext.owning(CONTENT.clone())));
    }

    private void opensOnBoth(Row... sealed) {
        for (Row row : sealed) {
            assertThat(new ArrayList<>(List.of(node, other)))
                    .allSatisfy(one -> assertThat(opened(one, row)).isEqualTo(CONTENT));
        }
    }

    private static byte[] opened(ValueDoors doors, Row row) {
        return doors.values()
                .open(row.where(), row.sealed(), ValueDoors.released(row.where()))
                .reveal();
    }

    private static void conflict(String code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
