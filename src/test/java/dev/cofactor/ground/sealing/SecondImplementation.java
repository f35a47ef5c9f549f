// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The formats once more, written from src/docs/formats/envelope.md with what the JDK brings and nothing of the room's: where
 * the two disagree, one of them or the page is wrong.
 */
final class SecondImplementation {
    private SecondImplementation() {}

    static byte[] context(String word, Object... fields) {
        var bytes = new ByteArrayOutputStream();
        field(bytes, word.getBytes(US_ASCII));
        for (Object field : fields) {
            field(bytes, bytesOf(field));
        }
        return bytes.toByteArray();
    }

    static byte[] tag(byte[] key, byte[] context) throws GeneralSecurityException {
        return hmac(derived(key, "cofactor/tag/v1"), context);
    }

    static byte[] fingerprint(byte[] root) throws GeneralSecurityException {
        return Arrays.copyOf(tag(root, context("cofactor/root/v1")), 16);
    }

    static byte[] seal(byte[] key, byte[] context, byte[] nonce, byte[] content) throws GeneralSecurityException {
        byte[] commitment = hmac(derived(key, "cofactor/commit/v1"), context);
        byte[] ciphertext = xaes(Cipher.ENCRYPT_MODE, derived(key, "cofactor/seal/v1"), nonce, context, content);
        return ByteBuffer.allocate(1 + 32 + 24 + ciphertext.length)
                .put((byte) 1)
                .put(commitment)
                .put(nonce)
                .put(ciphertext)
                .array();
    }

    static byte[] open(byte[] key, byte[] context, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < 1 + 32 + 24 + 16 || sealed[0] != 1) {
            throw new GeneralSecurityException("format");
        }
        byte[] commitment = hmac(derived(key, "cofactor/commit/v1"), context);
        if (!Arrays.equals(commitment, Arrays.copyOfRange(sealed, 1, 33))) {
            throw new GeneralSecurityException("commitment");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 33, 57);
        byte[] ciphertext = Arrays.copyOfRange(sealed, 57, sealed.length);
        return xaes(Cipher.DECRYPT_MODE, derived(key, "cofactor/seal/v1"), nonce, context, ciphertext);
    }

    /** C2SP XAES-256-GCM: a key per message out of the first half of the nonce, by AES-CMAC, and AES-256-GCM with the second. */
    static byte[] xaes(int mode, byte[] key, byte[] nonce, byte[] associated, byte[] input)
            throws GeneralSecurityException {
        var block = Cipher.getInstance("AES/ECB/NoPadding");
        block.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        byte[] k1 = doubled(block.doFinal(new byte[16]));
        byte[] derived = new byte[32];
        for (int i = 0; i < 2; i++) {
            byte[] message = ByteBuffer.allocate(16)
                    .put(new byte[] {0, (byte) (i + 1), 'X', 0})
                    .put(nonce, 0, 12)
                    .array();
            for (int j = 0; j < 16; j++) {
                message[j] ^= k1[j];
            }
            block.doFinal(message, 0, 16, derived, 16 * i);
        }
        var gcm = Cipher.getInstance("AES/GCM/NoPadding");
        gcm.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(128, nonce, 12, 12));
        gcm.updateAAD(associated);
        return gcm.doFinal(input);
    }

    private static byte[] doubled(byte[] block) {
        byte[] twice = new byte[16];
        for (int i = 0; i < 16; i++) {
            int next = i < 15 ? (block[i + 1] & 0x80) >>> 7 : 0;
            twice[i] = (byte) (block[i] << 1 | next);
        }
        if ((block[0] & 0x80) != 0) {
            twice[15] ^= (byte) 0x87;
        }
        return twice;
    }

    /** HKDF-SHA256 without a salt, to 32 bytes: extract, then the first block of expand. */
    private static byte[] derived(byte[] key, String label) throws GeneralSecurityException {
        byte[] extracted = hmac(new byte[32], key);
        return hmac(extracted, (label + "\u0001").getBytes(US_ASCII));
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static void field(ByteArrayOutputStream bytes, byte[] field) {
        bytes.write(field.length >> 8);
        bytes.write(field.length & 0xFF);
        bytes.writeBytes(field);
    }

    private static byte[] bytesOf(Object field) {
        return switch (field) {
            case UUID id ->
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
            case Integer number -> ByteBuffer.allocate(4).putInt(number).array();
            case Long number -> ByteBuffer.allocate(8).putLong(number).array();
            case String text -> text.getBytes(US_ASCII);
            case byte[] bytes -> bytes;
            default -> throw new IllegalArgumentException("no field of a context");
        };
    }
}
