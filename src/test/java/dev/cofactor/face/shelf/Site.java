// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.fixtures.QrPng;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The site that asks for codes, with an implementation of its own. It takes a code of the last minutes, and each once. */
final class Site {
    private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final byte[] SECRET = "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int STEPS_BACK = 6;

    private final int period;
    private final Set<String> used = new HashSet<>();

    /** @param period in seconds, of a step */
    Site(int period) {
        this.period = period;
    }

    byte[] screenshot() {
        String usual = "otpauth://totp/AWS:root@example.org?secret=" + KEY + "&issuer=AWS";
        return QrPng.of(period == 30 ? usual : usual + "&period=" + period);
    }

    boolean accepts(String code) {
        long now = System.currentTimeMillis() / millis();
        for (long step = now - STEPS_BACK; step <= now; step++) {
            if (code(step).equals(code)) {
                return used.add(code);
            }
        }
        return false;
    }

    void waitForABeginning() {
        try {
            Thread.sleep(millis() - System.currentTimeMillis() % millis() + 500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long millis() {
        return period * 1000L;
    }

    private static String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[19] & 0xf, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
