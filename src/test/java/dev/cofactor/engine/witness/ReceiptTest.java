// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.merkle.NoteSigner;
import dev.cofactor.fixtures.Paper;
import dev.cofactor.fixtures.PaperReceipt;
import dev.cofactor.ground.problem.Problem;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt says what the log says, or it is refused. */
class ReceiptTest {
    private final Paper paper = new Paper(300);
    private final PaperReceipt receipt = PaperReceipt.of(paper, 17);

    private Receipt.Proved verify(String text) {
        return Receipt.verify(text.getBytes(UTF_8), Verdicts.pinned(paper));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 298, 299})
    void aTrueReceiptIsProvedHereAndByAStranger(int index) throws Exception {
        PaperReceipt one = PaperReceipt.of(new Paper(300, paper.signer), index);
        Receipt.Proved proved = verify(one.text());
        assertThat(proved.index()).isEqualTo(index);
        assertThat(proved.time()).isEqualTo(Paper.NEW_YEAR + index * 1000L);
        assertThat(new String(proved.body().orElseThrow(), UTF_8)).contains(Paper.id("event", index));

        byte[] root = proved.checkpoint().head().root().bytes();
        InclusionProofVerifier.verify(one.leafHash(), index, 300, one.path(), root);
    }

    @Test
    void withoutItsBodyItStillProvesTheLeaf() {
        assertThat(verify(receipt.erased().text()).body()).isEmpty();
    }

    @Test
    void noCharacterOfItCanBeChanged() {
        String text = receipt.text();
        for (int at = 0; at < text.length(); at++) {
            char other = text.charAt(at) == 'B' ? 'C' : 'B';
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThatThrownBy(() -> verify(changed)).as("at %s", at).isInstanceOf(Problem.class);
        }
    }

    @Test
    void anotherKeyOrOriginOrPlaceIsRefused() {
        byte[] text = receipt.text().getBytes(UTF_8);
        Pinned stranger = new Pinned(
                Paper.ORIGIN, List.of(NoteSigner.generate(Paper.ORIGIN).verifier()));
        Pinned elsewhere = new Pinned("cofactor/elsewhere/1", List.of(paper.signer.verifier()));
        assertThatThrownBy(() -> Receipt.verify(text, stranger)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Receipt.verify(text, elsewhere)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> verify(receipt.text().replace("\nindex 17\n", "\nindex 16\n")))
                .isInstanceOf(Problem.class);
    }

    /** A body that names another place was never written by an honest log, whoever signed it. */
    @Test
    void aBodyOfAnotherPlaceIsRefused() {
        Paper lying = new Paper(300, paper.signer).draft(17, d -> d.index = 16);
        assertThatThrownBy(() -> verify(PaperReceipt.of(lying, 17).text()))
                .hasMessage("the column index is not what the body says");
    }
}
