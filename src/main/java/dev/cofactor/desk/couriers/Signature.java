// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Standard Webhooks, version 1: HMAC-SHA-256 over id, timestamp and body with dots between them. Whoever has the secret knows
 * who sent it, that nothing was changed, and how old it is.
 */
final class Signature {
    static final String PREFIX = "whsec_";
    static final int SECRET_BYTES = 32;

    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /** @param seconds since 1970 */
    static String of(byte[] secret, String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            mac.update((id + "." + seconds + ".").getBytes(US_ASCII));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** As receivers keep it. */
    static String spelled(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }
}
