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
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    // The key of 32 zero bytes, as the examples of the Go note package have it.
    private static final NoteVerifier ENOCH_KEY =
            NoteVerifier.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");
    private static final NoteSigner ENOCH = NoteSigner.restore(new byte[32], ENOCH_KEY);

    @ParameterizedTest
    @MethodSource("notes")
    void theNotesHaveTheirVerdicts(Vectors.Vector vector) {
        List<NoteVerifier> known =
                vector.all("key").stream().map(NoteVerifier::parse).toList();
        byte[] message = vector.bytes("note");
        if (vector.isFine()) {
            Note note = Note.open(message, known);
            assertThat(new String(message, StandardCharsets.UTF_8)).startsWith(note.text() + "\n— ");
            assertThat(note.signatures()).isEqualTo(known.size());
            assertThat(known).allMatch(note::isSignedBy);
            assertThat(Note.open(note.bytes(), known).text()).isEqualTo(note.text());
        } else {
            Unproven refusal = catchThrowableOfType(Unproven.class, () -> Note.open(message, known));
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(vector.get("expect"));
        }
    }

    static List<Vectors.Vector> notes() {
        return Vectors.read("merkle-notes.txt");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theVerifierKeysHaveTheirVerdicts(Vectors.Vector vector) {
        String text = vector.get("key");
        if (vector.isFine()) {
            assertThat(NoteVerifier.parse(text)).hasToString(text).isEqualTo(NoteVerifier.parse(text));
        } else {
            assertThatThrownBy(() -> NoteVerifier.parse(text)).isInstanceOf(Unproven.class);
        }
    }

    static List<Vectors.Vector> keys() {
        return Vectors.read("merkle-keys.txt");
    }

    @Test
    void noPartOfAVerifierKeyIsOneAndNoneWithACharacterChanged() {
        String key = ENOCH_KEY.text();
        for (int from = 0; from < key.length(); from++) {
            for (int to = from; to < key.length(); to++) {
                String part = key.substring(from, from == 0 ? to : to + 1);
                assertThatThrownBy(() -> NoteVerifier.parse(part)).isInstanceOf(Unproven.class);
            }
            String changed = key.substring(0, from) + (char) (key.charAt(from) + 1) + key.substring(from + 1);
            assertThatThrownBy(() -> NoteVerifier.parse(changed)).isInstanceOf(Unproven.class);
        }
    }

    @Test
    void signingGivesThePublishedBytes() {
        Vectors.Vector published = notes().stream()
                .filter(vector -> vector.get("what").equals("both known"))
                .findFirst()
                .orElseThrow();
        String message = published.get("note");
        NoteVerifier peter = NoteVerifier.parse(published.get("key"));
        String onlyPeter = message.substring(0, message.indexOf("— EnochRoot"));

        Note note = Note.open(onlyPeter.getBytes(StandardCharsets.UTF_8), List.of(peter));

        assertThat(note.signedAlsoBy(ENOCH).message()).isEqualTo(message);
        assertThat(note.signedAlsoBy(ENOCH).signedAlsoBy(ENOCH).message()).isEqualTo(message);
    }

    @Test
    void aGeneratedKeySignsAndComesBackFromItsSeed() {
        NoteSigner signer = NoteSigner.generate("log.example/a");
        NoteSigner again = NoteSigner.restore(
                signer.seed(), NoteVerifier.parse(signer.verifier().text()));
        Note note = Note.sign("one\n\ntwo\n", List.of(signer));

        assertThat(Note.sign("one\n\ntwo\n", List.of(again)).message()).isEqualTo(note.message());
        assertThat(Note.open(note.bytes(), List.of(signer.verifier())).text()).isEqualTo("one\n\ntwo\n");
        assertThat(signer).hasToString("log.example/a");
    }

    @Test
    void aSeedIsNotTakenForAnotherKey() {
        byte[] seed = NoteSigner.generate("log.example/a").seed();

        assertThatThrownBy(() -> NoteSigner.restore(seed, ENOCH_KEY)).isInstanceOf(Unproven.class);
        assertThatThrownBy(() -> NoteSigner.restore(new byte[31], ENOCH_KEY)).isInstanceOf(Unproven.class);
    }

    @Test
    void theSameKeyTwiceIsOneKey() {
        Note note = Note.sign("text\n", List.of(ENOCH));

        assertThat(Note.open(note.bytes(), List.of(ENOCH_KEY, ENOCH_KEY)).signatures())
                .isEqualTo(1);
    }

    @Test
    void signaturesOfUnknownKeysArePassedOn() {
        NoteSigner witness = NoteSigner.generate("witness.example/w1");
        Note note = Note.sign("text\n", List.of(ENOCH, witness));
        Note opened = Note.open(note.bytes(), List.of(ENOCH_KEY));

        assertThat(opened.message()).isEqualTo(note.message());
        assertThat(opened.isSignedBy(witness.verifier())).isFalse();
        assertThat(note.isSignedBy(witness.verifier())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no newline", "carriage return\r\n", "a zero \0\n", "half a character \ud83d\n"})
    void onlyWhatCanBeReadAgainIsSigned(String text) {
        assertThatThrownBy(() -> Note.sign(text, List.of(ENOCH))).isInstanceOf(Unproven.class);
    }

    @Test
    void aNoteHasASignature() {
        assertThatThrownBy(() -> Note.sign("text\n", List.of())).isInstanceOf(Unproven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\nb", "a\u2003b", "a\u0085b", "\ud83d"})
    void aKeyNameStandsBetweenSpacesAndBeforeAPlus(String name) {
        assertThatThrownBy(() -> NoteSigner.generate(name)).isInstanceOf(Unproven.class);
    }

    @Test
    void aTextTooLongIsRefusedUnread() {
        assertThatThrownBy(() -> Note.open(new byte[1_000_001], List.of(ENOCH_KEY)))
                .isInstanceOf(Unproven.class)
                .hasMessage("text is too long");
        assertThatThrownBy(() -> Note.sign("x".repeat(1_000_000) + "\n", List.of(ENOCH)))
                .isInstanceOf(Unproven.class);
    }

    /** Every bit of the message, text and signature and what stands between. */
    @Test
    void noChangedNoteOpens() {
        byte[] message = Note.sign("size 7\nroot\n", List.of(ENOCH)).bytes();
        for (int bit = 0; bit < message.length * 8; bit++) {
            byte[] changed = message.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> Note.open(changed, List.of(ENOCH_KEY))).isInstanceOf(Unproven.class);
        }
        for (int at = 0; at < message.length; at++) {
            String whole = new String(message, StandardCharsets.ISO_8859_1);
            String shorter = whole.substring(0, at) + whole.substring(at + 1);
            String longer = whole.substring(0, at) + whole.charAt(at) + whole.substring(at);
            assertThatThrownBy(() -> Note.open(latin1(shorter), List.of(ENOCH_KEY)))
                    .isInstanceOf(Unproven.class);
            assertThatThrownBy(() -> Note.open(latin1(longer), List.of(ENOCH_KEY)))
                    .isInstanceOf(Unproven.class);
        }
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
