// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import dev.cofactor.engine.otp.Enrolment.Remark;
import dev.cofactor.ground.plaintext.Plaintext;
import java.security.SecureRandom;
import java.util.Set;

/** What a seed has to be. It travels as a plaintext. */
public final class Seed {
    /** The block of the largest hash: a longer key is hashed first, so nothing is gained by it. */
    public static final int MAX_BYTES = 128;

    static final int WEAK_BELOW_BYTES = 10;

    private Seed() {}

    /** As long as the algorithm's hash, 160 bits at least. */
    public static Plaintext fresh(SecureRandom random, Algorithm algorithm) {
        byte[] bytes = new byte[algorithm.seedBytes()];
        random.nextBytes(bytes);
        return Plaintext.owning(bytes);
    }

    /**
     * What is to be said about a seed that is accepted.
     *
     * @throws OtpRefused if it is empty or too long
     */
    public static Set<Remark> judge(Plaintext seed) {
        int length = seed.reveal().length;
        if (length == 0) {
            throw OtpRefused.seedMissing();
        }
        if (length > MAX_BYTES) {
            throw OtpRefused.seedTooLong();
        }
        return length < WEAK_BELOW_BYTES ? Set.of(Remark.SHORT_SEED) : Set.of();
    }
}
