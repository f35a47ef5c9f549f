// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Secrets as pages show them to somebody: what is there, and which buttons make sense. */
@Singleton
class Looks {
    private final Gate gate;
    private final Templates templates;
    private final Catalogue catalogue;

    Looks(Gate gate, Templates templates, Catalogue catalogue) {
        this.gate = gate;
        this.templates = templates;
        this.catalogue = catalogue;
    }

    /**
     * A secret in the list.
     *
     * @param reads whether its own page is open to the reader
     * @param fetches whether a code can be asked for
     * @param completes whether it waits for something that the reader may enter
     */
    record Row(
            String id,
            String name,
            String path,
            String template,
            boolean draft,
            boolean personal,
            boolean reads,
            boolean fetches,
            boolean completes) {}

    /**
     * A field of a secret.
     *
     * @param value of an open one; of a sealed one nothing but whether it is set
     * @param reveals whether the reader may have it shown
     */
    record FieldLook(String id, String name, String value, boolean open, boolean link, boolean set, boolean reveals) {}

    /**
     * A secret's own page.
     *
     * @param overwrites whether the reader may put another seed in the place of its own
     */
    record Whole(Row row, String description, List<String> tags, List<FieldLook> fields, boolean overwrites) {}

    List<Row> rows(Caller caller, List<Placed> found) {
        View view = gate.view(caller);
        Map<String, Boolean> seeded = new HashMap<>();
        Map<UUID, String> names = new HashMap<>();
        return found.stream()
                .map(one -> {
                    boolean codes = seeded.computeIfAbsent(
                            one.templateId() + "/" + one.templateVersion(),
                            key -> version(one).seed().isPresent());
                    String name = names.computeIfAbsent(one.templateId(), this::named);
                    return row(view, caller, one, name, codes);
                })
                .toList();
    }

    Whole whole(Caller caller, SecretView.Whole whole) {
        View view = gate.view(caller);
        Placed placed = whole.placed();
        Target target = Sight.of(placed, caller).target();
        boolean seeded = whole.version().seed().isPresent();
        Row row = row(view, caller, placed, named(placed.templateId()), seeded);
        boolean overwrites = seeded && !row.draft() && view.may(Verb.SEED_OVERWRITE, target);
        boolean reveals = placed.state() == Placed.State.ACTIVE && view.may(Verb.FIELD_REVEAL, target);
        List<FieldLook> fields = whole.version().fields().stream()
                .map(field -> look(field, whole.open().get(field.id()), whole.isSealed(field.id()), reveals))
                .toList();
        Map<UUID, String> tags = catalogue.tags();
        List<String> tagged = placed.tags().stream()
                .flatMap(tag -> Optional.ofNullable(tags.get(tag)).stream())
                .sorted()
                .toList();
        return new Whole(row, placed.description(), tagged, fields, overwrites);
    }

    private static FieldLook look(Field field, @Nullable String open, boolean sealed, boolean reveals) {
        boolean shown = isText(field.type()) && sealed && reveals;
        return new FieldLook(
                PublicId.FIELD.of(field.id()),
                field.name(),
                open == null ? "" : open,
                field.open(),
                field.type() == FieldType.URL,
                sealed || open != null,
                shown);
    }

    /** What can be shown on a page; a file is not, and a seed never. */
    private static boolean isText(FieldType type) {
        return switch (type) {
            case SINGLE_LINE, MULTI_LINE, PASSWORD, URL, RECOVERY_KEY -> true;
            case FILE, SEED, BACKUP_CODES -> false;
        };
    }

    private Row row(View view, Caller caller, Placed one, String template, boolean codes) {
        Target target = Sight.of(one, caller).target();
        boolean draft = one.state() == Placed.State.DRAFT;
        boolean edits = view.may(Verb.SECRET_EDIT, target);
        return new Row(
                PublicId.SECRET.of(one.secret()),
                one.name(),
                one.path(),
                template,
                draft,
                one.personalOf().isPresent(),
                edits || view.may(Verb.SECRET_READ_META, target),
                codes && !draft && view.may(Verb.CODE_FETCH, target),
                codes && draft && edits);
    }

    private TemplateVersion version(Placed one) {
        return templates.version(one.templateId(), one.templateVersion()).orElseThrow();
    }

    private String named(UUID template) {
        return templates.find(template).map(Template::name).orElse("");
    }
}
