// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.EntryBundle;
import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.NodeReader;
import dev.cofactor.engine.merkle.NoteSigner;
import dev.cofactor.engine.merkle.NoteVerifier;
import dev.cofactor.engine.merkle.Tile;
import dev.cofactor.engine.merkle.TilePath;
import dev.cofactor.engine.witness.Pinned;
import dev.cofactor.engine.witness.Receipt;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Origin;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.audit.AuditLog;
import dev.cofactor.ledger.audit.Intent;
import dev.cofactor.ledger.audit.Settlement;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** On the log of the running server, signed with one key throughout: a checkpoint of another would stop it for good. */
@QuarkusTest
class ReceiptsTest {
    private static final Path FOLDER = TestFolder.fresh("receipts");
    private static final Path KEY = FOLDER.resolve("log.key");

    private final AuditLog log;
    private final Receipts receipts;
    private final Tiles tiles;
    private final AgroalDataSource database;

    ReceiptsTest(AuditLog log, Receipts receipts, Tiles tiles, AgroalDataSource database) {
        this.log = log;
        this.receipts = receipts;
        this.tiles = tiles;
        this.database = database;
    }

    @Test
    void aReceiptIsHadOnceACheckpointCoversTheEvent() throws Exception {
        UUID event = append();
        assertThat(receipts.receipt(event)).isEmpty();
        assertThat(signer().turn()).isEqualTo(Signer.Turn.SIGNED);
        String first = receipts.receipt(event).orElseThrow();
        append();
        signer().turn();
        assertThat(receipts.receipt(event)).contains(first);
        assertThat(receipts.receipt(UUID.randomUUID())).isEmpty();
        Receipt.Proved proved = verify(first, verifier(), origin());
        assertThat(new String(proved.body().orElseThrow(), StandardCharsets.UTF_8))
                .contains(event.toString());
    }

    @Test
    void aReceiptIsRefusedUnderAnotherKeyOrOrigin() throws Exception {
        String receipt = signedReceipt();
        NoteVerifier stranger = NoteSigner.generate(origin()).verifier();
        assertThatThrownBy(() -> verify(receipt, stranger, origin())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> verify(receipt, verifier(), "cofactor/another/1"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aReceiptWhoseLeafOrBodyOrSaltWasChangedIsRefused() throws Exception {
        String receipt = signedReceipt();
        String extra = receipt.lines().skip(1).findFirst().orElseThrow().substring("extra ".length());
        ReceiptExtra whole = parse(extra);
        ReceiptExtra.Opened opened = whole.opened().orElseThrow();
        for (ReceiptExtra forged : List.of(
                new ReceiptExtra(changed(whole.leaf()), whole.opened()),
                new ReceiptExtra(
                        whole.leaf(), Optional.of(new ReceiptExtra.Opened(opened.salt(), changed(opened.body())))),
                new ReceiptExtra(
                        whole.leaf(), Optional.of(new ReceiptExtra.Opened(changed(opened.salt()), opened.body()))))) {
            String other = receipt.replace(extra, Base64.getEncoder().encodeToString(forged.bytes()));
            assertThatThrownBy(() -> verify(other, verifier(), origin())).isInstanceOf(Problem.class);
        }
    }

    @Test
    void aReceiptWithoutItsErasedBodyStillProvesTheLeaf() throws Exception {
        String receipt = signedReceipt();
        String extra = receipt.lines().skip(1).findFirst().orElseThrow().substring("extra ".length());
        ReceiptExtra whole = parse(extra);
        ReceiptExtra erased = new ReceiptExtra(whole.leaf(), Optional.empty());
        String without = receipt.replace(extra, Base64.getEncoder().encodeToString(erased.bytes()));
        assertThat(verify(without, verifier(), origin()).body()).isEmpty();
    }

    @Test
    void tilesLeadToTheSignedRootAndEndThere() throws Exception {
        for (int i = 0; i < 300; i++) {
            append();
        }
        signer().turn();
        Checkpoint signed = Checkpoint.open(
                tiles.checkpoint(1).orElseThrow().getBytes(StandardCharsets.UTF_8), origin(), List.of(verifier()));
        long size = signed.head().size();
        NodeReader nodes = NodeReader.ofTiles(
                size, path -> Tile.parse(path, tiles.read(1, path).orElseThrow()));
        assertThat(Frontier.at(size, nodes).root()).isEqualTo(signed.head().root());
        TilePath last = TilePath.at(0, (size - 1) / TilePath.WIDTH, size);
        List<Hash> entries = EntryBundle.decode(tiles.read(1, last.entries()).orElseThrow(), last.width()).stream()
                .map(Hash::ofLeaf)
                .toList();
        assertThat(Tile.parse(last, tiles.read(1, last).orElseThrow()).hashes()).isEqualTo(entries);
        append();
        assertThat(tiles.read(1, TilePath.at(0, size / TilePath.WIDTH, size + 1)))
                .isEmpty();
        assertThat(tiles.checkpoint(2)).isEmpty();
    }

    @Test
    void whenTheSignerStopsTheLogNothingIsRecordedUntilSomebodyActs() throws Exception {
        append();
        String root = one("select encode(root, 'hex') from log_head");
        try {
            execute("update log_head set root = sha256('another')");
            assertThat(signer().turn()).isEqualTo(Signer.Turn.STOPPED);
            assertThat(one("select stopped from log_head")).contains("not what the entries lead to");
            assertThat(settled(note())).isInstanceOf(Settlement.Unavailable.class);
        } finally {
            execute("update log_head set stopped = null, root = decode('" + root + "', 'hex')");
        }
        append();
        assertThat(signer().turn()).isEqualTo(Signer.Turn.SIGNED);
    }

    private String signedReceipt() throws Exception {
        UUID event = append();
        signer().turn();
        return receipts.receipt(event).orElseThrow();
    }

    private static Receipt.Proved verify(String receipt, NoteVerifier key, String origin) {
        return Receipt.verify(receipt.getBytes(StandardCharsets.UTF_8), new Pinned(origin, List.of(key)));
    }

    private static ReceiptExtra parse(String base64) throws IOException {
        JsonNode extra = new ObjectMapper().readTree(Base64.getDecoder().decode(base64));
        byte[] salt = extra.get("salt").binaryValue();
        byte[] body = extra.get("body").binaryValue();
        return new ReceiptExtra(extra.get("leaf").binaryValue(), Optional.of(new ReceiptExtra.Opened(salt, body)));
    }

    private static byte[] changed(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        return changed;
    }

    private UUID append() {
        Intent note = note();
        assertThat(settled(note)).isInstanceOf(Settlement.OnRecord.class);
        return note.event().id();
    }

    private Settlement settled(Intent intent) {
        return log.append(intent).toCompletableFuture().join();
    }

    private static Intent note() {
        Event event = new Event(
                UUID.randomUUID(),
                EventClass.SESSION_CLOSED,
                new Actor.Person(UUID.randomUUID()),
                Optional.empty(),
                Outcome.DONE,
                new Origin(Optional.empty(), Optional.empty(), "trace"),
                Details.none());
        return Intent.note(event, Intent.Lane.KNOWN);
    }

    private Signer signer() throws SQLException {
        return new Signer(database, new HeadFile(FOLDER.resolve("log-head")), key()::signer);
    }

    private NoteVerifier verifier() throws SQLException {
        return key().signer(origin()).verifier();
    }

    private LogKeyFile key() throws SQLException {
        if (Files.notExists(KEY)) {
            LogKeyFile.create(KEY, origin());
        }
        return LogKeyFile.open(KEY);
    }

    private String origin() throws SQLException {
        return one("select origin from log_epoch where epoch = 1");
    }

    private String one(String question) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
