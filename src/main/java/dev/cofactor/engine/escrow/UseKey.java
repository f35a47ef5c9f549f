// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.escrow;

import dev.cofactor.ground.plaintext.Plaintext;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The Ed25519 key of one bundle's uses. Its private half lies sealed in the bundle and nowhere else, so a use that it signed was
 * written by so many holders together; the server keeps the public half.
 */
public final class UseKey {
    public static final int BYTES = 32;

    // DER of a SubjectPublicKeyInfo for Ed25519 (RFC 8410), up to the 32 bytes of the key.
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private UseKey() {}

    /** @param signs the 32 bytes of RFC 8032 */
    public record Pair(Plaintext signs, byte[] verifies) implements AutoCloseable {
        @Override
        public void close() {
            signs.close();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    public static Pair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] signs = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new Pair(
                    Plaintext.owning(signs), Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // unreachable: the JDK has Ed25519
        }
    }

    static byte[] sign(Plaintext signs, byte[] text) {
        try {
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, signs.reveal()));
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(text);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw EscrowRefused.altered("the key that signs uses");
        }
    }

    static boolean verifies(byte[] verifies, byte[] text, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(X509, X509.length + BYTES);
            System.arraycopy(verifies, 0, encoded, X509.length, BYTES);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException | IndexOutOfBoundsException e) {
            return false; // what is no key or no signature verifies nothing
        }
    }
}
