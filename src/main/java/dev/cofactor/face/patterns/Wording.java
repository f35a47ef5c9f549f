// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.FieldRules.CharacterClass;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.StepPolicy;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What templates are made of, as pages call it. */
final class Wording {
    private Wording() {}

    static String of(FieldType type) {
        return switch (type) {
            case SINGLE_LINE -> "One line";
            case MULTI_LINE -> "Several lines";
            case PASSWORD -> "Password";
            case URL -> "Web address";
            case FILE -> "File";
            case SEED -> "OTP seed";
            case BACKUP_CODES -> "Backup codes";
            case RECOVERY_KEY -> "Recovery key";
        };
    }

    static String of(StepPolicy step) {
        return switch (step) {
            case EXCLUSIVE -> "Exclusive";
            case SAME_ACTOR -> "Same person";
            case SHARED -> "Shared";
        };
    }

    static String of(Kind kind) {
        return switch (kind) {
            case TOTP -> "By time (TOTP)";
            case HOTP -> "By counter (HOTP)";
            case STEAM -> "Steam";
        };
    }

    static String of(Algorithm algorithm) {
        return switch (algorithm) {
            case SHA1 -> "SHA-1";
            case SHA256 -> "SHA-256";
            case SHA512 -> "SHA-512";
        };
    }

    static String of(CharacterClass one) {
        return switch (one) {
            case LOWER -> "A small letter";
            case UPPER -> "A capital letter";
            case DIGIT -> "A digit";
            case OTHER -> "Something else";
        };
    }

    /** What a field asks beyond its type, in one line; empty where that is nothing. */
    static String rules(Field field) {
        return switch (field.rules()) {
            case FieldRules.None none -> "";
            case FieldRules.Password rules -> "at least " + rules.shortest() + " characters" + classes(rules);
            case FieldRules.BackupCodes rules -> "the last " + rules.lastByApproval() + " by approval";
            case FieldRules.Otp rules -> otp(rules);
        };
    }

    private static String classes(FieldRules.Password rules) {
        return rules.classes().isEmpty()
                ? ""
                : ", with "
                        + rules.classes().stream()
                                .sorted()
                                .map(one -> lower(of(one)))
                                .collect(Collectors.joining(", "));
    }

    private static String otp(FieldRules.Otp rules) {
        List<String> said = new ArrayList<>();
        said.add(rules.kinds().stream().sorted().map(Wording::of).collect(Collectors.joining(" or ")));
        said.add(numbers(rules.digits().stream()) + " digits");
        if (rules.kinds().stream().anyMatch(Kind::isTimed)) {
            said.add("every " + numbers(rules.periods().stream()) + " s");
            said.add("good for " + rules.leastLife() + " s at least");
        }
        said.add(rules.algorithms().stream().sorted().map(Wording::of).collect(Collectors.joining(" or ")));
        return String.join(", ", said);
    }

    private static String numbers(Stream<Integer> numbers) {
        return numbers.sorted().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
