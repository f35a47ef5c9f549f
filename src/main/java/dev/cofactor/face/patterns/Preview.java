// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.StepPolicy;
import dev.cofactor.face.web.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people will see of a template: the form in which they add a secret, and the panel that gives its codes. It is made of
 * whatever stands in the editor, finished or not, and of nothing else.
 *
 * @param groups digits in the groups in which they are shown, none where nothing yields codes
 * @param seconds how long a step takes; empty of counters
 * @param step what the step policy means
 */
record Preview(List<Line> lines, List<String> groups, String seconds, String step, List<Line> others) {
    private static final String SAMPLE = "1234567890";
    private static final int HALVES_FROM = 6;

    /**
     * A field as it is filled in, or as it stands on the secret's page.
     *
     * @param kind {@code line}, {@code lines}, {@code password}, {@code file}, {@code seed} or {@code codes}
     */
    record Line(String name, String hint, String kind, boolean required, boolean sealed) {
        /** Codes are taken and other sealed fields shown, one at a time. */
        public String verb() {
            return kind.equals("codes") ? "Take one" : "Show";
        }
    }

    static Preview of(TemplateDraft draft) {
        Optional<FieldDraft> seed = draft.fields().stream()
                .filter(field -> field.type().equals(FieldType.SEED.word()))
                .findFirst();
        return new Preview(
                draft.fields().stream().map(Preview::line).toList(),
                seed.map(Preview::groups).orElse(List.of()),
                seed.filter(field -> !isCounter(field)).map(Preview::period).orElse(""),
                seed.flatMap(field -> StepPolicy.find(field.step()))
                        .map(step -> Words.sentence(step.sentence()))
                        .orElse(""),
                draft.fields().stream()
                        .filter(field -> !field.type().equals(FieldType.SEED.word()))
                        .map(Preview::line)
                        .filter(Line::sealed)
                        .toList());
    }

    private static Line line(FieldDraft field) {
        Optional<FieldType> type = FieldType.find(field.type());
        String kind = type.map(Preview::kind).orElse("line");
        boolean open = field.open() && type.filter(FieldType::mayBeOpen).isPresent();
        String name = field.name().isEmpty() ? "Without a name yet" : field.name();
        return new Line(name, field.description(), kind, field.required(), !open);
    }

    private static String kind(FieldType type) {
        return switch (type) {
            case SINGLE_LINE, URL, RECOVERY_KEY -> "line";
            case MULTI_LINE -> "lines";
            case PASSWORD -> "password";
            case FILE -> "file";
            case SEED -> "seed";
            case BACKUP_CODES -> "codes";
        };
    }

    private static boolean isCounter(FieldDraft seed) {
        return seed.chosen().contains("hotp") && Stream.of("totp", "steam").noneMatch(seed.chosen()::contains);
    }

    /** As many as the shortest code that may be entered has. */
    private static List<String> groups(FieldDraft seed) {
        int digits = seed.chosen().stream()
                .filter(word -> word.matches("[0-9]{1,2}"))
                .mapToInt(Integer::parseInt)
                .filter(length -> length <= SAMPLE.length())
                .min()
                .orElse(HALVES_FROM);
        int half = digits / 2;
        return List.of(SAMPLE.substring(0, half), SAMPLE.substring(half, digits));
    }

    private static String period(FieldDraft seed) {
        String first = seed.periods().split("[,\\s]+", 2)[0];
        return first.matches("[0-9]{1,5}") ? first : "30";
    }
}
