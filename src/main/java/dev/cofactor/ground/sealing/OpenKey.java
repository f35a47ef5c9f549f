// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.aead.XAesGcmKey;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig2026;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A key ready for use: 32 bytes, from which a key to seal, a key to commit and a key to tag are derived, each by its own
 * label. The bytes themselves are not kept.
 *
 * <p>Sealed is: format (1), commitment (32), nonce (24), ciphertext with its tag (16 more than the content). XAES-256-GCM,
 * because its random nonces last for 2^80 messages where those of AES-GCM last for 2^32, less than a month of a busy log.
 * Neither of the two commits to its key, so the commitment does: it is compared first, and no one ciphertext opens under
 * two keys or in two contexts.
 */
final class OpenKey {
    static final int KEY_BYTES = 32;
    static final int OVERHEAD = 1 + 32 + 24 + 16;

    private static final byte FORMAT = 1;
    private static final int COMMITMENT_BYTES = 32;

    private static final HmacParameters HMAC_SHA256;

    static {
        try {
            HMAC_SHA256 = HmacParameters.builder()
                    .setKeySizeBytes(KEY_BYTES)
                    .setTagSizeBytes(COMMITMENT_BYTES)
                    .setHashType(HmacParameters.HashType.SHA256)
                    .setVariant(HmacParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Aead aead;
    private final Mac commitments;
    private final Mac tags;

    OpenKey(Plaintext key) {
        if (key.reveal().length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
        }
        try {
            aead = aead(derive(key, "cofactor/seal/v1"));
            commitments = hmac(derive(key, "cofactor/commit/v1"));
            tags = hmac(derive(key, "cofactor/tag/v1"));
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    byte[] seal(Context context, byte[] content) {
        byte[] bound = context.bytes();
        try {
            byte[] ciphertext = aead.encrypt(content, bound);
            return ByteBuffer.allocate(1 + COMMITMENT_BYTES + ciphertext.length)
                    .put(FORMAT)
                    .put(commitments.computeMac(bound))
                    .put(ciphertext)
                    .array();
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    /** @throws Unopenable when this is not what was sealed with this key in this context, to the last bit */
    byte[] open(Context context, byte[] sealed) {
        byte[] bound = context.bytes();
        if (sealed.length < OVERHEAD || sealed[0] != FORMAT || !isCommittedTo(bound, sealed)) {
            throw Unopenable.altered();
        }
        try {
            return aead.decrypt(Arrays.copyOfRange(sealed, 1 + COMMITMENT_BYTES, sealed.length), bound);
        } catch (GeneralSecurityException e) {
            throw Unopenable.altered();
        }
    }

    /** The same for the same context for ever, and of no use to whoever lacks the key. */
    byte[] tag(Context context) {
        return mac(context.bytes());
    }

    /** A tag of something that nobody must see: it is the last field of the context and is overwritten. */
    byte[] tag(Context context, Plaintext last) {
        try (Plaintext whole = context.and(last)) {
            return mac(whole.reveal());
        }
    }

    private byte[] mac(byte[] message) {
        try {
            return tags.computeMac(message);
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    @Override
    public String toString() {
        return "[redacted]";
    }

    private boolean isCommittedTo(byte[] bound, byte[] sealed) {
        byte[] found = Arrays.copyOfRange(sealed, 1, 1 + COMMITMENT_BYTES);
        try {
            return MessageDigest.isEqual(commitments.computeMac(bound), found);
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    private static SecretBytes derive(Plaintext key, String label) throws GeneralSecurityException {
        try (Plaintext derived = Plaintext.owning(
                Hkdf.computeHkdf("HmacSha256", key.reveal(), new byte[0], label.getBytes(US_ASCII), KEY_BYTES))) {
            return SecretBytes.copyFrom(derived.reveal(), InsecureSecretKeyAccess.get());
        }
    }

    @AccessesPartialKey
    private static Aead aead(SecretBytes key) throws GeneralSecurityException {
        var parameters = PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE_NO_PREFIX;
        return only(XAesGcmKey.create(parameters, key, null)).getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    @AccessesPartialKey
    private static Mac hmac(SecretBytes key) throws GeneralSecurityException {
        return only(HmacKey.builder()
                        .setParameters(HMAC_SHA256)
                        .setKeyBytes(key)
                        .build())
                .getPrimitive(MacConfig2026.get(), Mac.class);
    }

    private static KeysetHandle only(Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                .build();
    }

    private static IllegalStateException broken(GeneralSecurityException e) {
        return new IllegalStateException("this Java lacks an algorithm the keys need", e);
    }
}
