// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.hashing;

import dev.cofactor.ground.plaintext.Plaintext;
import jakarta.inject.Singleton;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Keys of 32 bytes from passwords of other programs' files, as those programs derive them. Whoever calls has looked at the
 * cost: it comes from the file. They wait for the same turns as the hashes of what people type.
 */
@Singleton
public class Derivations {
    private static final int KEY_BYTES = 32;

    private final Hashing hashing;

    Derivations(Hashing hashing) {
        this.hashing = hashing;
    }

    public Plaintext scrypt(Plaintext password, byte[] salt, int cost, int blockSize, int parallel) {
        return hashing.inTurn(
                () -> Plaintext.owning(SCrypt.generate(password.reveal(), salt, cost, blockSize, parallel, KEY_BYTES)));
    }

    /** With HMAC-SHA256. */
    public Plaintext pbkdf2(Plaintext password, byte[] salt, int rounds) {
        return hashing.inTurn(() -> {
            PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
            generator.init(password.reveal(), salt, rounds);
            KeyParameter key = (KeyParameter) generator.generateDerivedMacParameters(KEY_BYTES * Byte.SIZE);
            return Plaintext.owning(key.getKey());
        });
    }

    public Plaintext argon2id(Plaintext password, byte[] salt, int memoryKib, int passes, int lanes) {
        Argon2Parameters cost = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        return hashing.inTurn(() -> {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(cost);
            byte[] key = new byte[KEY_BYTES];
            generator.generateBytes(password.reveal(), key);
            return Plaintext.owning(key);
        });
    }
}
