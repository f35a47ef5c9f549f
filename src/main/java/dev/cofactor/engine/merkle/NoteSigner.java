// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** A private Ed25519 key under a name. What may be signed is its owner's care: a log signs no two histories. */
public final class NoteSigner {
    // DER of a PrivateKeyInfo for Ed25519 (RFC 8410), up to the 32 bytes of the seed.
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final PrivateKey key;
    private final NoteVerifier verifier;

    private NoteSigner(PrivateKey key, NoteVerifier verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    public static NoteSigner generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] key = Arrays.copyOfRange(encoded, encoded.length - NoteVerifier.KEY_SIZE, encoded.length);
            return new NoteSigner(pair.getPrivate(), NoteVerifier.of(name, key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // unreachable: the JDK has Ed25519
        }
    }

    /** From what was kept of an earlier one; refuses a seed that belongs to another key. */
    public static NoteSigner restore(byte[] seed, NoteVerifier verifier) {
        NoteSigner signer = new NoteSigner(decode(seed), verifier);
        byte[] probe = "probe".getBytes(StandardCharsets.UTF_8);
        if (!verifier.verifies(probe, signer.sign(probe))) {
            throw Unproven.because("the private key belongs to another verifier key");
        }
        return signer;
    }

    private static PrivateKey decode(byte[] seed) {
        if (seed.length != NoteVerifier.KEY_SIZE) {
            throw Unproven.malformed("a private key has 32 bytes");
        }
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // unreachable: any 32 bytes are a seed
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    /** The private key itself, to be sealed and kept: 32 bytes of RFC 8032. */
    public byte[] seed() {
        return ((EdECPrivateKey) key).getBytes().orElseThrow();
    }

    byte[] sign(byte[] text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(text);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // unreachable: the JDK has Ed25519, and the key is of that kind
        }
    }

    /** The name only. */
    @Override
    public String toString() {
        return verifier.name();
    }
}
