// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text with signatures. Whoever holds one knows that a trusted key signed the text: there is no way to the text of a note
 * but {@link #open}, and none to make one but {@link #sign}.
 */
public final class Note {
    /** More signature lines are refused unread, so that nobody is kept busy. Others must take 16. */
    static final int MAX_SIGNATURES = 100;

    private static final String DASH = "— ";
    private static final int ID_SIZE = Integer.BYTES;

    private final String text;
    private final List<Line> verified;
    private final List<Line> unknown;

    /** Which key a signature line claims; the claim counts for nothing until the signature was verified. */
    private record KeyId(String name, int id) {
        static KeyId of(NoteVerifier verifier) {
            return new KeyId(verifier.name(), verifier.keyId());
        }
    }

    private record Line(KeyId key, String base64) {
        static Line parse(String line) {
            int space = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || space < 0) {
                throw Unproven.malformed("note has a line that is no signature");
            }
            String base64 = line.substring(space + 1);
            byte[] bytes = Strict.base64(base64);
            if (bytes.length <= ID_SIZE) {
                throw Unproven.malformed("note has a signature that is too short");
            }
            String name = Strict.name(line.substring(DASH.length(), space));
            return new Line(new KeyId(name, ByteBuffer.wrap(bytes).getInt()), base64);
        }

        static Line sign(byte[] text, NoteSigner signer) {
            KeyId key = KeyId.of(signer.verifier());
            byte[] signature = signer.sign(text);
            byte[] bytes = ByteBuffer.allocate(ID_SIZE + signature.length)
                    .putInt(key.id())
                    .put(signature)
                    .array();
            return new Line(key, Base64.getEncoder().encodeToString(bytes));
        }

        byte[] signature() {
            byte[] bytes = Strict.base64(base64);
            return ByteBuffer.allocate(bytes.length - ID_SIZE)
                    .put(bytes, ID_SIZE, bytes.length - ID_SIZE)
                    .array();
        }
    }

    private Note(String text, List<Line> verified, List<Line> unknown) {
        this.text = text;
        this.verified = List.copyOf(verified);
        this.unknown = List.copyOf(unknown);
    }

    /**
     * Verifies the signatures of known keys and passes over the others.
     *
     * @throws Unproven if no known key signed, or if a known key's signature does not verify, whoever else signed
     */
    public static Note open(byte[] message, List<NoteVerifier> known) {
        String whole = Strict.text(message);
        int split = whole.lastIndexOf("\n\n");
        if (split < 0 || split + 2 == whole.length() || !whole.endsWith("\n")) {
            throw Unproven.malformed("note does not end with a blank line and signatures");
        }
        String text = whole.substring(0, split + 1);
        return verify(text, lines(whole.substring(split + 2)), byId(known));
    }

    private static Set<Line> lines(String block) {
        Set<Line> lines = new LinkedHashSet<>();
        int count = 0;
        for (String line : block.split("\n")) {
            if (++count > MAX_SIGNATURES) {
                throw Unproven.malformed("note has too many signatures");
            }
            lines.add(Line.parse(line));
        }
        return lines;
    }

    private static Map<KeyId, NoteVerifier> byId(List<NoteVerifier> known) {
        Map<KeyId, NoteVerifier> byId = new HashMap<>();
        for (NoteVerifier verifier : known) {
            NoteVerifier other = byId.put(KeyId.of(verifier), verifier);
            if (other != null && !other.equals(verifier)) {
                throw Unproven.because("two known keys have the same name and id");
            }
        }
        return byId;
    }

    private static Note verify(String text, Set<Line> lines, Map<KeyId, NoteVerifier> known) {
        byte[] signed = Strict.bytes(text);
        List<Line> verified = new ArrayList<>();
        List<Line> unknown = new ArrayList<>();
        for (Line line : lines) {
            NoteVerifier verifier = known.get(line.key());
            if (verifier == null) {
                unknown.add(line);
            } else if (verifier.verifies(signed, line.signature())) {
                verified.add(line);
            } else {
                throw Unproven.because("a known key's signature does not verify");
            }
        }
        if (verified.isEmpty()) {
            throw Unproven.because("no known key has signed");
        }
        return new Note(text, verified, unknown);
    }

    /** @param text ends with a newline */
    public static Note sign(String text, List<NoteSigner> signers) {
        if (!text.endsWith("\n") || text.length() > Strict.MAX_TEXT / 4) {
            throw Unproven.malformed("note text has no final newline, or is too long");
        }
        if (signers.isEmpty()) {
            throw Unproven.malformed("a note has a signature");
        }
        byte[] signed = Strict.bytes(text);
        return new Note(
                text, signers.stream().map(signer -> Line.sign(signed, signer)).toList(), List.of());
    }

    /** The same text with one more signature; one by the same key before it goes. */
    public Note signedAlsoBy(NoteSigner signer) {
        Line line = Line.sign(Strict.bytes(text), signer);
        List<Line> others = verified.stream()
                .filter(other -> !other.key().equals(line.key()))
                .toList();
        return new Note(text, Stream.concat(others.stream(), Stream.of(line)).toList(), unknown);
    }

    public String text() {
        return text;
    }

    /** Whether that key is among those that were known and had signed. */
    public boolean isSignedBy(NoteVerifier verifier) {
        return verified.stream().anyMatch(line -> line.key().equals(KeyId.of(verifier)));
    }

    /** How many different known keys have signed. */
    public int signatures() {
        return new HashSet<>(verified.stream().map(Line::key).toList()).size();
    }

    /** The note as it is served: with the signatures of unknown keys too. */
    public String message() {
        StringBuilder message = new StringBuilder(text).append('\n');
        Stream.concat(verified.stream(), unknown.stream())
                .forEach(line -> message.append(DASH)
                        .append(line.key().name())
                        .append(' ')
                        .append(line.base64())
                        .append('\n'));
        return message.toString();
    }

    public byte[] bytes() {
        return Strict.bytes(message());
    }
}
