// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.NoteVerifier;
import dev.cofactor.engine.merkle.TlogProof;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies a receipt with nothing but the log's origin and key, known beforehand. Needs no server and no framework. */
public final class Receipt {
    static final int SALT_BYTES = 32;

    private static final byte[] DOMAIN = "cofactor/event/v1\0".getBytes(US_ASCII);
    private static final String BASE64 = "\"([A-Za-z0-9+/]*={0,2})\"";

    private static final Pattern EXTRA =
            Pattern.compile("\\{(?:\"body\":" + BASE64 + ",)?\"leaf\":" + BASE64 + "(?:,\"salt\":" + BASE64 + ")?\\}");

    /** The one spelling of a leaf (RFC 8785). */
    private static final Pattern LEAF = Pattern.compile(
            "\\{\"chains\":\\[[A-Za-z0-9+/=\",]*\\],\"commitment\":" + BASE64 + ",\"time\":[0-9]{1,16},\"v\":1\\}");

    private Receipt() {}

    /** What the leaf commits to. */
    public record Opened(byte[] salt, byte[] body) {}

    /** What a receipt carries besides the proof: JSON in one spelling, its values in base64. */
    record Extra(byte[] leaf, Optional<Opened> opened) {
        byte[] bytes() {
            Base64.Encoder base64 = Base64.getEncoder();
            StringBuilder json = new StringBuilder("{");
            opened.ifPresent(o -> json.append("\"body\":\"")
                    .append(base64.encodeToString(o.body()))
                    .append("\","));
            json.append("\"leaf\":\"").append(base64.encodeToString(leaf)).append('"');
            opened.ifPresent(o -> json.append(",\"salt\":\"")
                    .append(base64.encodeToString(o.salt()))
                    .append('"'));
            return json.append('}').toString().getBytes(US_ASCII);
        }

        static Extra parse(byte[] bytes) {
            Matcher json = EXTRA.matcher(new String(bytes, ISO_8859_1));
            if (!json.matches() || (json.group(1) == null) != (json.group(3) == null)) {
                throw new Refused("receipt carries no leaf, or half of what it commits to");
            }
            Base64.Decoder base64 = Base64.getDecoder();
            return new Extra(
                    base64.decode(json.group(2)),
                    Optional.ofNullable(json.group(3))
                            .map(salt -> new Opened(base64.decode(salt), base64.decode(json.group(1)))));
        }
    }

    /**
     * What is proved.
     *
     * @param body absent once it was erased
     */
    public record Proved(long index, Checkpoint checkpoint, byte[] leaf, Optional<byte[]> body) {}

    /** @throws dev.cofactor.ground.problem.Problem if anything about it does not hold */
    public static Proved verify(byte[] receipt, String origin, List<NoteVerifier> keys) {
        TlogProof proof = TlogProof.parse(receipt);
        Extra extra;
        try {
            extra = Extra.parse(proof.extra().orElseThrow(() -> new Refused("receipt carries no leaf")));
        } catch (IllegalArgumentException e) {
            throw new Refused("receipt carries something that is not base64");
        }
        Checkpoint checkpoint = proof.verify(Hash.ofLeaf(extra.leaf()), origin, keys);
        extra.opened().ifPresent(opened -> requireCommitted(extra.leaf(), opened));
        return new Proved(
                proof.index(), checkpoint, extra.leaf(), extra.opened().map(Opened::body));
    }

    private static void requireCommitted(byte[] leaf, Opened opened) {
        Matcher json = LEAF.matcher(new String(leaf, ISO_8859_1));
        String commitment = Base64.getEncoder().encodeToString(commitment(opened));
        if (opened.salt().length != SALT_BYTES || !json.matches() || !commitment.equals(json.group(1))) {
            throw new Refused("the leaf commits to something else");
        }
    }

    private static byte[] commitment(Opened opened) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(DOMAIN);
            sha256.update(opened.salt());
            return sha256.digest(opened.body());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // unreachable: every Java has SHA-256
        }
    }
}
