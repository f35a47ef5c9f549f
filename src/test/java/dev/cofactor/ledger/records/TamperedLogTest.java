// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import static dev.cofactor.ledger.records.Tamperings.again;
import static dev.cofactor.ledger.records.Tamperings.cut;
import static dev.cofactor.ledger.records.Tamperings.inserted;
import static dev.cofactor.ledger.records.Tamperings.keyless;
import static dev.cofactor.ledger.records.Tamperings.larger;
import static dev.cofactor.ledger.records.Tamperings.leaf;
import static dev.cofactor.ledger.records.Tamperings.ofNext;
import static dev.cofactor.ledger.records.Tamperings.set;
import static dev.cofactor.ledger.records.Tamperings.swapped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.of;

import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.witness.Verdict;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever owns the database can do all of this to a log. None of it passes who exports the log and verifies it with its
 * origin, its key and a checkpoint kept from before. K is an entry in the middle, F the size that was signed first, L the
 * size now.
 */
@QuarkusTest
@TestProfile(LogOfItsOwn.class)
class TamperedLogTest {
    private static final String GONE = "entry K: its body is not there, and other bodies of its month are";
    private static final String OTHER_BODY =
            "entry K: its leaf commits to another salt or body|entry K: the column time is not what the leaf says";
    private static final String ALL_GONE =
            "entry 0: its body is not there, and no later entry says that its key was destroyed";

    private final SignedCopies copies;

    TamperedLogTest(SignedCopies copies) {
        this.copies = copies;
    }

    @Test
    void theSameLogUntouchedIsVerified() throws Exception {
        SignedCopies.Signed signed = copies.signed();
        Verdict verdict = copies.verify(signed.late(), Optional.of(signed.first()));
        assertThat(verdict.head()).isEqualTo(signed.last().head());
        assertThat(verdict.erased().values()).containsOnly(0L);
        LogCopy twin = copies.twin();
        assertThat(copies.verify(twin, Optional.of(signed.first()))).isEqualTo(verdict);
        copies.drop(twin);
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                of(GONE, set("body = 'x'")),
                of(GONE, set("body = ''")),
                of(GONE, set("body = set_byte(body, 40, get_byte(body, 40) # 1)")),
                of("entry K: its month has another body key", set("body_key = gen_random_uuid()")),
                of(GONE, set("event = gen_random_uuid()")),
                of(GONE, set("event = " + ofNext("event"))),
                of("entry K: the column time is not what the leaf says", set("time = time + interval '1 ms'")),
                of("entry K: the column time is not what the leaf says", set("time = 'infinity'")),
                of("entry K: the column class is not what the body says", set("class = 'key-destroyed'")),
                of("entry K: the column actor is not what the body says", set("actor = gen_random_uuid()")),
                of("entry K: the column about is not what the body says", set("about = gen_random_uuid()")),
                of("entry K: the column about is not what the body says", set("about = null")),
                of("entry K: the column outcome is not what the body says", set("outcome = 'refused'")),
                of("entry K: the column addressHash is not what the body says", set("address_hash = sha256('x')")),
                of("entry K: the column addressHash is not what the body says", set("address_hash = null")));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void anAlteredColumnIsFoundAndItsEntryNamed(String lie, String sql) throws Exception {
        requireFound(lie, sql);
    }

    static Stream<Arguments> leaves() {
        String tag = "entry <F-1>: up to here the log is not the one of the earlier checkpoint";
        return Stream.of(
                of(OTHER_BODY, set(leaf(ofNext("leaf")))),
                of("entry K: .*", set(leaf("'{}'::bytea"))),
                of(tag, set(leaf("set_byte(leaf, 20, case get_byte(leaf, 20) when 66 then 67 else 66 end)"))),
                of("entry K: .*", set("leaf = 'x'")));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void anAlteredLeafIsFoundThoughItsHashFits(String lie, String sql) throws Exception {
        requireFound(lie, sql);
    }

    static Stream<Arguments> rows() {
        String other = "entry K: it bears another index";
        return Stream.of(
                of(other, "delete from log_entry where index = K"),
                of("entry 0: it bears another index", "delete from log_entry where index = 0"),
                of("entry <L-1>: .*", "delete from log_entry where index = L - 1"),
                of("entry K: the column.*|entry K: it is earlier.*", swapped("index")),
                of(GONE, swapped("body")),
                of(OTHER_BODY, swapped("leaf", "leaf_hash")),
                of("entry K: .*", swapped("leaf", "leaf_hash", "event", "time", "body", "body_key")),
                of(other, keyless("update log_entry set index = index + 1 where index >= K")),
                of("entry <K+1>: its event is on the log already", inserted("event")),
                of(GONE, inserted("gen_random_uuid()")),
                of("entry <K+1>: it bears another index|" + GONE, keyless(again("K", "gen_random_uuid()"))),
                of("entry L: it is earlier than the one before", again("L", "gen_random_uuid()") + larger()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rowsThatAreGoneOrNewOrElsewhereAreFound(String lie, String sql) throws Exception {
        requireFound(lie, sql);
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                of("entry 0: .*", "truncate log_entry"),
                of("entry 0: .*", "drop table log_entry_1_0"),
                of("entry 0: .*", "alter table log_entry detach partition log_entry_1_0"),
                of("entry 0: .*", "delete from log_entry"),
                of(ALL_GONE, "update log_entry set body_key = (select event from log_entry where index = 0)"),
                of(ALL_GONE, "update log_entry set body = 'x'"),
                of("entry <L-10>: .*", cut("L - 10")),
                of("entry F: .*", cut("F")),
                of("unsigned", cut("F - 1") + "; delete from checkpoint"),
                of("unsigned", "delete from checkpoint"),
                of("unsigned", "update log_head set epoch = 2; update checkpoint set epoch = 3"),
                of("header: the export is of another log", "update log_epoch set origin = 'cofactor/another/1'"),
                of(
                        "checkpoint: a known key's signature does not verify",
                        "update checkpoint set note = replace(note, 'L', 'F')"),
                of("the newest checkpoint is not what was signed.*", "update checkpoint set note = 'x'"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatIsDoneToWholeTablesIsFound(String lie, String sql) throws Exception {
        requireFound(lie, sql);
    }

    @Test
    void anOldCopyIsNoLieButIsFoundByWhoKeptANewerCheckpoint() throws Exception {
        SignedCopies.Signed signed = copies.signed();
        assertThat(copies.verify(signed.early(), Optional.empty()).head())
                .isEqualTo(signed.first().head());
        assertThatThrownBy(() -> copies.verify(signed.early(), Optional.of(signed.last())))
                .isInstanceOf(Problem.class)
                .hasMessage("checkpoint: it is of a smaller log than the earlier one");
    }

    @Test
    void aTailThatWasCutWithAllItsSignaturesIsFoundByTheSame() throws Exception {
        SignedCopies.Signed signed = copies.signed();
        LogCopy twin = copies.twin();
        twin.tamper("%s", placed(cut("F") + "; delete from checkpoint where size > F", signed));
        assertThatThrownBy(() -> copies.verify(twin, Optional.of(signed.last())))
                .isInstanceOf(Problem.class)
                .hasMessage("checkpoint: it is of a smaller log than the earlier one");
        copies.drop(twin);
    }

    /** Whoever may write may append, and the signer signs leaves; but what nobody sealed does not open. */
    @Test
    void aForgedEntryThatWasSignedWithTheRestIsFound() throws Exception {
        SignedCopies.Signed signed = copies.signed();
        LogCopy twin = copies.twin();
        twin.tamper("%s", placed(again("L", "gen_random_uuid()"), signed));
        twin.tamper(
                "%s",
                placed(
                        "update log_entry set (leaf, leaf_hash, time) = "
                                + "(select leaf, leaf_hash, time from log_entry where index = L - 1) where index = L",
                        signed));
        byte[] leaf = Base64.getMimeDecoder()
                .decode(twin.one("select encode(leaf, 'base64') from log_entry" + " order by index desc limit 1"));
        byte[] before = Base64.getMimeDecoder().decode(twin.one("select encode(frontier, 'base64') from log_head"));
        Frontier after = Frontier.parse(before).append(Hash.ofLeaf(leaf)).frontier();
        twin.tamper(
                "%s",
                "update log_head set size = size + 1, frontier = '\\x"
                        + HexFormat.of().formatHex(after.bytes()) + "', root = '\\x"
                        + HexFormat.of().formatHex(after.root().bytes()) + "'");
        assertThat(signed.signer().sign(twin.server())).isTrue();
        assertThatThrownBy(() -> copies.verify(twin, Optional.of(signed.last())))
                .isInstanceOf(Problem.class)
                .hasMessage(placed(GONE.replace("K", "L"), signed));
        copies.drop(twin);
    }

    private void requireFound(String lie, String sql) throws Exception {
        SignedCopies.Signed signed = copies.signed();
        LogCopy twin = copies.twin();
        twin.tamper("%s", placed(sql, signed));
        assertThatThrownBy(() -> copies.verify(twin, Optional.of(signed.first())))
                .isInstanceOf(Problem.class)
                .message()
                .matches(placed(lie, signed));
        copies.drop(twin);
    }

    private static String placed(String text, SignedCopies.Signed signed) throws Exception {
        long size = signed.last().head().size();
        return text.replace("<F-1>", String.valueOf(signed.first().head().size() - 1))
                .replace("<L-1>", String.valueOf(size - 1))
                .replace("<L-10>", String.valueOf(size - 10))
                .replace("<K+1>", String.valueOf(signed.victim() + 1))
                .replaceAll("\\bK\\b", String.valueOf(signed.victim()))
                .replaceAll("\\bF\\b", String.valueOf(signed.first().head().size()))
                .replaceAll("\\bL\\b", String.valueOf(size));
    }
}
