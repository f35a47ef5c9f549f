// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.StepPolicy;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.ground.problem.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands in the editor is the template, and stays it on the way to the browser and back. */
class TemplateDraftTest {
    private static final List<Field> ALL = List.of(
            new Field(new UUID(0, 1), "User", "Yours", FieldType.SINGLE_LINE, true, true, new FieldRules.None()),
            new Field(
                    new UUID(0, 2),
                    "Password",
                    "",
                    FieldType.PASSWORD,
                    true,
                    false,
                    new FieldRules.Password(
                            14, Set.of(FieldRules.CharacterClass.UPPER, FieldRules.CharacterClass.OTHER))),
            new Field(
                    new UUID(0, 3),
                    "OTP",
                    "",
                    FieldType.SEED,
                    false,
                    false,
                    new FieldRules.Otp(
                            Set.of(Kind.TOTP, Kind.HOTP),
                            Set.of(6, 8),
                            Set.of(30, 60),
                            Set.of(Algorithm.SHA1, Algorithm.SHA512),
                            StepPolicy.EXCLUSIVE,
                            7)),
            new Field(new UUID(0, 4), "Spare", "", FieldType.BACKUP_CODES, false, false, new FieldRules.BackupCodes(3)),
            new Field(new UUID(0, 5), "Others", "", FieldType.BACKUP_CODES, false, false, new FieldRules.None()));

    @Test
    void whatIsShownComesBackAsTheSameFields() {
        TemplateDraft shown = TemplateDraft.of(
                "All", "", new TemplateVersion(new UUID(0, 9), 1, Instant.EPOCH, Optional.empty(), ALL));
        assertThat(TemplateDraft.sent(form(shown)).draft(UUID::randomUUID).fields())
                .isEqualTo(ALL);
        assertThat(TemplateDraft.sent(form(shown)).draft(UUID::randomUUID).named())
                .hasSize(ALL.size());
    }

    @Test
    void fieldsAreAddedMovedAndTakenOut() {
        TemplateDraft blank = TemplateDraft.blank();
        assertThat(names(blank)).containsExactly("User name", "One-Time Password");
        assertThat(names(blank.after("down-0"))).containsExactly("One-Time Password", "User name");
        assertThat(names(blank.after("up-1"))).containsExactly("One-Time Password", "User name");
        assertThat(names(blank.after("remove-0"))).containsExactly("One-Time Password");
        assertThat(names(blank.after("add"))).containsExactly("User name", "One-Time Password", "");
    }

    @Test
    void aButtonThatMeansNothingChangesNothing() {
        TemplateDraft blank = TemplateDraft.blank();
        for (String act : List.of("", "up-0", "down-1", "remove-7", "remove-x", "up-99999", "shape", "-")) {
            assertThat(blank.after(act)).as(act).isEqualTo(blank);
        }
    }

    @Test
    void aTypeThatWasOnlyJustChosenAsksWhatIsUsual() {
        Map<String, List<String>> form = form(TemplateDraft.blank());
        form.put("f-0-type", List.of("password"));
        FieldRules rules = TemplateDraft.sent(form)
                .draft(UUID::randomUUID)
                .fields()
                .getFirst()
                .rules();
        assertThat(rules).isEqualTo(new FieldRules.Password(12, Set.of(FieldRules.CharacterClass.LOWER)));
    }

    @Test
    void aFieldThatIsNoneIsNamedByItsPlace() {
        Map<String, List<String>> form = form(TemplateDraft.blank());
        form.put("f-1-life", List.of("a while"));
        assertThatThrownBy(() -> TemplateDraft.sent(form).draft(UUID::randomUUID))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("field 2: ")
                .hasMessageNotContaining("a while");
    }

    @Test
    void aPreviewIsMadeOfWhateverIsThere() {
        Map<String, List<String>> form = form(TemplateDraft.blank());
        assertThat(Preview.of(TemplateDraft.sent(form)).groups()).containsExactly("123", "456");
        assertThat(Preview.of(TemplateDraft.sent(form)).seconds()).isEqualTo("30");
        form.put("f-1-chosen", List.of("hotp", "8", "SHA1"));
        form.put("f-1-periods", List.of("soon"));
        assertThat(Preview.of(TemplateDraft.sent(form)).groups()).containsExactly("1234", "5678");
        assertThat(Preview.of(TemplateDraft.sent(form)).seconds()).isEmpty();
        form.put("f-1-type", List.of("no such type"));
        assertThat(Preview.of(TemplateDraft.sent(form)).groups()).isEmpty();
    }

    private static List<String> names(TemplateDraft draft) {
        return draft.fields().stream().map(FieldDraft::name).toList();
    }

    /** What a browser sends of it. */
    static Map<String, List<String>> form(TemplateDraft draft) {
        Map<String, List<String>> form = new HashMap<>();
        for (int at = 0; at < draft.fields().size(); at++) {
            FieldDraft field = draft.fields().get(at);
            String base = "f-" + at + "-";
            form.put(base + "id", List.of(field.id()));
            form.put(base + "rules", List.of(field.type()));
            form.put(base + "name", List.of(field.name()));
            form.put(base + "description", List.of(field.description()));
            form.put(base + "type", List.of(field.type()));
            form.put(base + "required", field.required() ? List.of("on") : List.of(""));
            form.put(base + "open", field.open() ? List.of("on") : List.of(""));
            form.put(base + "shortest", List.of(field.shortest()));
            form.put(base + "chosen", List.copyOf(field.chosen()));
            form.put(base + "periods", List.of(field.periods()));
            form.put(base + "step", List.of(field.step()));
            form.put(base + "life", List.of(field.leastLife()));
            form.put(base + "last", List.of(field.lastByApproval()));
        }
        return form;
    }
}
