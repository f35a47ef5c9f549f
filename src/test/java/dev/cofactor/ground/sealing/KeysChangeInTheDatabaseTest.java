// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.Database;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import dev.cofactor.ground.sealing.Rotation.Turning;
import dev.cofactor.ground.unlocking.Provider;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The steps against the real tables and as the server's role, which may do no more than the steps. */
@QuarkusTest
class KeysChangeInTheDatabaseTest {
    private static final byte[] SECOND = "this is no key but 32 bytes long".getBytes(US_ASCII);

    private final Rotation rotation;
    private final RootRotation roots;
    private final Keyring keys;
    private final SealingKeyRows rows;
    private final AgroalDataSource database;

    KeysChangeInTheDatabaseTest(
            Rotation rotation, RootRotation roots, Keyring keys, SealingKeyRows rows, AgroalDataSource database) {
        this.rotation = rotation;
        this.roots = roots;
        this.keys = keys;
        this.rows = rows;
        this.database = database;
    }

    @Test
    void aVersionIsUsedOncePromotedAndDestroyedAWeekAfterItsSuccessor() throws Exception {
        UUID before = inUse();
        UUID added = added();
        assertThat(inUse()).isEqualTo(before);
        promote(added);
        assertThat(inUse()).isEqualTo(added);
        promote(added());
        UUID last = inUse();

        tooEarly(added);
        asOwner("update sealing_key_promotion set promoted_at = now() - interval '8 days' where key = '" + last + "'");
        tooEarly(last);
        rotation.destroy(Turning.VALUES, added);
        rotation.takeUp();
        assertThatThrownBy(() -> keys.find(Purpose.VALUE, added))
                .isInstanceOfSatisfying(
                        Unopenable.class, e -> assertThat(e.why()).isEqualTo(Unopenable.Why.KEY_ERASED));
        assertThat(rotation.versions(Turning.VALUES))
                .contains(new Rotation.Version(
                        last, rotation.versions(Turning.VALUES).size(), true, 1));
    }

    @Test
    void keysThatDoNotTurnAreNotDestroyed() {
        for (Purpose purpose : List.of(Purpose.LOG_TAG, Purpose.FINGERPRINT, Purpose.ADDRESS)) {
            assertThat(rows.destroy(keys.inUse(Slot.only(purpose)).id())).isFalse();
        }
        assertThat(rows.destroy(UUID.randomUUID())).isFalse();
    }

    @Test
    void aRootKeyIsDroppedWhereTheOtherHasStoodForAWeek() throws Exception {
        int wrapped = roots.keep(roots.under(second()));
        String other = RootKey.of(second()).fingerprint();
        String own = keys.root().fingerprint();
        assertThat(wrapped).isPositive();
        assertThat(roots.verify(second()).fitting()).isEqualTo(wrapped);
        assertThat(roots.roots())
                .contains(new RootRotation.Root(other, wrapped, false))
                .anyMatch(RootRotation.Root::own);

        assertThat(rows.dropRoot(other, own)).isZero();
        assertThat(rows.dropRoot(own, own)).isZero();
        asOwner("update sealing_key_wrap set created_at = now() - interval '8 days' where root = '" + own + "'");
        assertThat(rows.dropRoot(other, own)).isEqualTo(wrapped);
        assertThat(roots.roots()).noneMatch(root -> root.fingerprint().equals(other));
    }

    @Test
    void theServersRoleSetsNoMomentAndTakesNothingAway() throws Exception {
        for (String sql : List.of(
                "insert into sealing_key_promotion (key, promoted_at) select id, now() - interval '8 days' from sealing_key",
                "update sealing_key_promotion set promoted_at = now() - interval '8 days'",
                "delete from sealing_key_promotion",
                "insert into sealing_key_wrap (key, root, wrapped, created_at) select id, 'x', '', '2001-01-01' from sealing_key",
                "update sealing_key_wrap set created_at = '2001-01-01'")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    private UUID added() {
        rotation.add(rotation.draft(Turning.VALUES));
        return rotation.versions(Turning.VALUES).getLast().id();
    }

    private void promote(UUID key) {
        rotation.promote(Turning.VALUES, key);
        rotation.takeUp();
    }

    private UUID inUse() {
        return keys.inUse(Slot.only(Purpose.VALUE)).id();
    }

    private void tooEarly(UUID key) {
        assertThatThrownBy(() -> rotation.destroy(Turning.VALUES, key))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.code()).isEqualTo("key-still-needed"));
    }

    private static Provider second() {
        return new Provider.Local(Plaintext.owning(SECOND.clone()));
    }

    private static void asOwner(String sql) throws Exception {
        try (var connection = Database.asOwner();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
