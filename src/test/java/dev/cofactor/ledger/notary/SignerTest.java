// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.NoteVerifier;
import dev.cofactor.engine.merkle.Proofs;
import dev.cofactor.engine.merkle.TilePath;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.start.embedded.DataFolder;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each on a database of its own, for most of them ruin it. */
class SignerTest {
    private static final int UNTIL_ALL_HAVE_READ_IT_MILLIS = 500;

    private static DataFolder data;
    private static EmbeddedPostgres postgres;

    private final Path folder = TestFolder.fresh("signer");
    private BareLog log;
    private NoteVerifier verifier;
    private Signer signer;

    @BeforeAll
    static void start() {
        data = DataFolder.open(TestFolder.fresh("signers").resolve("data"), "a test");
        postgres = EmbeddedPostgres.start(data);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        data.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        log = new BareLog(postgres);
        verifier = NoteVerifier.parse(LogKeyFile.create(folder.resolve("log.key"), origin()));
        signer = signer("log-head");
    }

    @Test
    void everySizeIsSignedOnceAndAllAreOneHistory() throws Exception {
        assertThat(signer.turn()).isEqualTo(Signer.Turn.SIGNED);
        assertThat(signer.turn()).isEqualTo(Signer.Turn.NOTHING_NEW);
        for (int count : List.of(1, 254, 1, 1, 2743)) {
            log.grow(count);
            assertThat(signer.turn()).isEqualTo(Signer.Turn.SIGNED);
            assertThat(signer("log-head").turn()).isEqualTo(Signer.Turn.NOTHING_NEW);
        }
        assertThat(log.checkpoints())
                .extracting(stored -> stored.head().size())
                .containsExactly(0L, 1L, 255L, 256L, 257L, 3000L);
        verifyHistory();
    }

    @Test
    void anEntryThatWasAlteredIsNotSigned() throws Exception {
        log.grow(300);
        log.tamper("update log_entry set leaf = 'x', leaf_hash = sha256('\\x0078') where index = 7");
        requireStopped("not what the entries lead to|not that of its entries");
    }

    @Test
    void anEntryThatWasRemovedIsNotSigned() throws Exception {
        log.grow(30);
        log.tamper("delete from log_entry where index = 12");
        requireStopped("row 12 of the tree is missing");
    }

    @Test
    void whoeverReadsWhereARowIsMissingIsToldSo() throws Exception {
        log.grow(30);
        signer.turn();
        TilePath entries = TilePath.parse("tile/entries/000.p/30");
        Tiles tiles = new Tiles(log.server());
        assertThat(tiles.read(1, entries)).isPresent();
        log.tamper("delete from log_entry where index = 12");
        assertThatThrownBy(() -> tiles.read(1, entries))
                .isInstanceOfSatisfying(
                        Problem.class, told -> assertThat(told.code()).isEqualTo("log-altered"));
    }

    @Test
    void aHeadRowThatClaimsAnotherRootIsNotSigned() throws Exception {
        log.grow(30);
        log.tamper("update log_head set root = sha256('another')");
        requireStopped("the head row is not what the entries lead to");
    }

    @Test
    void whatWasSignedCannotBeRewrittenAtTheEdgeOfTheTree() throws Exception {
        log.grow(30);
        signer.turn();
        log.tamper("update log_entry set leaf = 'x', leaf_hash = sha256('\\x0078') where index = 7");
        log.grow(1);
        requireStopped("up to 30 is not the one that was signed");
    }

    @Test
    void aDatabaseRestoredToASmallerSizeIsNotSigned() throws Exception {
        log.grow(30);
        String frontier = log.one("select encode(frontier, 'hex') from log_head");
        String root = log.one("select encode(root, 'hex') from log_head");
        log.grow(5);
        signer.turn();
        log.tamper(
                "delete from log_entry where index >= 30",
                "delete from checkpoint",
                "update log_head set size = 30, frontier = decode('" + frontier + "', 'hex'), root = decode('" + root
                        + "', 'hex')");
        requireStopped("has 30 entries, and 35 were signed");
    }

    @Test
    void anEpochThatDoesNotNameTheLastHeadIsNotSigned() throws Exception {
        log.grow(30);
        signer.turn();
        log.tamper(
                "insert into log_epoch (epoch, origin) values (2, 'cofactor/test/2')",
                "update log_head set epoch = 2, size = 0, frontier = '', root = sha256('')");
        requireStopped("does not name the last head signed");
    }

    @Test
    void aSignatureThatWasInterruptedIsMadeAgainOverTheSameHead() throws Exception {
        log.grow(30);
        log.tamper("revoke insert on checkpoint from " + log.one("select current_user"));
        assertThatThrownBy(signer::turn).isInstanceOf(SQLException.class);
        assertThat(Files.exists(folder.resolve("log-head"))).isTrue();
        assertThat(log.checkpoints()).isEmpty();
        log.tamper("grant insert on checkpoint to " + log.one("select current_user"));
        log.grow(9);
        assertThat(signer("log-head").turn()).isEqualTo(Signer.Turn.SIGNED);
        assertThat(signer("log-head").turn()).isEqualTo(Signer.Turn.SIGNED);
        assertThat(log.checkpoints()).extracting(stored -> stored.head().size()).containsExactly(30L, 39L);
        verifyHistory();
    }

    @Test
    void afterAnInterruptedSignatureNoOtherHeadOfThatSizeIsSigned() throws Exception {
        log.grow(30);
        log.tamper("revoke insert on checkpoint from " + log.one("select current_user"));
        assertThatThrownBy(signer::turn).isInstanceOf(SQLException.class);
        log.tamper(
                "grant insert on checkpoint to " + log.one("select current_user"),
                "update log_entry set leaf = 'x', leaf_hash = sha256('\\x0078') where index = 29");
        requireStopped("up to 30 is not the one that was signed");
    }

    @Test
    void aMemoryThatIsDamagedSignsNothing() throws Exception {
        log.grow(3);
        signer.turn();
        Files.writeString(folder.resolve("log-head"), "cofactor-log-head-v1\n");
        requireStopped("damaged");
    }

    @Test
    void twoSignersSignOneHistoryWhileTheLogGrows() throws Exception {
        Signer other = signer("log-head-of-another-node");
        try (ExecutorService both = Executors.newFixedThreadPool(3)) {
            Callable<Object> growing = () -> {
                for (int i = 0; i < 60; i++) {
                    log.grow(1 + i % 7);
                }
                return "grown";
            };
            for (var done : both.invokeAll(List.of(growing, turns(signer), turns(other)))) {
                done.get();
            }
        }
        assertThat(log.one("select stopped from log_head")).isEqualTo("null");
        verifyHistory();
    }

    @Test
    void aNodeThatSeesTheLogFallBackStopsIt() throws Exception {
        Lookout lookout = new Lookout(log.server());
        log.grow(30);
        lookout.look();
        lookout.look();
        assertThat(log.one("select stopped from log_head")).isEqualTo("null");
        assertThat(lookout.seen()).isEqualTo(new Lookout.Seen(30, 0, false));
        log.tamper("update log_head set size = 29");
        lookout.look();
        assertThat(lookout.seen().stopped()).isTrue();
        assertThat(log.one("select stopped from log_head")).contains("seen with 30 entries");
    }

    /** It would be gone with its database, and whoever goes on without it would be stopped. */
    @Test
    void whatMayNotHaveReachedTheStandbyIsNotSigned() throws Exception {
        log.grow(3);
        log.configure("alter system set synchronous_standby_names = 'nobody'", "select pg_reload_conf()");
        try {
            Waiting.pause(UNTIL_ALL_HAVE_READ_IT_MILLIS);
            CompletableFuture<Signer.Turn> turn = CompletableFuture.supplyAsync(() -> {
                try {
                    return signer.turn();
                } catch (SQLException | IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            Waiting.pause(UNTIL_ALL_HAVE_READ_IT_MILLIS);
            assertThat(turn).isNotDone();
            log.one("select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
            assertThat(turn.get(10, TimeUnit.SECONDS)).isEqualTo(Signer.Turn.NOT_LASTING);
            assertThat(folder.resolve("log-head")).doesNotExist();
            assertThat(log.checkpoints()).isEmpty();
        } finally {
            log.configure("alter system reset synchronous_standby_names", "select pg_reload_conf()");
            Waiting.pause(UNTIL_ALL_HAVE_READ_IT_MILLIS);
        }
        assertThat(signer.turn()).isEqualTo(Signer.Turn.SIGNED);
    }

    @Test
    void theServerCannotTakeBackACheckpoint() throws Exception {
        log.grow(3);
        signer.turn();
        for (String attempt :
                List.of("delete from checkpoint", "update checkpoint set size = 4", "truncate checkpoint")) {
            assertThatThrownBy(() -> log.one(attempt + " returning size")).isInstanceOf(SQLException.class);
        }
    }

    private static Callable<Object> turns(Signer signer) {
        return () -> {
            for (int i = 0; i < 40; i++) {
                assertThat(signer.turn()).isNotEqualTo(Signer.Turn.STOPPED);
            }
            return "signed";
        };
    }

    private void requireStopped(String why) throws Exception {
        int before = log.checkpoints().size();
        assertThat(signer.turn()).isEqualTo(Signer.Turn.STOPPED);
        assertThat(log.one("select stopped from log_head")).containsPattern(why);
        assertThat(signer.turn()).isEqualTo(Signer.Turn.STOPPED);
        assertThat(log.checkpoints()).hasSize(before);
    }

    private void verifyHistory() throws SQLException {
        List<CheckpointRows.Stored> all = log.checkpoints();
        for (CheckpointRows.Stored each : all) {
            assertThat(Checkpoint.open(each.note().getBytes(StandardCharsets.UTF_8), origin(), List.of(verifier))
                            .head())
                    .isEqualTo(each.head());
        }
        try (Connection connection = log.server().getConnection()) {
            for (CheckpointRows.Stored older : all) {
                Stream<CheckpointRows.Stored> later = all.stream()
                        .filter(newer -> newer.head().size() > older.head().size());
                later.filter(newer -> older.head().size() > 0).forEach(newer -> {
                    long size = newer.head().size();
                    var nodes = new TreeRows(connection, 1).nodes(size);
                    var proof = Proofs.consistency(older.head().size(), size, nodes);
                    Proofs.verifyConsistency(older.head(), newer.head(), proof);
                });
            }
        }
    }

    private Signer signer(String memory) {
        return new Signer(
                log.server(), new HeadFile(folder.resolve(memory)), LogKeyFile.open(folder.resolve("log.key"))::signer);
    }

    private String origin() throws SQLException {
        return log.one("select origin from log_epoch where epoch = 1");
    }
}
