// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What strangers may see of an event: version, time, a salted commitment to the body, and a tag for each chain it
 * belongs to, which tells nothing to whoever lacks the key. Erasing the body with its salt leaves the leaf, and so the
 * tree, as it was.
 */
public record Leaf(byte[] bytes) {
    /** The version of the leaf's format. */
    static final int FORMAT = 1;

    /** Of the salt: enough that nobody finds a short body by trying. */
    public static final int SALT_BYTES = 32;

    private static final byte[] DOMAIN = "cofactor/event/v1\0".getBytes(UTF_8);

    public static Leaf of(Instant time, byte[] salt, byte[] body, List<byte[]> chainTags) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new Leaf(CanonicalJson.write(Map.of(
                "v", FORMAT,
                "time", time.toEpochMilli(),
                "commitment", base64.encodeToString(commitment(salt, body)),
                "chains", chainTags.stream().map(base64::encodeToString).toList())));
    }

    public static byte[] commitment(byte[] salt, byte[] body) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes");
        }
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(DOMAIN);
            hash.update(salt);
            return hash.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
