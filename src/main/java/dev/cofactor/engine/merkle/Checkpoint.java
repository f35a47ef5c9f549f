// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log signs: whose tree, how large, which root.
 *
 * @param extensions further lines; no monitor can check what they say
 */
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {
    public Checkpoint {
        requireLine(origin);
        extensions.forEach(Checkpoint::requireLine);
        extensions = List.copyOf(extensions);
    }

    public Checkpoint(String origin, TreeHead head) {
        this(origin, head, List.of());
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.contains("\n")) {
            throw Unproven.malformed("checkpoint has an empty or a broken line");
        }
        Strict.bytes(line);
    }

    /**
     * Opens a signed checkpoint.
     *
     * @param origin the log that is expected: what the text says of itself is only compared with it
     * @param keys the keys of that log, several while they change; one must have signed
     */
    public static Checkpoint open(byte[] message, String origin, List<NoteVerifier> keys) {
        Checkpoint checkpoint = parse(Note.open(message, keys).text());
        if (!checkpoint.origin.equals(origin)) {
            throw Unproven.because("checkpoint is of another log");
        }
        return checkpoint;
    }

    /** Reads the text of an opened note. */
    public static Checkpoint parse(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.size() < 4 || !lines.removeLast().isEmpty()) {
            throw Unproven.malformed("checkpoint does not have three whole lines");
        }
        TreeHead head = new TreeHead(Strict.decimal(lines.get(1)), Hash.fromBase64(lines.get(2)));
        return new Checkpoint(lines.get(0), head, lines.subList(3, lines.size()));
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(head.size()).append('\n');
        text.append(head.root().base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    public Note sign(NoteSigner... signers) {
        return Note.sign(text(), List.of(signers));
    }
}
