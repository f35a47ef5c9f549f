// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.folders.FolderDesk;
import dev.cofactor.desk.folders.FolderView;
import dev.cofactor.desk.secrets.Entered;
import dev.cofactor.desk.secrets.SecretDesk;
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
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Description;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Slug;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form by which a secret is added, both ways: as it is shown, and what is made of what came back. */
@Singleton
class Adding {
    /** Where the reader's own folder is meant, which may not be there yet. */
    private static final String OWN = "own";

    /** Where the folder's name stands in a field of its own. */
    private static final String FRESH = "new";

    private static final int LONGEST_SLUG = 63;

    private final Templates templates;
    private final FolderView folders;
    private final FolderDesk folderDesk;
    private final SecretDesk desk;
    private final Gate gate;

    Adding(Templates templates, FolderView folders, FolderDesk folderDesk, SecretDesk desk, Gate gate) {
        this.templates = templates;
        this.folders = folders;
        this.folderDesk = folderDesk;
        this.desk = desk;
        this.gate = gate;
    }

    /** @param value of what is open; what is sealed is typed again */
    record Input(String id, String name, String hint, String kind, boolean required, boolean sealed, String value) {}

    record Option(String id, String name, boolean chosen) {}

    /**
     * @param fresh whether a folder may be made along with it
     * @param seeded whether a seed comes afterwards
     */
    record Form(
            String template,
            String templateName,
            String name,
            String slug,
            List<Option> places,
            boolean fresh,
            String freshFolder,
            List<Input> inputs,
            boolean seeded) {}

    Form form(Caller caller, Template template, Map<String, String> typed) {
        TemplateVersion version = version(template);
        View view = gate.view(caller);
        List<Option> places = places(caller, view, typed.getOrDefault("folder", ""));
        return new Form(
                PublicId.TEMPLATE.of(template.id()),
                template.name(),
                typed.getOrDefault("name", ""),
                typed.getOrDefault("slug", ""),
                places,
                view.may(Verb.FOLDER_EDIT, Target.installation()),
                typed.getOrDefault("new-folder", ""),
                version.fields().stream()
                        .filter(field -> isTyped(field.type()))
                        .map(field -> input(field, typed))
                        .toList(),
                version.seed().isPresent());
    }

    boolean wantsSeed(Template template) {
        return version(template).seed().isPresent();
    }

    /** Whether all that the template requires can be given on pages. */
    boolean canBeAdded(Template template) {
        return version(template).fields().stream()
                .filter(Field::required)
                .allMatch(field -> isTyped(field.type()) || field.type() == FieldType.SEED);
    }

    UUID add(Caller caller, Template template, Map<String, String> typed) {
        String name = typed.getOrDefault("name", "").strip();
        String folder = folder(caller, typed);
        String spelled = typed.getOrDefault("slug", "").strip();
        Slug slug = new Slug(spelled.isEmpty() ? slugOf(name) : spelled);
        SecretDesk.Outline outline =
                new SecretDesk.Outline(Optional.of(PublicId.TEMPLATE.of(template.id())), Optional.of(folder), Set.of());
        return desk.create(
                caller,
                outline,
                () -> new SecretDesk.Draft(
                        PublicId.TEMPLATE.of(template.id()),
                        OptionalInt.empty(),
                        folder,
                        slug,
                        DisplayName.of(name),
                        Description.NONE,
                        Set.of(),
                        Optional.empty(),
                        entered(template, typed)));
    }

    private Map<String, @Nullable Entered> entered(Template template, Map<String, String> typed) {
        Map<String, @Nullable Entered> entered = new HashMap<>();
        for (Field field : version(template).fields()) {
            String given = typed.getOrDefault("field-" + PublicId.FIELD.of(field.id()), "");
            if (isTyped(field.type()) && !given.isEmpty()) {
                // A browser ends lines as post offices do.
                entered.put(
                        PublicId.FIELD.of(field.id()),
                        new Entered(given.replace("\r\n", "\n").toCharArray()));
            }
        }
        return entered;
    }

    private String folder(Caller caller, Map<String, String> typed) {
        String chosen = typed.getOrDefault("folder", OWN);
        return switch (chosen) {
            case OWN -> PublicId.FOLDER.of(folderDesk.personal(caller).id());
            case FRESH ->
                PublicId.FOLDER.of(
                        made(caller, typed.getOrDefault("new-folder", "").strip()));
            default -> chosen;
        };
    }

    private UUID made(Caller caller, String name) {
        FolderDesk.Label label =
                new FolderDesk.Label(Optional.of(new Slug(slugOf(name))), Optional.of(DisplayName.of(name)));
        return folderDesk
                .create(caller, Optional.of(new FolderDesk.Where.Root()), () -> label)
                .id();
    }

    private List<Option> places(Caller caller, View view, String chosen) {
        List<Option> places = new ArrayList<>();
        places.add(new Option(OWN, "My own folder, for me alone", chosen.equals(OWN)));
        for (Folder folder : folders.of(caller)) {
            String id = PublicId.FOLDER.of(folder.id());
            boolean shared = folder.personalOf().isEmpty();
            if (shared && view.may(Verb.SECRET_CREATE, Sight.of(folder, caller).target())) {
                places.add(new Option(id, folder.path(), chosen.equals(id)));
            }
        }
        return places;
    }

    private static Input input(Field field, Map<String, String> typed) {
        String id = PublicId.FIELD.of(field.id());
        String kind = switch (field.type()) {
            case MULTI_LINE -> "lines";
            case PASSWORD -> "password";
            case URL -> "url";
            case SINGLE_LINE, RECOVERY_KEY, FILE, SEED, BACKUP_CODES -> "line";
        };
        String value = field.open() ? typed.getOrDefault("field-" + id, "") : "";
        return new Input(id, field.name(), field.description(), kind, field.required(), !field.open(), value);
    }

    /** What one types into this form; seeds, backup codes and files have ways of their own. */
    private static boolean isTyped(FieldType type) {
        return switch (type) {
            case SINGLE_LINE, MULTI_LINE, PASSWORD, URL, RECOVERY_KEY -> true;
            case FILE, SEED, BACKUP_CODES -> false;
        };
    }

    /** A name as a segment of a path, if anything of it can stand there. */
    static String slugOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._]+", "-")
                .replaceAll("^[-._]+|[-._]+$", "");
        return plain.length() > LONGEST_SLUG ? plain.substring(0, LONGEST_SLUG) : plain;
    }

    private TemplateVersion version(Template template) {
        return templates.version(template.id(), template.version()).orElseThrow();
    }
}
