// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

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
        private static final int SHORTEST_PERIOD = 10;
        private static final int LONGEST_PERIOD = 300;
        private static final int STEAM_PERIOD = 30;
        private static final int MOST_PERIODS = 10;

        public Otp {
            kinds = Set.copyOf(kinds);
            digits = Set.copyOf(digits);
            periods = Set.copyOf(periods);
            algorithms = Set.copyOf(algorithms);
            TemplateRefused.unless(
                    !kinds.isEmpty() && !digits.isEmpty() && !periods.isEmpty() && !algorithms.isEmpty(),
                    "a seed's rules name at least one kind, number of digits, period and algorithm");
            TemplateRefused.unless(Set.of(6, 7, 8).containsAll(digits), "a code has 6, 7 or 8 digits");
            TemplateRefused.unless(
                    periods.size() <= MOST_PERIODS
                            && periods.stream().allMatch(one -> one >= SHORTEST_PERIOD && one <= LONGEST_PERIOD),
                    "a period has 10 to 300 seconds, and there are at most 10");
            TemplateRefused.unless(
                    leastLife >= 0 && leastLife < shortest(kinds, periods),
                    "a code's least life is shorter than the shortest period");
        }

        private static int shortest(Set<Kind> kinds, Set<Integer> periods) {
            int shortest = periods.stream().mapToInt(Integer::intValue).min().orElseThrow();
            return kinds.contains(Kind.STEAM) ? Math.min(shortest, STEAM_PERIOD) : shortest;
        }
    }

    /** Kinds of one-time passwords. */
    enum Kind {
        TOTP,
        HOTP,
        STEAM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }
    }

    /** Hash functions, as setup addresses spell them. */
    enum Algorithm {
        SHA1,
        SHA256,
        SHA512;

        public static Optional<Algorithm> find(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(word))
                    .findFirst();
        }
    }
}
