// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.ground.plaintext.Plaintext;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How others encrypt what they export. For reading alone: our own values are sealed elsewhere, by other means. Whatever does
 * not fit together is one refusal, which does not tell a wrong password from a damaged file.
 */
final class Ciphers {
    private static final int TAG_BITS = 128;
    private static final int IV_BYTES = 16;

    private Ciphers() {}

    /** AES-GCM. */
    static Plaintext gcm(byte[] key, byte[] nonce, byte[] text, byte[] tag) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.update(new byte[0]);
            byte[] both = Arrays.copyOf(text, text.length + tag.length);
            System.arraycopy(tag, 0, both, text.length, tag.length);
            return Plaintext.owning(cipher.doFinal(both));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw FormatRefused.passwordWrong(); // without the cause, which tells more than that
        }
    }

    /** AES-CBC with an HMAC-SHA256 over what is encrypted, which is compared before anything is decrypted. */
    static Plaintext cbc(byte[] key, byte[] macKey, byte[] iv, byte[] text, byte[] mac) {
        try {
            if (iv.length != IV_BYTES || !MessageDigest.isEqual(hmac(macKey, iv, text), mac)) {
                throw FormatRefused.passwordWrong();
            }
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return Plaintext.owning(cipher.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw FormatRefused.passwordWrong();
        }
    }

    /** The first 32 bytes of HKDF-Expand with SHA-256 (RFC 5869). */
    static Plaintext expanded(Plaintext key, String info) {
        try {
            return Plaintext.owning(hmac(key.reveal(), info.getBytes(US_ASCII), new byte[] {1}));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw FormatRefused.malformed("what should be hexadecimal in the file is not");
        }
    }

    static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw FormatRefused.malformed("what should be Base64 in the file is not");
        }
    }
}
