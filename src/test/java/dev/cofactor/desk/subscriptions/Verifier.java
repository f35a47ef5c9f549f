// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.couriers.Receiver.Got;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Checks a message as a receiver does by the specification of Standard Webhooks; the HMAC is written out after RFC 2104. */
final class Verifier {
    private static final int BLOCK = 64;
    private static final long TOLERANCE = 300;

    private Verifier() {}

    static boolean accepts(Got got, String secret, long now) {
        long sent = Long.parseLong(got.headers().getFirst("webhook-timestamp"));
        return Math.abs(now - sent) <= TOLERANCE && accepts(got, secret);
    }

    static boolean accepts(Got got, String secret) {
        String head = got.id() + "." + got.headers().getFirst("webhook-timestamp") + ".";
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(head.getBytes(UTF_8));
        signed.writeBytes(got.body());
        String right = signature(secret, signed.toByteArray());
        return Arrays.asList(got.headers().getFirst("webhook-signature").split(" "))
                .contains(right);
    }

    static String signature(String secret, byte[] signed) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        byte[] block = Arrays.copyOf(key, BLOCK);
        byte[] inner = sha256(padded(block, 0x36), signed);
        return "v1," + Base64.getEncoder().encodeToString(sha256(padded(block, 0x5c), inner));
    }

    private static byte[] padded(byte[] block, int pad) {
        byte[] pads = new byte[BLOCK];
        Arrays.fill(pads, (byte) pad);
        byte[] sum = new BigInteger(1, block).xor(new BigInteger(1, pads)).toByteArray();
        byte[] all = new byte[BLOCK];
        int many = Math.min(BLOCK, sum.length);
        System.arraycopy(sum, sum.length - many, all, BLOCK - many, many);
        return all;
    }

    private static byte[] sha256(byte[] first, byte[] then) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(then);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
