// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import dev.cofactor.desk.templates.FieldRules.CharacterClass;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.StepPolicy;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The editor of a template, as it is shown.
 *
 * @param id public, of the template that gets another version; empty of a new one
 * @param title what it is called now
 * @param seen the state that is shown, which a save must name
 */
record EditorForm(String id, String title, long seen, TemplateDraft draft, List<Row> fields, Preview preview) {

    record Choice(String value, String name, boolean chosen) {}

    /** @param sentence what it means */
    record Step(String value, String name, String sentence, boolean chosen) {}

    /**
     * One field with all that can be chosen for it.
     *
     * @param number as people count
     * @param ruled whether its type asks more
     * @param opens whether one of its type may lie open
     * @param fresh whether it was only just added, so that one goes on there
     */
    record Row(
            int at,
            int number,
            FieldDraft draft,
            List<Choice> types,
            List<Choice> kinds,
            List<Choice> digits,
            List<Choice> algorithms,
            List<Choice> classes,
            List<Step> steps,
            boolean opens,
            boolean ruled,
            boolean first,
            boolean last,
            boolean fresh) {}

    /** @param fresh whether its last field was only just added */
    static EditorForm of(String id, String title, long seen, TemplateDraft draft, boolean fresh) {
        int all = draft.fields().size();
        List<Row> rows = IntStream.range(0, all)
                .mapToObj(at -> row(draft.fields().get(at), at, all, fresh && at == all - 1))
                .toList();
        return new EditorForm(id, title, seen, draft, rows, Preview.of(draft));
    }

    private static Row row(FieldDraft field, int at, int all, boolean fresh) {
        return new Row(
                at,
                at + 1,
                field,
                choices(Arrays.stream(FieldType.values()), FieldType::word, Wording::of, field.type()::equals),
                ticked(Arrays.stream(Kind.values()), Kind::word, Wording::of, field),
                ticked(IntStream.rangeClosed(6, 10).boxed(), String::valueOf, String::valueOf, field),
                ticked(Arrays.stream(Algorithm.values()), Algorithm::name, Wording::of, field),
                ticked(Arrays.stream(CharacterClass.values()), CharacterClass::word, Wording::of, field),
                Arrays.stream(StepPolicy.values())
                        .map(step -> new Step(
                                step.word(), Wording.of(step), sentence(step), step.word().equals(field.step())))
                        .toList(),
                FieldType.find(field.type()).filter(FieldType::mayBeOpen).isPresent(),
                FieldType.find(field.type()).filter(EditorForm::isRuled).isPresent(),
                at == 0,
                at == all - 1,
                fresh);
    }

    private static boolean isRuled(FieldType type) {
        return switch (type) {
            case PASSWORD, SEED, BACKUP_CODES -> true;
            case SINGLE_LINE, MULTI_LINE, URL, FILE, RECOVERY_KEY -> false;
        };
    }

    private static String sentence(StepPolicy step) {
        String said = step.sentence();
        return Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
    }

    private static <T> List<Choice> ticked(
            Stream<T> all, Function<T, String> word, Function<T, String> name, FieldDraft field) {
        return choices(all, word, name, field.chosen()::contains);
    }

    private static <T> List<Choice> choices(
            Stream<T> all, Function<T, String> word, Function<T, String> name, Function<String, Boolean> chosen) {
        return all.map(one -> new Choice(word.apply(one), name.apply(one), chosen.apply(word.apply(one))))
                .toList();
    }
}
