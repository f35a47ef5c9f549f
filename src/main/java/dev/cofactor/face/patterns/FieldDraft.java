// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.StepPolicy;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field as it stands in the form: what was typed goes on as it is, so that the desk refuses it.
 *
 * @param id of the field of the last version whose values it keeps; empty of a new one
 * @param type by its word
 * @param chosen what is ticked of the rules: {@code totp}, {@code 6}, {@code SHA1}, {@code digit}
 * @param periods in seconds, with commas between them
 * @param lastByApproval how many of a pool's last codes need an approval; empty or 0 for none
 */
record FieldDraft(
        String id,
        String name,
        String description,
        String type,
        boolean required,
        boolean open,
        String shortest,
        Set<String> chosen,
        String periods,
        String step,
        String leastLife,
        String lastByApproval) {
    private static final Set<String> USUAL =
            Set.of(Kind.TOTP.word(), "6", Algorithm.SHA1.name(), FieldRules.CharacterClass.LOWER.word());

    private static final FieldDraft BLANK = new FieldDraft(
            "", "", "", FieldType.SINGLE_LINE.word(), false, false, "12", USUAL, "30", "same-actor", "5", "");

    static FieldDraft blank() {
        return BLANK;
    }

    static FieldDraft of(String name, FieldType type, boolean open) {
        return new FieldDraft("", name, "", type.word(), true, open, BLANK.shortest, USUAL, "30", BLANK.step, "5", "");
    }

    static FieldDraft of(Field field) {
        FieldDraft plain = new FieldDraft(
                PublicId.FIELD.of(field.id()),
                field.name(),
                field.description(),
                field.type().word(),
                field.required(),
                field.open(),
                BLANK.shortest,
                USUAL,
                BLANK.periods,
                BLANK.step,
                BLANK.leastLife,
                BLANK.lastByApproval);
        return switch (field.rules()) {
            case FieldRules.None none -> plain;
            case FieldRules.Password rules ->
                plain.asking(
                        String.valueOf(rules.shortest()),
                        words(rules.classes().stream().map(FieldRules.CharacterClass::word)),
                        BLANK.lastByApproval);
            case FieldRules.BackupCodes rules ->
                plain.asking(BLANK.shortest, USUAL, String.valueOf(rules.lastByApproval()));
            case FieldRules.Otp rules -> plain.asking(rules);
        };
    }

    private FieldDraft asking(String least, Set<String> ticked, String last) {
        return new FieldDraft(
                id, name, description, type, required, open, least, ticked, periods, step, leastLife, last);
    }

    private FieldDraft asking(FieldRules.Otp rules) {
        Set<String> ticked = words(Stream.of(
                        rules.kinds().stream().map(Kind::word),
                        rules.digits().stream().map(String::valueOf),
                        rules.algorithms().stream().map(Algorithm::name))
                .flatMap(one -> one));
        String lengths = rules.periods().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return new FieldDraft(
                id,
                name,
                description,
                type,
                required,
                open,
                shortest,
                ticked,
                lengths,
                rules.step().word(),
                String.valueOf(rules.leastLife()),
                lastByApproval);
    }

    /** What came back of the field at this place; rules of a type that was only just chosen are the usual ones. */
    static FieldDraft sent(Map<String, List<String>> form, int at) {
        Function<String, String> one =
                name -> form.getOrDefault("f-" + at + "-" + name, List.of("")).getFirst();
        String type = one.apply("type");
        boolean asked = one.apply("rules").equals(type);
        return new FieldDraft(
                one.apply("id"),
                one.apply("name").strip(),
                one.apply("description").strip(),
                type,
                !one.apply("required").isEmpty(),
                !one.apply("open").isEmpty(),
                asked ? one.apply("shortest").strip() : BLANK.shortest,
                asked ? Set.copyOf(form.getOrDefault("f-" + at + "-chosen", List.of())) : USUAL,
                asked ? one.apply("periods").strip() : BLANK.periods,
                asked ? one.apply("step") : BLANK.step,
                asked ? one.apply("life").strip() : BLANK.leastLife,
                asked ? one.apply("last").strip() : BLANK.lastByApproval);
    }

    /** @throws Problem where it is none */
    Field field(UUID under) {
        FieldType known = known(FieldType.find(type));
        return new Field(under, name, description, known, required, open && known.mayBeOpen(), rules(known));
    }

    private FieldRules rules(FieldType known) {
        return switch (known) {
            case PASSWORD ->
                new FieldRules.Password(number(shortest), ticked(word -> FieldRules.CharacterClass.find(word)));
            case BACKUP_CODES ->
                lastByApproval.isEmpty() || lastByApproval.equals("0")
                        ? new FieldRules.None()
                        : new FieldRules.BackupCodes(number(lastByApproval));
            case SEED ->
                new FieldRules.Otp(
                        ticked(Kind::find),
                        ticked(FieldDraft::digits),
                        lengths(),
                        ticked(Algorithm::find),
                        known(StepPolicy.find(step)),
                        number(leastLife));
            case SINGLE_LINE, MULTI_LINE, URL, FILE, RECOVERY_KEY -> new FieldRules.None();
        };
    }

    private Set<Integer> lengths() {
        return Arrays.stream(periods.split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .map(FieldDraft::number)
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> Set<T> ticked(Function<String, Optional<T>> find) {
        return chosen.stream().flatMap(word -> find.apply(word).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Integer> digits(String word) {
        return word.matches("[0-9]{1,2}") ? Optional.of(Integer.parseInt(word)) : Optional.empty();
    }

    private static int number(String typed) {
        if (!typed.matches("[0-9]{1,9}")) {
            throw new Problem(Problem.Kind.INVALID, "template-invalid", "a number is written with digits alone");
        }
        return Integer.parseInt(typed);
    }

    private static <T> T known(Optional<T> found) {
        return found.orElseThrow(() -> new Problem(
                Problem.Kind.INVALID, "template-invalid", "choose its type and its step policy from the lists"));
    }

    private static Set<String> words(Stream<String> words) {
        return words.collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
