// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.NoteVerifier;
import dev.cofactor.engine.merkle.Proofs;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ledger.audit.TwoNodes;
import dev.cofactor.start.embedded.DataFolder;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two signers sign one history while two appenders write it: as two machines, and as two processes of one. */
class SignedUnderLoadTest {
    private static final Duration LENGTH = Duration.ofSeconds(Nightly.or(4, 60));

    private static DataFolder data;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        data = DataFolder.open(TestFolder.fresh("signed").resolve("data"), "a test");
        postgres = EmbeddedPostgres.start(data);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        data.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"log-head", "log-head-of-another-machine"})
    void twoSignersNeverContradictEachOtherWhileTwoNodesWrite(String secondMemory) throws Exception {
        Path folder = TestFolder.fresh("signer");
        try (TwoNodes nodes = new TwoNodes(postgres)) {
            String origin = origin(nodes);
            NoteVerifier verifier = NoteVerifier.parse(LogKeyFile.create(folder.resolve("log.key"), origin));
            Callable<Boolean> writing = () -> {
                nodes.appendFor(LENGTH);
                return true;
            };
            List<Callable<Boolean>> work = List.of(
                    writing, signing(signer(nodes, folder, "log-head")), signing(signer(nodes, folder, secondMemory)));
            try (ExecutorService all = Executors.newFixedThreadPool(work.size())) {
                for (Future<Boolean> done : all.invokeAll(work)) {
                    assertThat(done.get()).isTrue();
                }
            }
            assertThat(signer(nodes, folder, "log-head").turn()).isNotEqualTo(Signer.Turn.STOPPED);
            isOneHistory(nodes, origin, verifier);
            nodes.verify();
        }
    }

    private static Callable<Boolean> signing(Signer signer) {
        return () -> {
            boolean signed = false;
            long end = System.nanoTime() + LENGTH.toNanos();
            while (System.nanoTime() < end) {
                Signer.Turn turn = signer.turn();
                assertThat(turn).isNotEqualTo(Signer.Turn.STOPPED);
                signed |= turn == Signer.Turn.SIGNED;
            }
            return signed;
        };
    }

    private static Signer signer(TwoNodes nodes, Path folder, String memory) {
        return new Signer(
                nodes.server(),
                new HeadFile(folder.resolve(memory)),
                LogKeyFile.open(folder.resolve("log.key"))::signer);
    }

    /** Each opens with the key, and from each to the next leads a proof. */
    private static void isOneHistory(TwoNodes nodes, String origin, NoteVerifier verifier) throws SQLException {
        try (Connection connection = nodes.server().getConnection()) {
            List<CheckpointRows.Stored> all = new ArrayList<>();
            var next = CheckpointRows.covering(connection, 1, -1);
            while (next.isPresent()) {
                all.add(next.get());
                next = CheckpointRows.covering(connection, 1, next.get().head().size());
            }
            assertThat(all).hasSizeGreaterThan(5);
            CheckpointRows.Stored before = null;
            for (CheckpointRows.Stored each : all) {
                byte[] note = each.note().getBytes(StandardCharsets.UTF_8);
                assertThat(Checkpoint.open(note, origin, List.of(verifier)).head())
                        .isEqualTo(each.head());
                if (before != null && before.head().size() > 0) {
                    long size = each.head().size();
                    var proof = Proofs.consistency(before.head().size(), size, new TreeRows(connection, 1).nodes(size));
                    Proofs.verifyConsistency(before.head(), each.head(), proof);
                }
                before = each;
            }
        }
    }

    private static String origin(TwoNodes nodes) throws SQLException {
        try (Connection connection = nodes.server().getConnection()) {
            return HeadRows.read(connection).origin();
        }
    }
}
