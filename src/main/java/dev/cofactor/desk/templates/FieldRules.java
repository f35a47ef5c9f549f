// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.engine.otp.Parameters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** What a field's value must be like, beyond what its type says. */
public sealed interface FieldRules {

    /** Nothing more. */
    record None() implements FieldRules {}

    /**
     * Of a password.
     *
     * @param shortest how many characters it has at least
     * @param classes of each of which it has one at least
     */
    record Password(int shortest, Set<CharacterClass> classes) implements FieldRules {
        public Password {
            classes = Set.copyOf(classes);
            TemplateRefused.unless(
                    shortest >= 1 && shortest <= FieldType.PASSWORD.longest() && shortest >= classes.size(),
                    "a password's least length is 1 to 250, and one for each class of characters");
        }
    }

    /** Kinds of characters that a password may have to hold. */
    enum CharacterClass {
        LOWER(Character::isLowerCase),
        UPPER(Character::isUpperCase),
        DIGIT(Character::isDigit),
        /** Neither a letter nor a digit. */
        OTHER(one -> !Character.isLetterOrDigit(one));

        private final IntPredicate holds;

        CharacterClass(IntPredicate holds) {
            this.holds = holds;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isIn(CharSequence text) {
            return text.codePoints().anyMatch(holds);
        }

        public static Optional<CharacterClass> find(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * Of backup codes.
     *
     * @param lastByApproval how many at the end of a pool leave only if others have agreed to it
     */
    record BackupCodes(int lastByApproval) implements FieldRules {
        private static final int LARGEST_POOL = 100;

        public BackupCodes {
            TemplateRefused.unless(
                    lastByApproval >= 1 && lastByApproval <= LARGEST_POOL,
                    "of backup codes the last 1 to " + LARGEST_POOL + " may need an approval");
        }
    }

    /**
     * Of an OTP seed: what may be entered, and who then gets its codes.
     *
     * @param digits and {@code periods} (seconds) of TOTP and HOTP; Steam has its own
     * @param leastLife seconds that a code must still be good for when it leaves
     */
    record Otp(
            Set<Kind> kinds,
            Set<Integer> digits,
            Set<Integer> periods,
            Set<Algorithm> algorithms,
            StepPolicy step,
            int leastLife)
            implements FieldRules {
        private static final int MOST_PERIODS = 10;

        public Otp {
            kinds = Set.copyOf(kinds);
            digits = Set.copyOf(digits);
            periods = Set.copyOf(periods);
            algorithms = Set.copyOf(algorithms);
            TemplateRefused.unless(
                    !kinds.isEmpty() && !digits.isEmpty() && !periods.isEmpty() && !algorithms.isEmpty(),
                    "a seed's rules name at least one kind, number of digits, period and algorithm");
            TemplateRefused.unless(
                    digits.stream().allMatch(one -> one >= Parameters.MIN_DIGITS && one <= Parameters.MAX_DIGITS),
                    "a code has " + Parameters.MIN_DIGITS + " to " + Parameters.MAX_DIGITS + " digits");
            TemplateRefused.unless(
                    periods.size() <= MOST_PERIODS
                            && periods.stream().allMatch(one -> one >= 1 && one <= Parameters.MAX_PERIOD),
                    "a period has 1 to " + Parameters.MAX_PERIOD + " seconds, and there are at most " + MOST_PERIODS);
            TemplateRefused.unless(
                    leastLife >= 0 && leastLife < shortest(kinds, periods),
                    "a code's least life is shorter than the shortest period");
        }

        private static int shortest(Set<Kind> kinds, Set<Integer> periods) {
            int shortest = periods.stream().mapToInt(Integer::intValue).min().orElseThrow();
            return kinds.contains(Kind.STEAM) ? Math.min(shortest, Parameters.USUAL_PERIOD) : shortest;
        }
    }
}
