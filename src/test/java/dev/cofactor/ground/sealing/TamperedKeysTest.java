// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.Database;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.sealing.Context.Installation;
import dev.cofactor.ground.sealing.Keyring.Slot;
import dev.cofactor.ground.sealing.RootKey.Purpose;
import dev.cofactor.ground.unlocking.Unlocking;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a writer of the database can do to the keys' rows, and that it is seen. */
@QuarkusTest
class TamperedKeysTest {
    private final SealingKeyRows rows;
    private final Unlocking unlocking;
    private final Installation installation;
    private final LogBodies bodies;
    private final Clock clock;
    private final Ids ids;
    private final AgroalDataSource database;

    TamperedKeysTest(
            SealingKeyRows rows,
            Unlocking unlocking,
            Installation installation,
            LogBodies bodies,
            Clock clock,
            Ids ids,
            AgroalDataSource database) {
        this.rows = rows;
        this.unlocking = unlocking;
        this.installation = installation;
        this.bodies = bodies;
        this.clock = clock;
        this.ids = ids;
        this.database = database;
    }

    @Test
    void aKeyInAnothersRowIsRefused() throws Exception {
        UUID november = keyOf("2002-11");
        UUID january = keyOf("2003-01");
        asOwner(
                "update sealing_key_wrap w set wrapped = o.wrapped from sealing_key_wrap o where o.key = ? and w.key = ?",
                november,
                january);
        refused(Unopenable.Why.ALTERED, () -> unlocked().find(Purpose.LOG_BODY, january));
        refused(Unopenable.Why.ALTERED, () -> unlocked().inUse(new Slot(Purpose.LOG_BODY, "2003-01")));

        UUID february = keyOf("2003-02");
        asOwner("update sealing_key set label = '2003-03' where id = ?", february);
        refused(Unopenable.Why.ALTERED, () -> unlocked().find(Purpose.LOG_BODY, february));

        UUID april = keyOf("2003-04");
        asOwner("update sealing_key set version = 2 where id = ?", april);
        refused(Unopenable.Why.ALTERED, () -> unlocked().find(Purpose.LOG_BODY, april));
    }

    @Test
    void aKeyThatIsGoneSaysHow() throws Exception {
        UUID erased = keyOf("2004-01");
        asOwner("delete from sealing_key_wrap where key = ?", erased);
        refused(Unopenable.Why.KEY_ERASED, () -> unlocked().find(Purpose.LOG_BODY, erased));

        UUID elsewhere = keyOf("2004-02");
        asOwner("update sealing_key_wrap set root = 'elsewhere' where key = ?", elsewhere);
        refused(Unopenable.Why.KEY_UNDER_ANOTHER_ROOT, () -> unlocked().find(Purpose.LOG_BODY, elsewhere));
    }

    @Test
    void theServersRoleCannotTakeAKeyAway() throws Exception {
        for (String sql : List.of(
                "delete from sealing_key_wrap",
                "update sealing_key_wrap set wrapped = ''",
                "truncate sealing_key_wrap",
                "delete from sealing_key",
                "update sealing_key set version = 9")) {
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

    /** The key of a month that no other test uses, made by the server that runs. */
    private UUID keyOf(String month) {
        return bodies.seal(ids.next(), Instant.parse(month + "-01T00:00:00Z"), new byte[0])
                .key();
    }

    private Keyring unlocked() {
        Keyring node = new Keyring(rows, installation, unlocking, clock, new SecureRandom(), ids);
        node.unlock();
        return node;
    }

    private static void asOwner(String sql, UUID... keys) throws Exception {
        try (var connection = Database.asOwner();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                statement.setObject(i + 1, keys[i]);
            }
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static void refused(Unopenable.Why why, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Unopenable.class, e -> assertThat(e.why()).isEqualTo(why));
    }
}
