// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cofactor.engine.merkle.EntryBundle;
import dev.cofactor.engine.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/** What a leaf says: when, how many chains, and what it commits to. */
record Leaf(long time, int tags, Hash commitment) {
    static final int SALT_BYTES = 32;

    private static final byte[] DOMAIN = "cofactor/event/v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> MEMBERS = Set.of("chains", "commitment", "time", "v");

    static Leaf parse(byte[] bytes) {
        Untrue.unless(bytes.length <= EntryBundle.MAX_ENTRY, "its leaf is too long");
        Json json = Json.read(bytes).with(MEMBERS, Set.of());
        JsonNode tags = json.list("chains");
        for (JsonNode tag : tags) {
            Untrue.unless(Json.bytes(tag, "chains").length == Hash.SIZE, "a tag of its leaf has not 32 bytes");
        }
        byte[] commitment = json.bytes("commitment");
        Untrue.unless(commitment.length == Hash.SIZE, "the commitment of its leaf has not 32 bytes");
        Untrue.unless(json.number("v") == 1, "its leaf is of another version");
        Untrue.unless(json.number("time") >= 0, "its leaf is older than time");
        return new Leaf(json.number("time"), tags.size(), Hash.of(commitment));
    }

    void requireCommits(byte[] salt, byte[] body) {
        Untrue.unless(salt.length == SALT_BYTES, "its salt has not 32 bytes");
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(DOMAIN);
            sha256.update(salt);
            Untrue.unless(commitment.equals(Hash.of(sha256.digest(body))), "its leaf commits to another salt or body");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // unreachable: every Java has SHA-256
        }
    }
}
