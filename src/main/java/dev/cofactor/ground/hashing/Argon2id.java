// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.hashing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Password hashes in the usual text form ("$argon2id$v=19$m=…"), which carries its own cost: raising it voids nothing. */
record Argon2id(int memoryKib, int passes, int lanes, byte[] salt, byte[] tag) {
    /** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
    static final int MEMORY_KIB = 19_456;

    static final int PASSES = 2;
    static final int LANES = 1;
    static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;

    static Argon2id of(String password, byte[] salt) {
        return new Argon2id(MEMORY_KIB, PASSES, LANES, salt, compute(password, MEMORY_KIB, PASSES, LANES, salt));
    }

    /** A hash that no password has, at the cost of a real one. */
    static Argon2id nobodys() {
        return new Argon2id(MEMORY_KIB, PASSES, LANES, new byte[SALT_BYTES], new byte[TAG_BYTES]);
    }

    /** How to hash, without what comes of it: the beginning of the text form. */
    static String recipe(byte[] salt) {
        return beginning(MEMORY_KIB, PASSES, LANES, salt);
    }

    static byte[] by(String recipe, String text) {
        Argon2id read = parse(recipe + "$");
        return compute(text, read.memoryKib, read.passes, read.lanes, read.salt);
    }

    static Argon2id parse(String text) {
        String[] parts = text.split("\\$", -1);
        String[] cost = parts[3].split(",", -1);
        return new Argon2id(
                number(cost[0]),
                number(cost[1]),
                number(cost[2]),
                Base64.getDecoder().decode(parts[4]),
                Base64.getDecoder().decode(parts[5]));
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(tag, compute(password, memoryKib, passes, lanes, salt));
    }

    @Override
    public String toString() {
        return beginning(memoryKib, passes, lanes, salt) + "$"
                + Base64.getEncoder().withoutPadding().encodeToString(tag);
    }

    private static String beginning(int memoryKib, int passes, int lanes, byte[] salt) {
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=" + lanes + "$"
                + Base64.getEncoder().withoutPadding().encodeToString(salt);
    }

    private static int number(String assignment) {
        return Integer.parseInt(assignment.substring(2));
    }

    private static byte[] compute(String password, int memoryKib, int passes, int lanes, byte[] salt) {
        // One spelling for what looks the same, whichever keyboard typed it (NIST 800-63B, 3.1.1.2).
        byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] tag = new byte[TAG_BYTES];
        generator.generateBytes(bytes, tag);
        Arrays.fill(bytes, (byte) 0);
        return tag;
    }
}
