// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import static dev.cofactor.desk.keys.Turned.aWeekPasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ledger.vault.Vault;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A version is destroyed when nothing names it, and nothing comes to name it afterwards. */
@QuarkusTest
@TestProfile(Turned.Alone.class)
class DestroyHttpTest {
    private static final long A_WHILE = 700;

    private final Turned turned;
    private final Shelf shelf;
    private final Vault vault;
    private final Values values;
    private final AgroalDataSource database;
    private final LogEntries entries;
    private final WholeLog log;

    DestroyHttpTest(
            Turned turned,
            Shelf shelf,
            Vault vault,
            Values values,
            AgroalDataSource database,
            LogEntries entries,
            WholeLog log) {
        this.turned = turned;
        this.shelf = shelf;
        this.vault = vault;
        this.values = values;
        this.database = database;
        this.entries = entries;
        this.log = log;
    }

    /** A value as it was under the version before. */
    private record Before(UUID value, Values.Sealed sealed) {}

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aVersionThatARowNamesStays() throws SQLException {
        for (String kind : Turned.KINDS) {
            Turned.Login login = turned.login();
            int old = turned.next(kind) - 1;
            aWeekPasses();
            turned.destroy(kind, old).then().statusCode(409).body("code", equalTo("key-still-named"));
            assertThat(turned.version(kind, old)).containsEntry("destroyed", false);
            assertThat(entries.about(id(kind, old), "key-destroyed")).isEmpty();
            turned.opens(login);
            turned.rewrapAll(kind);
            turned.destroy(kind, old).then().statusCode(204);
            turned.opens(login);
        }
    }

    @Test
    void aRowThatIsOnItsWayIsWaitedForAndKeepsTheVersion() throws Exception {
        Turned.Login login = turned.login();
        Before before = before(login);
        int old = turned.next("values") - 1;
        turned.rewrapAll("values").then().body("left", equalTo(0));
        aWeekPasses();
        CompletableFuture<Response> destroying;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            putBack(connection, before);
            destroying = CompletableFuture.supplyAsync(() -> turned.destroy("values", old));
            Thread.sleep(A_WHILE);
            assertThat(destroying).as("it waits for who writes").isNotDone();
            connection.commit();
        }
        destroying.get(20, TimeUnit.SECONDS).then().statusCode(409).body("code", equalTo("key-still-named"));
        turned.opens(login);

        turned.rewrapAll("values").then().body("left", equalTo(0));
        turned.destroy("values", old).then().statusCode(204);
        try (Connection connection = database.getConnection()) {
            assertThatThrownBy(() -> putBack(connection, before))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("23503"));
        }
        turned.opens(login);
    }

    @Test
    void whatWasSealedBeforeAndIsWrittenAfterIsRefusedAndNotLostQuietly() throws SQLException {
        UUID secret = shelf.secret(shelf.folder(), "late");
        Where late = new Where(secret, secret, UUID.randomUUID(), Where.Content.FIELD);
        Values.Sealed sealed = sealed(late);
        int old = turned.next("values") - 1;
        turned.rewrapAll("values");
        aWeekPasses();
        turned.destroy("values", old).then().statusCode(204);
        assertThatThrownBy(() -> add(late, sealed)).isNotNull();
        assertThat(vault.find(late.value())).isEmpty();
        add(late, sealed(late));
        assertThat(vault.find(late.value())).isPresent();
    }

    @Test
    void whoWritesUnderTheHeadsLockIsCounted() throws Exception {
        UUID secret = shelf.secret(shelf.folder(), "first");
        Where where = new Where(secret, secret, UUID.randomUUID(), Where.Content.FIELD);
        Values.Sealed sealed = sealed(where);
        int old = turned.next("values") - 1;
        turned.rewrapAll("values");
        aWeekPasses();
        CountDownLatch locked = new CountDownLatch(1);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> shelf.edit(secret, at -> {
            locked.countDown();
            sleep();
            vault.add(where, sealed, secret, at.event(), at.time());
            return at;
        }));
        locked.await();
        turned.destroy("values", old).then().statusCode(409).body("code", equalTo("key-still-named"));
        writing.get(20, TimeUnit.SECONDS);
        assertThat(vault.find(where.value())).isPresent();
    }

    private static void sleep() {
        try {
            Thread.sleep(A_WHILE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Before before(Turned.Login login) {
        Vault.Kept kept = vault.all(login.secret()).getFirst();
        return new Before(kept.where().value(), kept.sealed());
    }

    private static void putBack(Connection connection, Before before) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update sealed_value set key = ?, data_key = ? where value = ?")) {
            update.setObject(1, before.sealed().key());
            update.setBytes(2, before.sealed().dataKey());
            update.setObject(3, before.value());
            update.executeUpdate();
        }
    }

    private void add(Where where, Values.Sealed sealed) {
        shelf.edit(where.secret(), at -> {
            vault.add(where, sealed, where.secret(), at.event(), at.time());
            return at;
        });
    }

    private Values.Sealed sealed(Where where) {
        try (Plaintext content = Plaintext.owning(new byte[] {1, 2, 3})) {
            return values.seal(where, content);
        }
    }

    private UUID id(String kind, int number) {
        return UUID.fromString(String.valueOf(turned.version(kind, number).get("id")));
    }
}
