// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Description;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Changes templates, through the gate. Whether the caller saw the last state is asked under the head's lock. What is handed
 * in to be asked for is read only of somebody who is admitted.
 */
@ApplicationScoped
public class TemplateDesk {
    /** More are only counted. */
    private static final int MOST_NAMED = 100;

    private static final int MOST_LOOKED_AT = 1_000;

    private final Gate gate;
    private final Templates templates;
    private final TemplateRows rows;
    private final VersionRows versions;
    private final Catalogue catalogue;
    private final Ids ids;

    TemplateDesk(
            Gate gate, Templates templates, TemplateRows rows, VersionRows versions, Catalogue catalogue, Ids ids) {
        this.gate = gate;
        this.templates = templates;
        this.rows = rows;
        this.versions = versions;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    /** A name and what it is for. */
    public record Label(DisplayName name, Description description) {}

    /**
     * Fields as somebody wants them.
     *
     * @param named the ids he named himself: a field that keeps its id keeps its values
     */
    public record Draft(List<Field> fields, Set<UUID> named) {
        public Draft {
            fields = List.copyOf(fields);
            named = Set.copyOf(named);
            TemplateVersion.check(fields);
        }
    }

    /**
     * What is made from a template.
     *
     * @param shown those the asker may know of, so many at the most
     * @param others how many more there are
     */
    public record Use(List<Placed> shown, long others) {
        public Use {
            shown = List.copyOf(shown);
        }

        public boolean isNone() {
            return shown.isEmpty() && others == 0;
        }
    }

    /** Returns for whoever may change this template, or make one: a form is shown to nobody else. */
    public void begin(Caller caller, Optional<UUID> template) {
        gate.admit(
                caller,
                Verb.TEMPLATE_EDIT,
                template.map(id -> sight(id, () -> isThere(id))).orElseGet(() -> sight(ids.next(), () -> true)));
    }

    /** What deleting it would be refused for; for whoever may change it. */
    public Use use(Caller caller, UUID template) {
        admit(caller, template);
        return use(caller, gate.view(caller), template);
    }

    public UUID create(Caller caller, Supplier<Label> called, Supplier<Draft> wanted) {
        Supplier<Optional<Sight>> look = sight(ids.next(), () -> true);
        gate.admit(caller, Verb.TEMPLATE_EDIT, look);
        Label label = called.get();
        Draft draft = wanted.get();
        TemplateRefused.unless(draft.named().isEmpty(), "the fields of a new template have no ids yet");
        Details parts = Details.none().with(Name.PARTS, List.of("template"));
        return made(caller, label, () -> true, draft::fields, parts);
    }

    public UUID copy(Caller caller, UUID template, Supplier<Label> called) {
        gate.admit(caller, Verb.TEMPLATE_EDIT, sight(ids.next(), () -> isThere(template)));
        Details parts = Details.none().with(Name.PARTS, List.of("template")).with(Name.OTHER, template);
        return made(caller, called.get(), () -> isThere(template), () -> copied(template), parts);
    }

    private List<Field> copied(UUID template) {
        return last(template).fields().stream()
                .map(field -> field.under(ids.next()))
                .toList();
    }

    public void revise(Caller caller, UUID template, LongSupplier seen, Supplier<Draft> wanted) {
        admit(caller, template);
        long state = seen.getAsLong();
        Draft draft = wanted.get();
        changed(caller, template, state, at -> {
            TemplateVersion before = last(template);
            follow(before, draft);
            int number = before.number() + 1;
            versions.insert(version(caller, template, number, draft.fields(), at), at.event());
            return Details.none().with(Name.PARTS, List.of("fields")).with(Name.VERSION, number);
        });
    }

    public void rename(Caller caller, UUID template, LongSupplier seen, Supplier<Label> called) {
        admit(caller, template);
        long state = seen.getAsLong();
        Label label = called.get();
        changed(caller, template, state, at -> {
            rows.requireFree(label.name().value(), template);
            TemplateRow row = rows.findById(template);
            row.name = label.name().value();
            row.description = label.description().value();
            rows.flush();
            return Details.none().with(Name.PARTS, List.of("name", "description"));
        });
    }

    /** @throws TemplateRefused naming those that use it and that the caller may see */
    public void delete(Caller caller, UUID template, LongSupplier seen) {
        admit(caller, template);
        View view = gate.view(caller);
        changed(caller, template, seen.getAsLong(), at -> {
            requireUnused(caller, view, template);
            TemplateRow row = rows.findById(template);
            row.deletedAt = at.time();
            rows.flush();
            return Details.none().with(Name.PARTS, List.of("deleted"));
        });
    }

    private UUID made(
            Caller caller, Label label, BooleanSupplier mayBegin, Supplier<List<Field>> fields, Details details) {
        UUID id = ids.next();
        gate.change(ask(caller, id, mayBegin), moves(id), at -> {
            String name = label.name().value();
            rows.requireFree(name, id);
            rows.persist(new TemplateRow(id, name, label.description().value(), at.time()));
            rows.flush();
            versions.insert(version(caller, id, 1, fields.get(), at), at.event());
            return new Done<>(id, details.with(Name.VERSION, 1), List.of());
        });
        return id;
    }

    private void changed(Caller caller, UUID template, long seen, Function<Done.Moment, Details> work) {
        gate.change(ask(caller, template, () -> isThere(template)), moves(template), at -> {
            Template now = templates.find(template).orElseThrow(TemplateDesk::notFound);
            if (now.predefined()) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "template-predefined",
                        "predefined templates stay as they are; clone it");
            }
            if (now.revision() != seen) {
                throw new Problem(
                        Problem.Kind.CHANGED_MEANWHILE, "changed-meanwhile", "the template has been changed meanwhile");
            }
            return new Done<>(template, work.apply(at), List.of());
        });
    }

    private static void follow(TemplateVersion before, Draft draft) {
        for (int position = 0; position < draft.fields().size(); position++) {
            Field field = draft.fields().get(position);
            boolean follows =
                    before.field(field.id()).filter(field::takesValuesOf).isPresent();
            if (draft.named().contains(field.id()) && !follows) {
                throw TemplateRefused.at(
                        position,
                        "a field that names an id is one of the last version, of the same type, open or sealed as before");
            }
        }
    }

    private boolean isThere(UUID template) {
        return templates.find(template).isPresent();
    }

    private void requireUnused(Caller caller, View view, UUID template) {
        Use use = use(caller, view, template);
        if (!use.isNone()) {
            List<Map<String, String>> shown = use.shown().stream()
                    .map(one -> Map.of("id", PublicId.SECRET.of(one.secret()), "path", one.path()))
                    .toList();
            throw TemplateRefused.inUse(Map.of("secrets", shown, "others", use.others()));
        }
    }

    private Use use(Caller caller, View view, UUID template) {
        long all = catalogue.countOfTemplate(template);
        List<Placed> shown =
                users(caller, view, template).limit(all == 0 ? 0 : MOST_NAMED).toList();
        return new Use(shown, all - shown.size());
    }

    private Stream<Placed> users(Caller caller, View view, UUID template) {
        Catalogue.Wanted wanted = Catalogue.Wanted.all(MOST_LOOKED_AT).ofTemplate(template);
        return catalogue.list(wanted).stream()
                .filter(one -> view.shows(Sight.of(one, caller).target()));
    }

    private TemplateVersion last(UUID template) {
        return templates
                .find(template)
                .flatMap(found -> templates.version(template, found.version()))
                .orElseThrow(TemplateDesk::notFound);
    }

    private static TemplateVersion version(
            Caller caller, UUID template, int number, List<Field> fields, Done.Moment at) {
        return new TemplateVersion(
                template, number, at.time(), Optional.of(caller.actor().id()), fields);
    }

    private void admit(Caller caller, UUID template) {
        gate.admit(caller, Verb.TEMPLATE_EDIT, sight(template, () -> isThere(template)));
    }

    private static Ask ask(Caller caller, UUID template, BooleanSupplier isThere) {
        return new Ask(caller, Verb.TEMPLATE_EDIT, EventClass.TEMPLATE_CHANGED, sight(template, isThere));
    }

    private static Supplier<Optional<Sight>> sight(UUID template, BooleanSupplier isThere) {
        Sight sight = Sight.of(Target.template(template), new Subject(Subject.Kind.TEMPLATE, template), Map.of());
        return () -> Optional.of(sight).filter(one -> isThere.getAsBoolean());
    }

    /** The template's row alone: what it says decides nothing that is shared. */
    private static Moves moves(UUID template) {
        return new Moves(false, Set.of(template));
    }

    /** Whoever reads may read all there are; that he asked for one there is not is on the log before he hears so. */
    public Problem missing(Caller caller) {
        Details why = Details.none().with(Name.CODE, notFound().code());
        gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED).saying(why));
        return notFound();
    }

    static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
