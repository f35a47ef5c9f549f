// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.secrets.Entrance.Wish;
import dev.cofactor.desk.templates.Checks;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Description;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.catalogue.Slug;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes and edits secrets, through the gate. Values are sealed before; the head's lock is held for rows alone. What is handed
 * in to be asked for is read only of somebody who is admitted.
 */
@ApplicationScoped
public class SecretDesk {
    private final Gate gate;
    private final Entrance entrance;
    private final Templates templates;
    private final Folders folders;
    private final People people;
    private final Groups groups;
    private final CatalogueEdits edits;
    private final Filling filling;
    private final Contents contents;
    private final Completeness completeness;
    private final Seals seals;
    private final Ids ids;

    SecretDesk(
            Gate gate,
            Entrance entrance,
            Templates templates,
            Folders folders,
            People people,
            Groups groups,
            CatalogueEdits edits,
            Filling filling,
            Contents contents,
            Completeness completeness,
            Seals seals,
            Ids ids) {
        this.gate = gate;
        this.entrance = entrance;
        this.templates = templates;
        this.folders = folders;
        this.people = people;
        this.groups = groups;
        this.edits = edits;
        this.filling = filling;
        this.contents = contents;
        this.completeness = completeness;
        this.seals = seals;
        this.ids = ids;
    }

    /**
     * A secret as somebody wants it.
     *
     * @param template by id or name
     * @param version the newest where it is not given
     * @param folder by path or id
     */
    public record Draft(
            String template,
            OptionalInt version,
            String folder,
            Slug slug,
            DisplayName name,
            Description description,
            Set<Slug> tags,
            Optional<Set<UUID>> owners,
            Map<String, @Nullable Entered> fields) {}

    /** What of a draft decides who may make it, as far as it can be understood. Whoever says nowhere is asked about the root. */
    public record Outline(Optional<String> template, Optional<String> folder, Set<Slug> tags) {}

    /** What is to be other than it is; what is absent stays. */
    public record Edit(
            Optional<Slug> slug,
            Optional<DisplayName> name,
            Optional<Description> description,
            Optional<Set<UUID>> owners,
            Optional<Boolean> watched,
            Map<String, @Nullable Entered> fields) {}

    /** A later version of the template, and what that asks for besides. */
    public record Raise(int version, Map<String, @Nullable Entered> fields) {}

    /** Before anything is read or looked at that he brings for it. */
    public void admit(Caller caller, Outline outline) {
        UUID id = ids.next();
        gate.admit(caller, Verb.SECRET_CREATE, () -> sight(id, outline, caller));
    }

    public UUID create(Caller caller, Outline outline, Supplier<Draft> wanted) {
        admit(caller, outline);
        UUID id = ids.next();
        Draft draft = wanted.get();
        TemplateVersion version = version(draft);
        Outline whole = new Outline(
                Optional.of(PublicId.TEMPLATE.of(version.template())), Optional.of(draft.folder()), draft.tags());
        Ask ask = new Ask(caller, Verb.SECRET_CREATE, EventClass.SECRET_CREATED, () -> sight(id, whole, caller));
        Set<UUID> owners = draft.owners().orElseGet(() -> itself(caller));
        requireThere(owners);
        Filling.Filled filled = filling.fill(id, version, draft.fields());
        gate.change(ask, new Moves(false, Set.of(id)), at -> {
            UUID folder = folders.find(draft.folder()).map(Folder::id).orElseThrow(SecretRefused::notFound);
            requireStanding(version.template());
            CatalogueEdits.NewSecret made = new CatalogueEdits.NewSecret(
                    id, folder, draft.slug(), draft.name(), draft.description(), version.template(), version.number());
            edits.add(made, Entrance.moment(at));
            edits.tag(id, tagged(draft.tags()), Entrance.moment(at));
            edits.own(id, owners, Entrance.moment(at));
            contents.write(id, filled, caller.actor().id(), at);
            completeness.settle(id, version);
            seals.seal(id);
            return new Done<>(id, filled.parts(List.of("secret")).with(Name.VERSION, 1), List.of());
        });
        return id;
    }

    public void edit(Caller caller, UUID secret, LongSupplier seen, Supplier<Edit> wanted) {
        Wish wish = edited(caller, secret);
        Placed before = admitted(wish, seen);
        Edit edit = wanted.get();
        edit.owners().ifPresent(this::requireThere);
        TemplateVersion version = contents.version(before);
        Filling.Filled filled = filling.fill(secret, version, edit.fields());
        entrance.change(wish, before.version(), (now, at) -> {
            List<String> parts = label(now, edit, at);
            fill(now, version, filled, caller, at);
            return filled.parts(parts);
        });
    }

    /** Puts a file into its field. */
    public void putFile(Caller caller, UUID secret, LongSupplier seen, String named, Plaintext bytes) {
        Wish wish = edited(caller, secret);
        Placed before = admitted(wish, seen);
        TemplateVersion version = contents.version(before);
        Field field = Filling.named(version, named).orElseThrow(() -> entrance.missing(wish));
        Filling.Filled filled = filling.file(secret, field, bytes);
        entrance.change(wish, before.version(), (now, at) -> {
            fill(now, version, filled, caller, at);
            return filled.parts(List.of());
        });
    }

    /** Moves it up to a later version; fields keep their values by id, and what that version asks for besides may come along. */
    public void useVersion(Caller caller, UUID secret, LongSupplier seen, Supplier<Raise> wanted) {
        Wish wish = edited(caller, secret);
        Placed before = admitted(wish, seen);
        Raise raise = wanted.get();
        int number = raise.version();
        if (number <= before.templateVersion()) {
            throw SecretRefused.notUp();
        }
        TemplateVersion version = templates.version(before.templateId(), number).orElseThrow(SecretRefused::notUp);
        Filling.Filled filled = filling.fill(secret, version, raise.fields());
        entrance.change(wish, before.version(), (now, at) -> {
            contents.requireNothingStranded(secret, version);
            edits.useVersion(secret, number);
            contents.endAllBut(version, secret, at);
            fill(now, version, filled, caller, at);
            return filled.parts(List.of("template-version"));
        });
    }

    private void fill(Placed now, TemplateVersion version, Filling.Filled filled, Caller caller, Done.Moment at) {
        contents.write(now.secret(), filled, caller.actor().id(), at);
        switch (now.state()) {
            case ACTIVE -> Checks.complete(version, contents.given(now.secret()));
            case DRAFT -> completeness.settle(now.secret(), version);
            case DELETED -> throw SecretRefused.notFound();
        }
        seals.seal(now.secret());
    }

    private List<String> label(Placed now, Edit edit, Done.Moment at) {
        List<String> parts = new ArrayList<>();
        edit.name().ifPresent(name -> parts.add("name"));
        edit.slug().ifPresent(slug -> parts.add("slug"));
        if (!parts.isEmpty()) {
            Slug slug = edit.slug().orElseGet(() -> new Slug(now.slug()));
            DisplayName name = edit.name().orElseGet(() -> new DisplayName(now.name()));
            edits.rename(now.secret(), slug, name, Entrance.moment(at));
        }
        edit.description().ifPresent(description -> {
            parts.add("description");
            edits.describe(now.secret(), description);
        });
        edit.owners().ifPresent(owners -> {
            parts.add("owners");
            edits.own(now.secret(), owners, Entrance.moment(at));
        });
        edit.watched().ifPresent(watched -> {
            parts.add(watched ? "watched" : "not-watched");
            edits.watch(now.secret(), watched);
        });
        return parts;
    }

    private Placed admitted(Wish wish, LongSupplier seen) {
        Placed before = entrance.admit(wish);
        Entrance.requireSeen(before, seen.getAsLong());
        return before;
    }

    private static Wish edited(Caller caller, UUID secret) {
        return new Wish(caller, Verb.SECRET_EDIT, EventClass.SECRET_EDITED, secret);
    }

    /** As it will be, with its template and tags: whoever may not have such a one there may not make it. */
    private Optional<Sight> sight(UUID id, Outline outline, Caller caller) {
        Optional<Target> in = outline.folder().isEmpty()
                ? Optional.of(Target.installation())
                : folders.find(outline.folder().get())
                        .map(folder -> Sight.of(folder, caller).target());
        @Nullable
        UUID template =
                outline.template().flatMap(templates::named).map(Template::id).orElse(null);
        Set<UUID> tags = contents.known(outline.tags());
        return in.map(place -> new Target(null, place.folders(), tags, template, place.place()))
                .map(target -> Sight.of(target, new Subject(Subject.Kind.SECRET, id), Map.of()));
    }

    private TemplateVersion version(Draft draft) {
        Template template =
                templates.named(draft.template()).orElseThrow(() -> SecretRefused.invalid("there is no such template"));
        return templates
                .version(template.id(), draft.version().orElse(template.version()))
                .orElseThrow(() -> SecretRefused.invalid("the template has no such version"));
    }

    /** Under the head's lock: a template that is deleted has no secrets. */
    private void requireStanding(UUID template) {
        if (templates.find(template).isEmpty()) {
            throw SecretRefused.invalid("there is no such template");
        }
    }

    private Set<UUID> tagged(Set<Slug> names) {
        return names.stream().map(name -> edits.tagNamed(name, ids.next())).collect(Collectors.toSet());
    }

    /** People, and the groups there are. */
    private void requireThere(Set<UUID> owners) {
        for (UUID owner : owners) {
            if (groups.find(owner).isEmpty() && people.find(owner).isEmpty()) {
                throw SecretRefused.invalid("an owner is a person or a group");
            }
        }
    }

    private static Set<UUID> itself(Caller caller) {
        return caller.actor() instanceof Actor.Person person ? Set.of(person.id()) : Set.of();
    }
}
