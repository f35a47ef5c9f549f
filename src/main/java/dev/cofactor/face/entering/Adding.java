// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.entering;

import dev.cofactor.desk.secrets.SecretDesk;
import dev.cofactor.desk.seeds.Entered;
import dev.cofactor.desk.seeds.SeedDesk;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Description;
import dev.cofactor.ledger.catalogue.Slug;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form by which a secret is added, both ways: as it is shown, and what is made of what came back. */
@Singleton
class Adding {
    private final Templates templates;
    private final Places places;
    private final SecretDesk desk;
    private final SeedDesk seeds;
    private final Gate gate;

    Adding(Templates templates, Places places, SecretDesk desk, SeedDesk seeds, Gate gate) {
        this.templates = templates;
        this.places = places;
        this.desk = desk;
        this.seeds = seeds;
        this.gate = gate;
    }

    /**
     * @param fresh whether a folder may be made along with it
     * @param advanced what may be said of its seed; nothing where there is none
     */
    record Form(
            String template,
            String templateName,
            String name,
            String slug,
            String description,
            String tags,
            List<Places.Option> places,
            boolean fresh,
            String freshFolder,
            List<Inputs.Input> inputs,
            Keys.@Nullable Advanced advanced,
            boolean open) {
        /** Where a picture is looked at before there is a secret. */
        public String look() {
            return "/secrets/new/look?template=" + template;
        }
    }

    Form form(Caller caller, Template template, Map<String, String> typed) {
        TemplateVersion version = version(template);
        View view = gate.view(caller);
        String slug = typed.getOrDefault("slug", "");
        String description = typed.getOrDefault("description", "");
        String tags = typed.getOrDefault("tags", "");
        return new Form(
                PublicId.TEMPLATE.of(template.id()),
                template.name(),
                typed.getOrDefault("name", ""),
                slug,
                description,
                tags,
                places.toAdd(caller, view, typed.getOrDefault("folder", "")),
                places.mayMake(view),
                typed.getOrDefault("new-folder", ""),
                Inputs.of(version, typed),
                Entering.rules(version)
                        .map(rules -> Keys.advanced(rules, typed))
                        .orElse(null),
                !(slug + description + tags).isEmpty());
    }

    /** Which page comes next: whether something is still to be entered. */
    static String then(TemplateVersion version) {
        boolean more = version.fields().stream().anyMatch(field -> field.required() && !Inputs.isTyped(field.type()));
        return version.seed().isPresent() ? "/seed" : more ? "/finish" : "?news=added";
    }

    /** Before a picture is looked at for him, or a key. */
    FieldRules.Otp admit(Caller caller, Template template, String folder) {
        Optional<String> there = places.known(caller, folder);
        desk.admit(caller, new SecretDesk.Outline(Optional.of(PublicId.TEMPLATE.of(template.id())), there, Set.of()));
        return Entering.rules(version(template)).orElseThrow(Adding::noSeed);
    }

    /**
     * A key that does not fit is refused before anything is kept.
     *
     * @return where it goes on
     */
    String add(Caller caller, Template template, Map<String, String> typed) {
        String key = typed.getOrDefault("key", "");
        TemplateVersion version = version(template);
        if (key.isBlank() || version.seed().isEmpty()) {
            return "/secrets/" + PublicId.SECRET.of(kept(caller, template, typed)) + then(version);
        }
        FieldRules.Otp rules = admit(caller, template, typed.getOrDefault("folder", Places.OWN));
        try (Plaintext plain = Keys.plain(key);
                Entered seed = Keys.read(plain, rules, typed)) {
            String id = PublicId.SECRET.of(kept(caller, template, typed));
            return Entering.after(id, seeds.enter(caller, seeds.admit(caller, id), seed, Entered.Mode.PLANNED));
        }
    }

    private UUID kept(Caller caller, Template template, Map<String, String> typed) {
        String name = typed.getOrDefault("name", "").strip();
        String folder = places.chosen(caller, typed);
        String spelled = typed.getOrDefault("slug", "").strip();
        Slug slug = new Slug(spelled.isEmpty() ? Places.slugOf(name) : spelled);
        Set<Slug> tags = Inputs.tags(typed.getOrDefault("tags", ""));
        String id = PublicId.TEMPLATE.of(template.id());
        return desk.create(
                caller,
                new SecretDesk.Outline(Optional.of(id), Optional.of(folder), tags),
                () -> new SecretDesk.Draft(
                        id,
                        OptionalInt.empty(),
                        folder,
                        slug,
                        DisplayName.of(name),
                        Description.of(typed.getOrDefault("description", "")),
                        tags,
                        Optional.empty(),
                        Inputs.entered(version(template), typed)));
    }

    private static Problem noSeed() {
        return new Problem(Problem.Kind.CONFLICT, "no-such-field", "this template has no field for a seed");
    }

    private TemplateVersion version(Template template) {
        return templates.version(template.id(), template.version()).orElseThrow();
    }
}
