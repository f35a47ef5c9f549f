// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something about a seed or a backup code that is refused. Repeats nothing of it. */
public final class SeedRefused extends Problem {
    private static final long serialVersionUID = 1;

    private SeedRefused(Kind kind, String code, String message, Map<String, Object> members) {
        this(kind, code, message, null, members);
    }

    private SeedRefused(
            Kind kind, String code, String message, @Nullable Duration retryAfter, Map<String, Object> members) {
        super(kind, code, message, retryAfter, members, null);
    }

    static SeedRefused malformed(String message) {
        return new SeedRefused(Kind.INVALID, "seed-request-malformed", message, Map.of());
    }

    static SeedRefused qrNotOtp() {
        return new SeedRefused(
                Kind.INVALID,
                "qr-not-otp",
                "this is a QR code, but not one of a one-time password: take the one the site shows for its"
                        + " authenticator app",
                Map.of());
    }

    static SeedRefused notALink() {
        return new SeedRefused(
                Kind.INVALID,
                "otp-uri-malformed",
                "a setup link begins with otpauth://; send a bare setup key as setupKey",
                Map.of());
    }

    static SeedRefused migrationIncomplete(Collection<Integer> here, int size, List<Integer> missing) {
        String parts = here.toString().replaceAll("[\\[\\]]", "");
        return new SeedRefused(
                Kind.CONDITION_MISSING,
                "migration-incomplete",
                "part " + parts + " of " + size + ", add the others: send all pictures together",
                Map.of("part", List.copyOf(here), "of", size, "missing", missing));
    }

    /** What a picture says of each is shown to whoever brought it, so that he can choose; the seed is not. */
    static SeedRefused severalCodes(List<Map<String, Object>> codes) {
        return new SeedRefused(
                Kind.CONFLICT,
                "several-codes",
                "there are several codes: send the same again with choose, the number of one of them",
                Map.of("codes", codes));
    }

    static SeedRefused noSuchChoice() {
        return new SeedRefused(Kind.INVALID, "no-such-choice", "choose is none of the numbers offered", Map.of());
    }

    static SeedRefused notAllowed(String rule, Collection<?> allowed) {
        return new SeedRefused(
                Kind.INVALID,
                "otp-not-allowed",
                "the secret's template does not take a seed of this " + rule,
                Map.of("rule", rule, "allowed", List.copyOf(allowed)));
    }

    static SeedRefused noField(String what) {
        return new SeedRefused(
                Kind.CONFLICT, "no-such-field", "the secret's template has no field for " + what, Map.of());
    }

    static SeedRefused whichField() {
        return new SeedRefused(
                Kind.INVALID, "field-needed", "there are several fields for backup codes: name one in field", Map.of());
    }

    static SeedRefused nothingHere(String what) {
        return new SeedRefused(Kind.CONFLICT, "no-" + what.replace(' ', '-'), "the secret has no " + what, Map.of());
    }

    static SeedRefused nothingShown() {
        return new SeedRefused(
                Kind.CONFLICT, "nothing-shown", "no confirmation code has been shown yet: ask with show", Map.of());
    }

    /** The same for a wrong one, one of another time and one that was used: a guesser learns nothing. */
    static SeedRefused codeNotAccepted() {
        return new SeedRefused(
                Kind.INVALID,
                "code-not-accepted",
                "this code is not right, or was used before: wait for the next one, and check the clock and the key",
                Map.of());
    }

    static SeedRefused notBegun(Duration left) {
        return new SeedRefused(Kind.TOO_MANY, "busy", "the next code is shown when its step begins", left, Map.of());
    }

    static SeedRefused notConsecutive() {
        return new SeedRefused(
                Kind.CONFLICT, "not-consecutive", "the step after that one is over: begin again", Map.of());
    }

    static SeedRefused tooLate() {
        return new SeedRefused(
                Kind.TOO_MANY, "busy", "the step ended meanwhile: ask again", Duration.ofSeconds(1), Map.of());
    }

    static SeedRefused changedMeanwhile() {
        return new SeedRefused(
                Kind.CHANGED_MEANWHILE, "changed-meanwhile", "the secret has been changed meanwhile", Map.of());
    }

    static SeedRefused ifMatch() {
        return new SeedRefused(
                Kind.CONDITION_MISSING, "if-match-required", "say in If-Match which state you have seen", Map.of());
    }

    static SeedRefused altered() {
        return new SeedRefused(
                Kind.UNAVAILABLE,
                "altered",
                "the stored seed is not as it was left here: an administrator must look into it",
                Map.of());
    }

    static SeedRefused backupCodes(String rule) {
        return new SeedRefused(Kind.INVALID, "backup-codes-unclear", rule, Map.of());
    }

    static Problem notFound() {
        return new Problem(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
