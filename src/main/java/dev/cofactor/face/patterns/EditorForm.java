// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import dev.cofactor.desk.templates.FieldRules.CharacterClass;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.StepPolicy;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.face.web.Words;
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
     * @param focus where one goes on after a button: {@code name}, {@code up}, {@code down}, or empty where it is elsewhere
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
            String focus) {}

    /** @param act the button after which it is drawn; empty where it was none */
    static EditorForm of(String id, String title, long seen, TemplateDraft draft, String act) {
        int all = draft.fields().size();
        List<Row> rows = IntStream.range(0, all)
                .mapToObj(at -> row(draft.fields().get(at), at, all, focus(act, at, all)))
                .toList();
        return new EditorForm(id, title, seen, draft, rows, Preview.of(draft));
    }

    /** A field that was moved is gone after; where one was taken out, on to the next. */
    private static String focus(String act, int at, int all) {
        if (act.equals("add")) {
            return at == all - 1 ? "name" : "";
        } else if (act.equals("up-" + (at + 1))) {
            return at == 0 ? "down" : "up";
        } else if (act.equals("down-" + (at - 1))) {
            return at == all - 1 ? "up" : "down";
        }
        boolean next = act.equals("remove-" + at) || (at == all - 1 && act.equals("remove-" + all));
        return next ? "name" : "";
    }

    private static Row row(FieldDraft field, int at, int all, String focus) {
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
                                step.word(),
                                Wording.of(step),
                                Words.sentence(step.sentence()),
                                step.word().equals(field.step())))
                        .toList(),
                FieldType.find(field.type()).filter(FieldType::mayBeOpen).isPresent(),
                FieldType.find(field.type()).filter(EditorForm::isRuled).isPresent(),
                at == 0,
                at == all - 1,
                focus);
    }

    private static boolean isRuled(FieldType type) {
        return switch (type) {
            case PASSWORD, SEED, BACKUP_CODES -> true;
            case SINGLE_LINE, MULTI_LINE, URL, FILE, RECOVERY_KEY -> false;
        };
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
