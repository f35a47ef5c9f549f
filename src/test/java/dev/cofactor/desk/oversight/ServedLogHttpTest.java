// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.witness.Pinned;
import dev.cofactor.engine.witness.ServedLog;
import dev.cofactor.engine.witness.Verdict;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ledger.audit.AuditLog;
import dev.cofactor.ledger.audit.Intent;
import dev.cofactor.ledger.notary.CopiesSigned;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A log that strangers may read, with no credential and nothing but its address, origin and key. */
@QuarkusTest
@TestProfile(ServedLogHttpTest.ToStrangers.class)
class ServedLogHttpTest {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final AuditLog log;
    private final AgroalDataSource database;
    private final Roles roles;

    ServedLogHttpTest(AuditLog log, AgroalDataSource database, Roles roles) {
        this.log = log;
        this.database = database;
        this.roles = roles;
    }

    /** A server, and so a log, of its own. */
    public static final class ToStrangers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cofactor.log.public", "true");
        }
    }

    @Test
    void strangersReadAsFarAsItIsSignedAndVerifyIt() throws Exception {
        get("checkpoint").statusCode(404).header("Cache-Control", "no-store");
        String origin = origin();
        CopiesSigned signer = new CopiesSigned(TestFolder.fresh("served"), origin);
        Pinned pinned = new Pinned(origin, List.of(signer.verifier()));
        append(300);
        assertThat(signer.sign(database)).isTrue();
        Verdict first = ServedLog.verify(this::read, pinned, Optional.empty());
        assertThat(first.head().size()).isGreaterThanOrEqualTo(300).isLessThan(512);
        Checkpoint since = pinned.open(read("checkpoint", 0));
        append(1);
        get("tile/0/001.p/" + (first.head().size() - 255)).statusCode(404);
        append(300);
        assertThat(signer.sign(database)).isTrue();
        assertThat(ServedLog.verify(this::read, pinned, Optional.of(since))
                        .head()
                        .size())
                .isGreaterThan(first.head().size());
        headersSayHowLongItHolds();
        onlyWhatIsThereIsServed();
    }

    private void headersSayHowLongItHolds() {
        get("checkpoint")
                .statusCode(200)
                .header("Cache-Control", "public, max-age=2")
                .header("Content-Type", "text/plain;charset=UTF-8");
        get("tile/0/000").header("Cache-Control", FOR_EVER).header("Content-Type", "application/octet-stream");
        get("tile/entries/001").header("Cache-Control", FOR_EVER);
        get("tile/1/000.p/1").header("Cache-Control", "public, max-age=60");
    }

    private void onlyWhatIsThereIsServed() {
        for (String path : List.of(
                "tile/0/x001/000",
                "tile/0/0",
                "tile/0/000.p/256",
                "tile/0/000.p/0",
                "tile/64/000",
                "tile/entries/999",
                "tile/entries/000/x",
                "tile/",
                "checkpoint/",
                "entries",
                "")) {
            get(path).statusCode(404).header("Cache-Control", "no-store");
        }
        for (String epoch : List.of("2", "0", "01", "-1", "x", "99999999999")) {
            given().get("/log/" + epoch + "/checkpoint").then().statusCode(404);
        }
        given().header("Cookie", "a=b")
                .header("Authorization", "Bearer x")
                .get("/log/1/checkpoint")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).get("/log/1/" + path).then();
    }

    private byte[] read(String path, int longest) {
        return get(path).statusCode(200).extract().asByteArray();
    }

    private void append(int count) {
        CompletableFuture.allOf(IntStream.range(0, count)
                        .mapToObj(i -> OversightHttpTest.event(UUID.randomUUID(), UUID.randomUUID(), "served"))
                        .map(event -> log.append(Intent.note(event, Intent.Lane.KNOWN))
                                .toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private String origin() throws Exception {
        try (var connection = roles.server();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select origin from log_epoch where epoch = 1")) {
            assertThat(row.next()).isTrue();
            return new String(row.getBytes(1), UTF_8);
        }
    }
}
