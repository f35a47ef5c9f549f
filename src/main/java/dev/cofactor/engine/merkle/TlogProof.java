// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A receipt: that an entry stands at an index of a log, checkable without the log. Nothing it says counts before
 * {@link #verify}; what it carries as extra never does by itself.
 */
public final class TlogProof {
    private static final String VERSION = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** A tree has fewer than 2^63 leaves. */
    private static final int MAX_HASHES = 63;

    private final @Nullable String extra;
    private final long index;
    private final List<Hash> hashes;
    private final String checkpoint;

    private TlogProof(@Nullable String extra, long index, List<Hash> hashes, String checkpoint) {
        this.extra = extra;
        this.index = index;
        this.hashes = List.copyOf(hashes);
        this.checkpoint = checkpoint;
    }

    /** @param checkpoint of the tree that the hashes lead to */
    public static TlogProof of(long index, List<Hash> hashes, Note checkpoint) {
        return new TlogProof(null, index, hashes, checkpoint.message());
    }

    /** @param checkpoint the note's message, passed on unread: whoever verifies the receipt verifies it */
    public static TlogProof of(long index, List<Hash> hashes, String checkpoint) {
        return new TlogProof(null, index, hashes, checkpoint);
    }

    /** With what the reader needs to compute the leaf; none of it is signed. */
    public TlogProof withExtra(byte[] bytes) {
        if (bytes.length == 0) {
            throw Unproven.malformed("nothing is no extra");
        }
        return new TlogProof(Base64.getEncoder().encodeToString(bytes), index, hashes, checkpoint);
    }

    public static TlogProof parse(byte[] bytes) {
        String whole = Strict.text(bytes);
        int split = whole.indexOf("\n\n");
        if (split < 0) {
            throw Unproven.malformed("receipt has no checkpoint");
        }
        List<String> lines = new ArrayList<>(List.of(whole.substring(0, split).split("\n", -1)));
        if (!lines.removeFirst().equals(VERSION)) {
            throw Unproven.malformed("receipt is of another kind or version");
        }
        String extra = extra(lines);
        long index = index(lines);
        if (lines.size() > MAX_HASHES) {
            throw Unproven.malformed("receipt has too many hashes");
        }
        return new TlogProof(extra, index, lines.stream().map(Hash::fromBase64).toList(), whole.substring(split + 2));
    }

    private static @Nullable String extra(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(EXTRA)) {
            return null;
        }
        String extra = lines.removeFirst().substring(EXTRA.length());
        if (Strict.base64(extra).length == 0) {
            throw Unproven.malformed("receipt has an empty extra");
        }
        return extra;
    }

    private static long index(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) {
            throw Unproven.malformed("receipt has no index");
        }
        return Strict.decimal(lines.removeFirst().substring(INDEX.length()));
    }

    public String text() {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        extra().ifPresent(bytes -> text.append(EXTRA).append(extra).append('\n'));
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    public long index() {
        return index;
    }

    public Optional<byte[]> extra() {
        return Optional.ofNullable(extra).map(Strict::base64);
    }

    /**
     * Refuses unless the leaf is at {@link #index} of that log, by a checkpoint that one of the log's keys signed.
     *
     * @return that checkpoint
     */
    public Checkpoint verify(Hash leaf, String origin, List<NoteVerifier> keys) {
        Checkpoint signed = Checkpoint.open(Strict.bytes(checkpoint), origin, keys);
        Proofs.verifyInclusion(leaf, index, hashes, signed.head());
        return signed;
    }
}
