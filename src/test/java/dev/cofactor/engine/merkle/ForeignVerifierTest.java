// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** sigstore-java, which shares no line with this room, reads what we write. */
class ForeignVerifierTest {
    private static final String ORIGIN = "log.example/cofactor";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 130, 255, 256, 257, 65_535, 65_536, 65_537})
    void itAcceptsOurProofsAndNoChangedOnes(int size) throws Exception {
        StoredTree tree = StoredTree.of(NaiveTree.entries(size));
        NodeReader nodes = tree.nodes(size);
        byte[] root = tree.frontier().root().bytes();
        for (int index = 0; index < size; index += 1 + size / 40) {
            List<byte[]> proof = Proofs.inclusion(index, size, nodes).stream()
                    .map(Hash::bytes)
                    .toList();
            byte[] leaf = tree.leaf(index).bytes();
            InclusionProofVerifier.verify(leaf, index, size, proof, root);

            leaf[0] ^= 1;
            long at = index;
            assertThatThrownBy(() -> InclusionProofVerifier.verify(leaf, at, size, proof, root))
                    .isInstanceOf(InclusionProofVerificationException.class);
        }
    }

    @Test
    void itReadsOurCheckpoint() throws Exception {
        TreeHead head = StoredTree.of(NaiveTree.entries(1000)).frontier().head();
        NoteSigner log = NoteSigner.generate(ORIGIN);
        NoteSigner witness = NoteSigner.generate("witness.example/w1");
        Note note = new Checkpoint(ORIGIN, head).sign(log, witness);

        RekorEntry.Checkpoint read = Checkpoints.from(note.message());

        assertThat(read.getOrigin()).isEqualTo(ORIGIN);
        assertThat(read.getSize()).isEqualTo(1000);
        assertThat(read.getBase64Hash()).isEqualTo(head.root().base64());
        assertThat(read.getSignedData()).isEqualTo(note.text());
        assertThat(read.getSignatures()).hasSize(2);
        RekorEntry.CheckpointSignature first = read.getSignatures().getFirst();
        assertThat(first.getIdentity()).isEqualTo(ORIGIN);
        assertThat(ByteBuffer.wrap(first.getKeyHint()).getInt())
                .isEqualTo(log.verifier().keyId());
        assertThat(log.verifier().verifies(Strict.bytes(read.getSignedData()), first.getSignature()))
                .isTrue();
    }
}
