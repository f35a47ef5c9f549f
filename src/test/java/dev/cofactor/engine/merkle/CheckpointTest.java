// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckpointTest {
    private static final String ORIGIN = "log.example/cofactor";
    private static final NoteSigner LOG = NoteSigner.generate(ORIGIN);
    private static final TreeHead HEAD =
            StoredTree.of(NaiveTree.entries(5)).frontier().head();

    @ParameterizedTest
    @MethodSource("texts")
    void theTextsHaveTheirVerdicts(Vectors.Vector vector) {
        String text = new String(vector.bytes("text"), StandardCharsets.UTF_8);
        if (vector.isFine()) {
            Checkpoint checkpoint = Checkpoint.parse(text);
            assertThat(checkpoint.origin()).isEqualTo(vector.get("origin"));
            assertThat(checkpoint.head().size()).isEqualTo(Long.parseLong(vector.get("size")));
            assertThat(checkpoint.head().root()).hasToString(vector.get("root"));
            assertThat(checkpoint.text()).isEqualTo(text);
        } else {
            Unproven refusal = catchThrowableOfType(Unproven.class, () -> Checkpoint.parse(text));
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(vector.get("expect"));
        }
    }

    static List<Vectors.Vector> texts() {
        return Vectors.read("merkle-checkpoints.txt");
    }

    @Test
    void whatTheLogSignedCanBeOpened() {
        Checkpoint checkpoint = new Checkpoint(ORIGIN, HEAD);

        assertThat(open(checkpoint.sign(LOG), ORIGIN, LOG)).isEqualTo(checkpoint);
    }

    @Test
    void theLogIsTheOneThatWasExpectedNotTheOneThatAnswers() {
        NoteSigner other = NoteSigner.generate("log.example/other");
        NoteSigner impostor = NoteSigner.generate(ORIGIN);
        Checkpoint ours = new Checkpoint(ORIGIN, HEAD);
        Checkpoint theirs = new Checkpoint("log.example/other", HEAD);

        assertRefused(() -> open(theirs.sign(other), ORIGIN, LOG));
        assertRefused(() -> open(theirs.sign(LOG), ORIGIN, LOG));
        assertRefused(() -> open(ours.sign(other), ORIGIN, LOG));
        assertRefused(() -> open(ours.sign(impostor), ORIGIN, LOG));
    }

    @Test
    void aLogMayChangeItsKey() {
        NoteSigner next = NoteSigner.generate(ORIGIN);
        Checkpoint checkpoint = new Checkpoint(ORIGIN, HEAD);
        List<NoteVerifier> both = List.of(LOG.verifier(), next.verifier());

        assertThat(Checkpoint.open(checkpoint.sign(LOG).bytes(), ORIGIN, both)).isEqualTo(checkpoint);
        assertThat(Checkpoint.open(checkpoint.sign(next).bytes(), ORIGIN, both)).isEqualTo(checkpoint);
        assertThat(open(checkpoint.sign(LOG, next), ORIGIN, next)).isEqualTo(checkpoint);
    }

    @Test
    void aSignedTextThatIsNoCheckpointIsRefused() {
        assertRefused(() -> open(Note.sign("hello\n", List.of(LOG)), ORIGIN, LOG));
    }

    @Test
    void aLineIsOneLine() {
        assertRefused(() -> new Checkpoint("", HEAD));
        assertRefused(() -> new Checkpoint("a\nb", HEAD));
        assertRefused(() -> new Checkpoint("a\tb", HEAD));
        assertRefused(() -> new Checkpoint(ORIGIN, HEAD, List.of("")));
        assertRefused(() -> new Checkpoint(ORIGIN, HEAD, List.of("a\n\nb")));
    }

    private static Checkpoint open(Note note, String origin, NoteSigner known) {
        return Checkpoint.open(note.bytes(), origin, List.of(known.verifier()));
    }

    private static void assertRefused(Runnable opening) {
        assertThatThrownBy(opening::run).isInstanceOf(Unproven.class);
    }
}
