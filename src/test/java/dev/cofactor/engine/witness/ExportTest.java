// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.ByteStreams;
import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.NoteSigner;
import dev.cofactor.engine.merkle.TreeHead;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.Paper;
import dev.sigstore.rekor.client.Checkpoints;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that is as it should be is proved, at any size; and against what was known of it before. */
class ExportTest {
    /** Around where the tree's tiles begin; of the large ones one with every build. */
    static IntStream sizes() {
        return IntStream.concat(
                IntStream.of(0, 1, 2, 255, 256, 257, 65_537),
                IntStream.of(65_535, 65_536, 100_000).limit(Nightly.or(0, 3)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aTrueLogIsProvedAtAnySize(int size) throws Exception {
        Paper paper = new Paper(size).forgetting();
        Verdict verdict = Verdicts.of(paper.stream(), paper, Optional.empty());

        assertThat(verdict.head().size()).isEqualTo(size);
        assertThat(verdict.head().root().base64())
                .isEqualTo(paper.note().lines().skip(2).findFirst().orElseThrow());
        assertThat(verdict.erased())
                .hasSize(2)
                .allSatisfy((cause, count) -> assertThat(count).isZero());
        assertThat(Checkpoints.from(paper.note()).getSize()).isEqualTo(size);
    }

    @Test
    void actorsWithoutChainsAndAgentsAreAsThePageSays() {
        Paper paper = new Paper(9).draft(3, d -> {
            d.about = "";
            d.hash = "";
            d.tags = 1;
        });
        assertThat(Verdicts.of(paper.text(), paper).head().size()).isEqualTo(9);

        Paper wrong = new Paper(9).draft(3, d -> d.actorKind = "nobody");
        Verdicts.lies(wrong, "entry 3: the body's chains are not its actor's and its subject's");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 37, 256, 299, 300})
    void anEarlierCheckpointOfTheSameLogHolds(int earlier) throws Exception {
        NoteSigner key = NoteSigner.generate(Paper.ORIGIN);
        Paper before = new Paper(earlier, key);
        before.lines();
        Paper paper = new Paper(300, key);
        Optional<Checkpoint> since =
                Optional.of(Verdicts.pinned(paper).open(before.note().getBytes(UTF_8)));

        assertThat(Verdicts.of(paper.stream(), paper, since).head().size()).isEqualTo(300);
    }

    @Test
    void aLogThatWasRewrittenIsFoundAtTheEarlierCheckpoint() {
        NoteSigner key = NoteSigner.generate(Paper.ORIGIN);
        Paper before = new Paper(200, key);
        before.lines();
        Optional<Checkpoint> since =
                Optional.of(Verdicts.pinned(before).open(before.note().getBytes(UTF_8)));
        Paper rewritten = new Paper(300, key).draft(17, d -> d.outcome = "refused");
        Paper shorter = new Paper(199, key);

        assertThatThrownBy(() -> Verdicts.of(rewritten.stream(), rewritten, since))
                .hasMessageStartingWith("entry 199: up to here the log is not the one of the earlier checkpoint");
        assertThatThrownBy(() -> Verdicts.of(shorter.stream(), shorter, since))
                .hasMessageStartingWith("checkpoint: it is of a smaller log");
    }

    @Test
    void anotherKeyOrOriginOrRootIsRefused() {
        Paper paper = new Paper(20);
        String text = paper.text();
        Verdicts.lies(text, new Paper(20), "checkpoint: no known key has signed");

        TreeHead other = new TreeHead(20, Hash.ofLeaf(new byte[1]));
        String forged = new Checkpoint(Paper.ORIGIN, other).sign(paper.signer).message();
        Verdicts.lies(replaceNote(text, forged), paper, "checkpoint: the entries lead to another root");

        String elsewhere =
                new Checkpoint("cofactor/elsewhere/1", other).sign(paper.signer).message();
        Verdicts.lies(replaceNote(text, elsewhere), paper, "checkpoint: checkpoint is of another log");
        Verdicts.lies(
                text.replaceFirst(Paper.ORIGIN, "cofactor/elsewhere/1"), paper, "header: the export is of another log");
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItIsRead() {
        long limit = 1L << 40;
        Paper paper = new Paper(1);
        assertThatThrownBy(() -> Verdicts.of(ByteStreams.limit(new Endless(), limit), paper, Optional.empty()))
                .hasMessage("header: this line is longer than any may be");

        String text = paper.text();
        String huge = text.replace("\"row\":{", "\"row\":{\"a\":\"" + "a".repeat(10_000_000) + "\",");
        Verdicts.lies(huge, paper, "entry 0: this line is longer than any may be");
    }

    private static String replaceNote(String text, String note) {
        String last = text.lines().reduce((a, b) -> b).orElseThrow();
        return text.replace(last, "{\"checkpoint\":\"" + note.replace("\n", "\\n") + "\"}");
    }

    /** Letters for ever. */
    private static final class Endless extends java.io.InputStream {
        @Override
        public int read() {
            return 'a';
        }
    }
}
