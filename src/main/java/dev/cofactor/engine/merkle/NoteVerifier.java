// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A public key under a name: the one thing a stranger needs beforehand. Ed25519 only. */
public final class NoteVerifier {
    static final int KEY_SIZE = 32;

    private static final byte ED25519 = 1;

    // DER of a SubjectPublicKeyInfo for Ed25519 (RFC 8410), up to the 32 bytes of the key.
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] typed;
    private final PublicKey key;

    private NoteVerifier(String name, byte[] typed) {
        this.name = Strict.name(name);
        this.typed = typed;
        this.key = decode(typed);
    }

    /** @param key the 32 bytes of RFC 8032 */
    public static NoteVerifier of(String name, byte[] key) {
        return new NoteVerifier(
                name, ByteBuffer.allocate(1 + key.length).put(ED25519).put(key).array());
    }

    /** Reads {@code name+key id+base64}. */
    public static NoteVerifier parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw Unproven.malformed("verifier key does not have three parts");
        }
        NoteVerifier verifier = new NoteVerifier(parts[0], Strict.base64(parts[2]));
        if (!verifier.hexId().equals(parts[1])) {
            throw Unproven.malformed("verifier key has another key id");
        }
        return verifier;
    }

    private static PublicKey decode(byte[] typed) {
        if (typed.length != 1 + KEY_SIZE || typed[0] != ED25519) {
            throw Unproven.malformed("verifier key is not an Ed25519 key");
        }
        byte[] encoded = Arrays.copyOf(SPKI, SPKI.length + KEY_SIZE);
        System.arraycopy(typed, 1, encoded, SPKI.length, KEY_SIZE);
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            // Only a first use decodes the point: find out now.
            Signature.getInstance("Ed25519").initVerify(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw Unproven.malformed("verifier key is not an Ed25519 key");
        }
    }

    public String name() {
        return name;
    }

    /** Four bytes that tell a name's keys apart; no proof of anything. */
    public int keyId() {
        MessageDigest sha256 = Hash.sha256();
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(sha256.digest(typed)).getInt();
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(keyId());
    }

    public String text() {
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (SignatureException e) {
            return false; // not even the form of a signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // unreachable: the key was decoded before
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifier that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
