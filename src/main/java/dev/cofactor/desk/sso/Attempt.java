// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.provider.Provider;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One way to the provider and back. State, nonce and verifier are derived from what the browser alone keeps, so an answer
 * counts in that browser only, and there is nothing of it to be stolen here.
 *
 * @param carried of a sign-in, the path to go on to; of an invitation, its token; otherwise empty
 */
record Attempt(Kind kind, String secret, String carried) {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 32;
    private static final int SECRET_LETTERS = 43;
    /** A cookie that is too long is dropped by browsers, and with it the whole attempt. */
    private static final int MOST_CARRIED = 1_000;

    /** What for. */
    enum Kind {
        SIGN_IN,
        LINK,
        INVITATION
    }

    static Attempt fresh(SecureRandom random, Kind kind, String carried) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Attempt(kind, TEXT.encodeToString(bytes), carried.length() > MOST_CARRIED ? "" : carried);
    }

    static Optional<Attempt> read(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        try {
            return parts.length == 3 && parts[1].length() == SECRET_LETTERS
                    ? Optional.of(new Attempt(
                            Kind.valueOf(parts[0]),
                            parts[1],
                            new String(Base64.getUrlDecoder().decode(parts[2]), UTF_8)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String cookie() {
        return kind + "." + secret + "." + TEXT.encodeToString(carried.getBytes(UTF_8));
    }

    Provider.Asked asked() {
        return new Provider.Asked(state(), nonce(), TEXT.encodeToString(sha256(verifier())));
    }

    boolean isAnsweredBy(String state) {
        return MessageDigest.isEqual(state().getBytes(UTF_8), state.getBytes(UTF_8));
    }

    /** Under this name it is remembered that it was used. */
    byte[] hash() {
        return sha256(state());
    }

    String nonce() {
        return derived("nonce");
    }

    String verifier() {
        return derived("verifier");
    }

    private String state() {
        return derived("state");
    }

    private String derived(String what) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return TEXT.encodeToString(mac.doFinal((kind + "/" + what).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e); // unreachable
        }
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e); // unreachable
        }
    }

    @Override
    public String toString() {
        return "Attempt[redacted]";
    }
}
