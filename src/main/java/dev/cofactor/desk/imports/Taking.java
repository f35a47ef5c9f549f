// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import dev.cofactor.desk.imports.ImportDesk.Taken;
import dev.cofactor.desk.imports.Plan.Line;
import dev.cofactor.desk.imports.Planning.Aim;
import dev.cofactor.desk.imports.Planning.Fitted;
import dev.cofactor.desk.secrets.Completeness.Whole;
import dev.cofactor.desk.secrets.Entered;
import dev.cofactor.desk.seeds.Custody.Brought;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.formats.Format;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.CatalogueEdits.NewSecret;
import dev.cofactor.ledger.catalogue.Description;
import dev.cofactor.ledger.catalogue.Slug;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes secrets of entries with one change. All is sealed before; under the head's lock there are rows alone. */
@Singleton
class Taking {
    private final Gate gate;
    private final Whole whole;
    private final Brought brought;
    private final Planning planning;
    private final Templates templates;
    private final Ids ids;

    Taking(Gate gate, Whole whole, Brought brought, Planning planning, Templates templates, Ids ids) {
        this.gate = gate;
        this.whole = whole;
        this.brought = brought;
        this.planning = planning;
        this.templates = templates;
        this.ids = ids;
    }

    /** A secret that is sealed and not stored. */
    private record Ready(Taken taken, Whole.Ready secret, Optional<Brought.Ready> seed) {}

    /** @param look where they go, for the gate */
    List<Taken> take(Aim aim, Format format, List<Line> lines, List<Fitted> entries, Supplier<Optional<Sight>> look) {
        Caller caller = aim.caller();
        List<Ready> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            all.add(ready(aim, lines.get(i), entries.get(i)));
        }
        List<Taken> taken = all.stream().map(Ready::taken).toList();
        Set<UUID> secrets = taken.stream().map(Taken::secret).collect(Collectors.toSet());
        List<Brought.Ready> seeds =
                all.stream().flatMap(one -> one.seed.stream()).toList();
        Ask ask = new Ask(
                caller,
                Verb.SECRET_CREATE,
                EventClass.IMPORT_DONE,
                () -> look.get().filter(sight -> gate.view(caller).may(Verb.SECRET_EDIT, sight.target())));
        gate.change(ask, new Moves(false, secrets), at -> {
            requireAsPlanned(aim, seeds);
            all.forEach(one -> add(one, caller, at));
            Details details = Details.none()
                    .with(Name.METHOD, format.word())
                    .with(Name.COUNT, taken.size())
                    .with(
                            Name.PARTS,
                            taken.stream()
                                    .map(one -> PublicId.SECRET.of(one.secret()))
                                    .toList());
            return new Done<>(taken, details, brought.tells(seeds, caller, at));
        });
        return taken;
    }

    private Ready ready(Aim aim, Line line, Fitted fitted) {
        UUID id = ids.next();
        TemplateVersion version = aim.template();
        String slug = line.path().substring(line.path().lastIndexOf('/') + 1);
        NewSecret made = new NewSecret(
                id,
                aim.folder().id(),
                new Slug(slug),
                DisplayName.of(line.title().isEmpty() ? slug : line.title()),
                Description.NONE,
                version.template(),
                version.number());
        Map<String, @Nullable Entered> fields = new HashMap<>();
        fitted.fit().values().forEach((field, value) -> fields.put(PublicId.FIELD.of(field.id()), value.get()));
        Optional<Brought.Ready> seed = fitted.entry().otp().map(otp -> {
            Field field = fitted.fit().seed().orElseThrow();
            return brought.ready(id, field.id(), otp);
        });
        return new Ready(new Taken(line.number(), id, line.path()), whole.ready(made, version, fields), seed);
    }

    /** Under the head's lock: somebody may have come first with the same file, or with another template. */
    private void requireAsPlanned(Aim aim, List<Brought.Ready> seeds) {
        Optional<Template> template = templates.find(aim.template().template());
        if (template.map(Template::version)
                .filter(version -> version == aim.template().number())
                .isEmpty()) {
            throw ImportRefused.changed();
        }
        List<byte[]> fingerprints =
                seeds.stream().map(Brought.Ready::fingerprint).toList();
        if (!planning.visible(aim.caller(), fingerprints).isEmpty()) {
            throw ImportRefused.changed();
        }
    }

    private void add(Ready one, Caller caller, Done.Moment at) {
        Set<UUID> owners = caller.actor() instanceof Actor.Person person ? Set.of(person.id()) : Set.of();
        whole.add(
                one.secret,
                owners,
                caller.actor().id(),
                at,
                () -> one.seed.ifPresent(seed -> brought.put(seed, caller, at)));
    }
}
