// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.NoteSigner;
import dev.cofactor.fixtures.Paper;
import dev.cofactor.fixtures.PaperTiles;
import java.io.FileNotFoundException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file of a served log is read and held against what the entries lead to. */
class ServedLogTest {
    private static Verdict verify(Map<String, byte[]> files, Paper paper, Optional<Checkpoint> since) throws Exception {
        TreeSet<String> unread = new TreeSet<>(files.keySet());
        ServedLog.Source source = (path, longest) -> {
            unread.remove(path);
            if (!files.containsKey(path) || files.get(path).length > longest) {
                throw new FileNotFoundException(path);
            }
            return files.get(path);
        };
        Verdict verdict = ServedLog.verify(source, Verdicts.pinned(paper), since);
        assertThat(unread).isEmpty();
        return verdict;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 513, 65_535, 65_536, 65_537})
    void aTrueLogIsProvedAtAnySize(int size) throws Exception {
        Paper paper = new Paper(size);
        Verdict verdict = verify(PaperTiles.of(paper), paper, Optional.empty());

        assertThat(verdict.head().size()).isEqualTo(size);
        assertThat(verdict.erased()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "checkpoint,             80,    checkpoint: ",
        "tile/0/000,             0,     tile/0/000: its hash 0 is not what the entries lead to",
        "tile/0/000,             8191,  tile/0/000: its hash 255 is not what the entries lead to",
        "tile/0/001.p/44,        1000,  tile/0/001.p/44: its hash 31 is not what the entries lead to",
        "tile/1/000.p/1,         31,    tile/1/000.p/1: its hash 0 is not what the entries lead to",
        "tile/entries/000,       0,     tile/entries/000: bundle",
        "tile/entries/000,       2,     entry 0: it is not JSON",
        "tile/entries/001.p/44,  30,    entry 256: its member chains is no base64",
    })
    void oneByteAnywhereIsFound(String path, int at, String place) {
        Paper paper = new Paper(300);
        Map<String, byte[]> files = PaperTiles.of(paper);
        byte[] bytes = Objects.requireNonNull(files.get(path));
        bytes[at] = (byte) (bytes[at] == 'A' ? 'B' : bytes[at] < 0 || bytes[at] < 'A' ? bytes[at] ^ 1 : 'A');
        assertThatThrownBy(() -> verify(files, paper, Optional.empty()))
                .isInstanceOf(Untrue.class)
                .message()
                .startsWith(place);
    }

    @Test
    void aLogThatFitsItsTilesButNotItsCheckpointIsFound() {
        NoteSigner key = NoteSigner.generate(Paper.ORIGIN);
        Paper signed = new Paper(300, key);
        Paper other = new Paper(300, key).draft(17, d -> d.outcome = "refused");
        Map<String, byte[]> files = PaperTiles.of(other);
        files.putAll(Map.of(
                "checkpoint", Objects.requireNonNull(PaperTiles.of(signed).get("checkpoint"))));

        assertThatThrownBy(() -> verify(files, signed, Optional.empty()))
                .hasMessage("checkpoint: the entries lead to another root");
    }

    @Test
    void timesGoForwardHereToo() {
        Paper paper = new Paper(300).draft(270, d -> d.leafTime = Paper.NEW_YEAR);
        assertThatThrownBy(() -> verify(PaperTiles.of(paper), paper, Optional.empty()))
                .hasMessage("entry 270: it is earlier than the one before");
    }

    @Test
    void anEarlierCheckpointIsHeldAgainstIt() throws Exception {
        NoteSigner key = NoteSigner.generate(Paper.ORIGIN);
        Optional<Checkpoint> since = earlier(new Paper(270, key));
        Paper grown = new Paper(300, key);
        assertThat(verify(PaperTiles.of(grown), grown, since).head().size()).isEqualTo(300);

        Optional<Checkpoint> other = earlier(new Paper(270, key).draft(3, d -> d.outcome = "refused"));
        assertThatThrownBy(() -> verify(PaperTiles.of(grown), grown, other))
                .hasMessage("entry 269: up to here the log is not the one of the earlier checkpoint");
        Paper shorter = new Paper(200, key);
        assertThatThrownBy(() -> verify(PaperTiles.of(shorter), shorter, since))
                .hasMessageStartingWith("checkpoint: it is of a smaller log");
    }

    private static Optional<Checkpoint> earlier(Paper paper) {
        return Optional.of(Verdicts.pinned(paper)
                .open(Objects.requireNonNull(PaperTiles.of(paper).get("checkpoint"))));
    }
}
