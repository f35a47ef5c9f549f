// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.DataKeys.DataKey;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ground.sealing.Where.Content;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.TransactionRequiredException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VaultTest {
    private final Vault vault;
    private final Values values;
    private final Shelf shelf;
    private final AgroalDataSource database;
    private final UUID actor = UUID.randomUUID();
    private final UUID field = UUID.randomUUID();
    private UUID secret = actor;

    VaultTest(Vault vault, Values values, Shelf shelf, AgroalDataSource database) {
        this.vault = vault;
        this.values = values;
        this.shelf = shelf;
        this.database = database;
    }

    @BeforeEach
    void aSecretOfItsOwn() {
        secret = shelf.secret(shelf.folder(), "kept");
    }

    @Test
    void whatIsAddedIsFoundAsItWasSealedUntilItEnds() {
        Where first = where(Content.FIELD);
        Values.Sealed sealed = sealed(first);
        add(first, sealed);
        Vault.Kept kept = vault.current(secret, field, Content.FIELD).orElseThrow();
        assertThat(kept.where()).isEqualTo(first);
        assertThat(kept.sealed()).usingRecursiveComparison().isEqualTo(sealed);
        assertThat(kept.actor()).isEqualTo(actor);
        assertThat(kept.until()).isEmpty();
        assertThat(vault.current(secret, field, Content.FILE)).isEmpty();
        Where second = where(Content.FIELD);
        shelf.edit(secret, at -> {
            vault.end(first.value(), at.time());
            vault.add(second, sealed(second), actor, at.event(), at.time());
            return at;
        });
        assertThat(vault.current(secret, field, Content.FIELD).orElseThrow().where())
                .isEqualTo(second);
        assertThat(vault.earlier(secret, field)).extracting(Vault.Kept::where).containsExactly(first);
        assertThat(vault.find(first.value()).orElseThrow().until()).isPresent();
        assertThat(vault.all(secret)).hasSize(2);
    }

    @Test
    void ofWhatIsDestroyedTheRowStaysAndNothingElse() throws SQLException {
        Where one = where(Content.FIELD);
        Where other = where(Content.FILE);
        add(one, sealed(one));
        add(other, sealed(other));
        shelf.edit(secret, at -> {
            vault.destroy(one.value(), at.time());
            return at;
        });
        assertThat(vault.find(one.value())).isEmpty();
        assertThat(vault.earlier(secret, field)).isEmpty();
        assertThat(vault.all(secret)).extracting(Vault.Kept::where).containsExactly(other);
        assertThat(numberOf("key is null and data_key is null and bytes is null"))
                .isEqualTo(1);
        shelf.edit(secret, at -> {
            vault.destroyAll(secret, at.time());
            return at;
        });
        assertThat(vault.all(secret)).isEmpty();
        assertThat(numberOf("coalesce(data_key, bytes) is null and destroyed_at is not null"))
                .isEqualTo(2);
    }

    @Test
    void twoCannotStandInOnePlaceButBackupCodesCan() {
        Where code = where(Content.BACKUP_CODE);
        Where another = where(Content.BACKUP_CODE);
        add(code, sealed(code));
        add(another, sealed(another));
        assertThat(vault.all(secret)).hasSize(2);
        Where one = where(Content.FIELD);
        Where second = where(Content.FIELD);
        add(one, sealed(one));
        assertThatThrownBy(() -> add(second, sealed(second))).isNotNull();
        assertThat(vault.find(second.value())).isEmpty();
    }

    @Test
    void nothingIsWrittenOutsideAChange() {
        Where one = where(Content.FIELD);
        Instant time = Instant.EPOCH;
        assertThatThrownBy(() -> vault.add(one, sealed(one), actor, actor, time))
                .hasRootCauseInstanceOf(TransactionRequiredException.class);
        assertThatThrownBy(() -> vault.end(one.value(), time))
                .hasRootCauseInstanceOf(TransactionRequiredException.class);
        assertThatThrownBy(() -> vault.destroy(one.value(), time))
                .hasRootCauseInstanceOf(TransactionRequiredException.class);
        assertThatThrownBy(() -> vault.destroyAll(secret, time))
                .hasRootCauseInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void aDataKeyIsReplacedOnlyWhileItIsWhatWasRead() {
        Where where = where(Content.FIELD);
        Values.Sealed sealed = sealed(where);
        add(where, sealed);
        DataKey before = new DataKey(sealed.key(), sealed.dataKey());
        DataKey after = new DataKey(before.key(), new byte[] {1, 2, 3});
        DataKey late = new DataKey(before.key(), new byte[] {4});
        assertThat(rewrap(where, before, after)).isEqualTo(1);
        assertThat(rewrap(where, before, late)).isZero();
        Values.Sealed now = vault.find(where.value()).orElseThrow().sealed();
        assertThat(now)
                .usingRecursiveComparison()
                .isEqualTo(new Values.Sealed(after.key(), after.wrapped(), sealed.bytes()));
        shelf.edit(secret, at -> {
            vault.destroy(where.value(), at.time());
            return at;
        });
        assertThat(rewrap(where, after, late)).isZero();
        assertThat(vault.find(where.value())).isEmpty();
    }

    @Test
    void aRowThatSomebodyIsChangingIsNotWaitedFor() throws SQLException {
        Where one = where(Content.BACKUP_CODE);
        Where two = where(Content.BACKUP_CODE);
        for (Where where : List.of(one, two)) {
            add(where, sealed(where));
        }
        List<Vault.Rewrapped> both = vault.all(secret).stream()
                .map(kept -> new Vault.Rewrapped(
                        kept.where().value(),
                        new DataKey(kept.sealed().key(), kept.sealed().dataKey()),
                        new DataKey(kept.sealed().key(), new byte[] {1})))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update sealed_value set until = since where value = ?")) {
            connection.setAutoCommit(false);
            statement.setObject(1, one.value());
            statement.execute();
            assertThat(vault.rewrap(both)).isEqualTo(1);
            connection.rollback();
        }
        assertThat(vault.rewrap(both)).isEqualTo(1);
    }

    @Test
    void nothingComesToNameAKeyThatIsNotKept() {
        Where where = where(Content.FIELD);
        Values.Sealed sealed = sealed(where);
        UUID unknown = UUID.randomUUID();
        assertThatThrownBy(() -> add(where, new Values.Sealed(unknown, sealed.dataKey(), sealed.bytes())))
                .isNotNull();
        assertThat(vault.find(where.value())).isEmpty();
        add(where, sealed);
        DataKey before = new DataKey(sealed.key(), sealed.dataKey());
        assertThatThrownBy(() -> rewrap(where, before, new DataKey(unknown, before.wrapped())))
                .isNotNull();
        assertThat(vault.find(where.value()).orElseThrow().sealed().key()).isEqualTo(before.key());
    }

    @Test
    void whatNamesAKeyComesInPortionsAndNothingTwice() {
        List<UUID> added = Stream.generate(() -> where(Content.BACKUP_CODE))
                .limit(3)
                .map(where -> {
                    add(where, sealed(where));
                    return where.value();
                })
                .toList();
        UUID key = vault.all(secret).getFirst().sealed().key();
        List<UUID> seen = new ArrayList<>();
        List<Vault.Wrapped> portion = vault.under(key, Optional.empty(), 2);
        while (!portion.isEmpty()) {
            assertThat(portion.size()).isLessThanOrEqualTo(2);
            portion.forEach(one -> seen.add(one.where().value()));
            portion = vault.under(key, Optional.of(seen.getLast()), 2);
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(added);
        assertThat(vault.named()).containsEntry(key, (long) seen.size());
        shelf.edit(secret, at -> {
            vault.destroyAll(secret, at.time());
            return at;
        });
        assertThat(vault.named().getOrDefault(key, 0L)).isEqualTo(seen.size() - added.size());
        assertThat(vault.under(actor, Optional.empty(), 2)).isEmpty();
    }

    @Test
    void theServerCannotPointAValueElsewhereNorTakeTheRowAway() {
        Where one = where(Content.FIELD);
        add(one, sealed(one));
        for (String sql : List.of(
                "update sealed_value set secret = gen_random_uuid()",
                "update sealed_value set field = gen_random_uuid()",
                "update sealed_value set content = 'file'",
                "update sealed_value set actor = gen_random_uuid()",
                "delete from sealed_value")) {
            assertThatThrownBy(() -> execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    private void add(Where where, Values.Sealed sealed) {
        shelf.edit(secret, at -> {
            vault.add(where, sealed, actor, at.event(), at.time());
            return at;
        });
    }

    private int rewrap(Where where, DataKey before, DataKey after) {
        return vault.rewrap(List.of(new Vault.Rewrapped(where.value(), before, after)));
    }

    private Where where(Content content) {
        return new Where(secret, field, UUID.randomUUID(), content);
    }

    private Values.Sealed sealed(Where where) {
        try (Plaintext plain = Plaintext.owning("kept".getBytes(StandardCharsets.UTF_8))) {
            return values.seal(where, plain);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private long numberOf(String condition) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from sealed_value where secret = ? and " + condition)) {
            statement.setObject(1, secret);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
