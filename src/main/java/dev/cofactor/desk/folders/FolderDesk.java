// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.folders;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.weighing.Thing;
import dev.cofactor.desk.weighing.Watch;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.catalogue.Slug;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Changes folders, through the gate. They are of the world: each change moves it, so no two see the same tree. What is
 * handed in to be asked for is read only of somebody who is admitted.
 */
@ApplicationScoped
public class FolderDesk {
    private static final int AT_ONCE = 500;
    static final String MOVED = "folder-moved";
    static final String FOLDER = "folder";
    static final String INTO = "into";
    private static final String STATE = "state";

    private final Gate gate;
    private final SecondPerson second;
    private final Catalogue catalogue;
    private final Folders folders;
    private final People people;
    private final Ids ids;

    FolderDesk(Gate gate, SecondPerson second, Catalogue catalogue, Folders folders, People people, Ids ids) {
        this.gate = gate;
        this.second = second;
        this.catalogue = catalogue;
        this.folders = folders;
        this.people = people;
        this.ids = ids;
    }

    /** Where something is put: a folder, or the root. */
    public sealed interface Where {
        record Root() implements Where {}

        /** @param asked by path or id, whatever the caller wrote */
        record In(String asked) implements Where {}
    }

    /** What it is called; what is absent stays. */
    public record Label(Optional<Slug> slug, Optional<DisplayName> name) {}

    /** Whoever says nowhere is asked about the root. */
    public Folder create(Caller caller, Optional<Where> where, Supplier<Label> called) {
        UUID id = ids.next();
        Subject about = new Subject(Subject.Kind.FOLDER, id);
        Supplier<Optional<Sight>> look = () ->
                end(caller, where.orElseGet(Where.Root::new)).map(found -> Sight.of(found.target(), about, Map.of()));
        gate.admit(caller, Verb.FOLDER_EDIT, look);
        Where in = where.orElseThrow(FolderDesk::missing);
        Label label = called.get();
        Slug slug = label.slug().orElseThrow(FolderDesk::missing);
        DisplayName name = label.name().orElseThrow(FolderDesk::missing);
        return changed(caller, look, at -> {
            Optional<UUID> parent = parent(in);
            return done(folders.add(id, parent, slug, name, moment(at)), "folder", parent);
        });
    }

    Folder rename(Caller caller, UUID folder, Supplier<String> seen, Supplier<Label> called) {
        Supplier<Optional<Sight>> look = () -> sight(caller, folder);
        gate.admit(caller, Verb.FOLDER_EDIT, look);
        String state = seen.get();
        Label label = called.get();
        return changed(caller, look, at -> {
            Folder now = unchanged(folder, state);
            Folder renamed = folders.rename(
                    folder,
                    label.slug().orElseGet(() -> new Slug(now.slug())),
                    label.name().orElseGet(() -> new DisplayName(now.name())),
                    moment(at));
            return done(renamed, "name", Optional.empty());
        });
    }

    /** Needs the right at both ends: where it is missing, that end is refused and named on the log. */
    Folder move(Caller caller, UUID folder, Supplier<String> seen, Optional<Where> where) {
        Supplier<Optional<Sight>> look = () -> sight(caller, folder)
                .flatMap(from -> where.isEmpty() ? Optional.of(from) : ends(caller, from, where.get()));
        gate.admit(caller, Verb.FOLDER_EDIT, look);
        String state = seen.get();
        Where into = where.orElseThrow(FolderDesk::missing);
        String place = parent(into).map(UUID::toString).orElse("");
        return move(
                caller,
                Proposed.of(MOVED, Map.of(FOLDER, folder.toString(), STATE, state, INTO, place)));
    }

    /** With it moves all that lies in it, and what its author may do with that. */
    Folder move(Caller caller, Proposed change) {
        UUID folder = change.id(FOLDER);
        Ask ask = new Ask(caller, Verb.FOLDER_EDIT, EventClass.FOLDER_CHANGED, () -> look(change, caller));
        return second.change(ask, Moves.WORLD, change, Watch.moving(() -> below(folder)), at -> {
                    unchanged(folder, change.text(STATE));
                    Optional<UUID> parent = parent(into(change));
                    return done(folders.move(folder, parent, moment(at)), "place", parent);
                })
                .result()
                .orElseThrow();
    }

    Optional<Sight> look(Proposed change, Caller caller) {
        return sight(caller, change.id(FOLDER)).flatMap(from -> ends(caller, from, into(change)));
    }

    private static Where into(Proposed change) {
        String place = change.text(INTO);
        return place.isEmpty() ? new Where.Root() : new Where.In(PublicId.FOLDER.of(UUID.fromString(place)));
    }

    private List<Thing> below(UUID folder) {
        List<Thing> below = new ArrayList<>();
        folders.all().stream()
                .filter(one -> one.itselfAndAbove().contains(folder))
                .forEach(one -> below.add(Thing.of(one)));
        Catalogue.Wanted next = Catalogue.Wanted.all(AT_ONCE).below(folder);
        List<Placed> page = catalogue.list(next);
        while (!page.isEmpty()) {
            page.forEach(secret -> below.add(Thing.of(secret)));
            page = catalogue.list(next.after(page.getLast().secret()));
        }
        return below;
    }

    private Optional<Sight> ends(Caller caller, Sight from, Where where) {
        return end(caller, where).map(to -> gate.view(caller).firstWithout(Verb.FOLDER_EDIT, from, to));
    }

    void delete(Caller caller, UUID folder, Supplier<String> seen) {
        Supplier<Optional<Sight>> look = () -> sight(caller, folder);
        gate.admit(caller, Verb.FOLDER_EDIT, look);
        String state = seen.get();
        changed(caller, look, at -> {
            Folder now = unchanged(folder, state);
            folders.remove(folder, moment(at));
            return done(now, "deleted", Optional.empty());
        });
    }

    /** The caller's own, made now if it was not needed before: whoever may put a secret there may have it. */
    public Folder personal(Caller caller) {
        Optional<Person> person = caller.actor() instanceof Actor.Person one ? people.find(one.id()) : Optional.empty();
        Optional<Folder> there = person.flatMap(one -> folders.personal(one.id()));
        return there.orElseGet(() -> makePersonal(caller, person));
    }

    private Folder makePersonal(Caller caller, Optional<Person> person) {
        UUID id = ids.next();
        Target target = Target.folder(Set.of(id, Folders.PERSONAL), Place.OWN_PERSONAL_FOLDER);
        Sight sight = Sight.of(target, new Subject(Subject.Kind.FOLDER, id), Map.of());
        Ask ask = new Ask(caller, Verb.SECRET_CREATE, EventClass.FOLDER_CHANGED, () -> person.map(one -> sight));
        return gate.change(ask, Moves.WORLD, at -> {
                    Person owner = person.orElseThrow();
                    Folder made = folders.personal(owner.id())
                            .orElseGet(() -> folders.addPersonal(id, owner.id(), owner.accountName(), moment(at)));
                    return done(made, "personal", Optional.empty());
                })
                .result()
                .orElseThrow();
    }

    private Folder changed(Caller caller, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<Folder>> work) {
        Ask ask = new Ask(caller, Verb.FOLDER_EDIT, EventClass.FOLDER_CHANGED, look);
        return gate.change(ask, Moves.WORLD, work).result().orElseThrow();
    }

    private Optional<Sight> sight(Caller caller, UUID folder) {
        return folders.find(folder).map(found -> Sight.of(found, caller));
    }

    private Optional<Sight> end(Caller caller, Where where) {
        return switch (where) {
            case Where.Root root ->
                Optional.of(Sight.of(
                        Target.folder(Set.of(), Place.SHARED),
                        new Subject(Subject.Kind.FOLDER, Folders.ROOT),
                        Map.of()));
            case Where.In in -> folders.find(in.asked()).map(found -> Sight.of(found, caller));
        };
    }

    private Optional<UUID> parent(Where where) {
        return switch (where) {
            case Where.Root root -> Optional.empty();
            case Where.In in ->
                Optional.of(folders.find(in.asked())
                        .orElseThrow(FolderDesk::notFound)
                        .id());
        };
    }

    /** Read under the head's lock. */
    private Folder unchanged(UUID folder, String seen) {
        Folder now = folders.find(folder).orElseThrow(FolderDesk::notFound);
        if (!now.event().toString().equals(seen)) {
            throw new Problem(
                    Problem.Kind.CHANGED_MEANWHILE, "changed-meanwhile", "the folder has been changed meanwhile");
        }
        return now;
    }

    private static Done<Folder> done(Folder folder, String part, Optional<UUID> parent) {
        Details details = Details.none().with(Name.PARTS, List.of(part)).with(Name.OTHER, parent.map(UUID::toString));
        return new Done<>(folder, details, List.of());
    }

    private static Catalogue.Moment moment(Done.Moment at) {
        return new Catalogue.Moment(at.event(), at.time());
    }

    static Problem missing() {
        return new Problem(Problem.Kind.INVALID, "folder-invalid", "something that is needed is not there");
    }

    static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
