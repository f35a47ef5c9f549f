// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.TemplateDesk;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Description;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A template as it stands in the form. */
record TemplateDraft(String name, String description, List<FieldDraft> fields) {
    /** A form of more is more than the server reads of one. */
    static final int MOST_FIELDS = 30;

    TemplateDraft {
        fields = List.copyOf(fields);
    }

    /** What most logins have. */
    static TemplateDraft blank() {
        return new TemplateDraft(
                "",
                "",
                List.of(
                        FieldDraft.of("User name", FieldType.SINGLE_LINE, true),
                        FieldDraft.of("One-Time Password", FieldType.SEED, false)));
    }

    static TemplateDraft of(String name, String description, TemplateVersion version) {
        return new TemplateDraft(
                name, description, version.fields().stream().map(FieldDraft::of).toList());
    }

    static TemplateDraft sent(Map<String, List<String>> form) {
        List<FieldDraft> fields = new ArrayList<>();
        while (fields.size() < MOST_FIELDS && form.containsKey("f-" + fields.size() + "-name")) {
            fields.add(FieldDraft.sent(form, fields.size()));
        }
        return new TemplateDraft(
                first(form, "name").strip(), first(form, "description").strip(), fields);
    }

    private static String first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of("")).getFirst();
    }

    /** As it is after one of the form's buttons; after anything else it is as it was. */
    TemplateDraft after(String act) {
        String[] parts = act.split("-", 2);
        List<FieldDraft> changed = new ArrayList<>(fields);
        if (act.equals("add") && fields.size() < MOST_FIELDS) {
            changed.add(FieldDraft.blank());
        } else if (parts.length == 2 && parts[1].matches("[0-9]{1,2}")) {
            move(changed, parts[0], Integer.parseInt(parts[1]));
        }
        return new TemplateDraft(name, description, changed);
    }

    private static void move(List<FieldDraft> fields, String act, int at) {
        int to = switch (act) {
            case "up" -> at - 1;
            case "down" -> at + 1;
            default -> at;
        };
        boolean within = at < fields.size() && to >= 0 && to < fields.size();
        if (within && (to != at || act.equals("remove"))) {
            FieldDraft moved = fields.remove(at);
            if (to != at) {
                fields.add(to, moved);
            }
        }
    }

    TemplateDesk.Label label() {
        return new TemplateDesk.Label(DisplayName.of(name), Description.of(description));
    }

    /**
     * @param fresh gives ids to new fields
     * @throws Problem naming the field that is none by its place
     */
    TemplateDesk.Draft draft(Supplier<UUID> fresh) {
        List<Field> made = new ArrayList<>();
        Set<UUID> named = new HashSet<>();
        for (FieldDraft field : fields) {
            UUID under = PublicId.FIELD.read(field.id()).orElseGet(fresh);
            if (!field.id().isEmpty()) {
                named.add(under);
            }
            made.add(placed(made.size(), () -> field.field(under)));
        }
        return new TemplateDesk.Draft(made, named);
    }

    private static Field placed(int at, Supplier<Field> made) {
        try {
            return made.get();
        } catch (Problem e) {
            throw new Problem(e.kind(), e.code(), "field " + (at + 1) + ": " + e.getMessage());
        }
    }
}
