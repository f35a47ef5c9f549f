// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.duties;

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
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts duties on people and takes them back, for whoever may edit people. A duty bars from the answer on. */
@ApplicationScoped
public class DutyDesk {
    private final Gate gate;
    private final RequiredActionRows rows;
    private final People people;
    private final Groups groups;
    private final Ids ids;

    DutyDesk(Gate gate, RequiredActionRows rows, People people, Groups groups, Ids ids) {
        this.gate = gate;
        this.rows = rows;
        this.people = people;
        this.groups = groups;
        this.ids = ids;
    }

    /** @param target a person or a group; absent for newcomers */
    public record Wanted(Duty duty, Optional<Subject> target) {}

    /** A duty that stands. */
    public record Seen(UUID id, Duty duty, Whom whom, Instant since) {}

    /** Of whom it is asked. */
    public sealed interface Whom {
        /** By his name, as it is now. */
        record OfPerson(UUID id, String name) implements Whom {}

        /** Whoever stands in it. */
        record OfGroup(UUID id, String name) implements Whom {}

        /** Everybody who was added since. */
        record OfNewcomers() implements Whom {}

        /** Of somebody who is no more. */
        record OfNobody(UUID id) implements Whom {}
    }

    public List<Seen> all(Caller caller) {
        gate.admit(caller, Verb.PEOPLE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        return QuarkusTransaction.joiningExisting().call(rows::standing).stream()
                .map(this::seen)
                .toList();
    }

    public Seen put(Caller caller, Supplier<Wanted> wished) {
        gate.admit(caller, Verb.PEOPLE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        Wanted wanted = wished.get();
        UUID id = ids.next();
        Optional<UUID> named = wanted.target().map(Subject::id);
        Supplier<Optional<Sight>> look =
                () -> there(named).filter(found -> found.about().equals(wanted.target()));
        return changed(caller, look, at -> {
            UUID target = named.orElse(null);
            if (rows.standing(wanted.duty(), target).isPresent()) {
                throw DutyRefused.stands();
            }
            RequiredActionRow row = new RequiredActionRow(id, wanted.duty(), target, at.time());
            rows.persistAndFlush(row);
            return new Done<>(seen(row), parts("asked", row), List.of());
        });
    }

    public void takeBack(Caller caller, UUID id) {
        changed(caller, () -> standing(id).flatMap(row -> there(Optional.ofNullable(row.target))), at -> {
            RequiredActionRow row = rows.standing(id).orElseThrow(DutyRefused::notFound);
            rows.end(id, at.time());
            return new Done<>(id, parts("taken-back", row), List.of());
        });
    }

    /** Asked outside a transaction too, before the change has one. */
    private Optional<RequiredActionRow> standing(UUID id) {
        return QuarkusTransaction.joiningExisting().call(() -> rows.standing(id));
    }

    private Optional<Sight> there(Optional<UUID> target) {
        if (target.isEmpty()) {
            return Optional.of(Sight.installation(Details.none()));
        }
        UUID id = target.get();
        return people.find(id)
                .map(person -> sight(Subject.Kind.PERSON, id))
                .or(() -> groups.find(id).map(group -> sight(Subject.Kind.GROUP, id)));
    }

    private static Sight sight(Subject.Kind kind, UUID id) {
        return Sight.of(Target.installation(), new Subject(kind, id), Map.of());
    }

    private Seen seen(RequiredActionRow row) {
        return new Seen(row.id, row.duty(), whom(Optional.ofNullable(row.target)), row.since);
    }

    private Whom whom(Optional<UUID> target) {
        if (target.isEmpty()) {
            return new Whom.OfNewcomers();
        }
        UUID id = target.get();
        Optional<Whom> person = people.find(id).map(Person::displayName).map(name -> new Whom.OfPerson(id, name));
        return person.or(() -> groups.find(id).map(Group::name).map(name -> new Whom.OfGroup(id, name)))
                .orElse(new Whom.OfNobody(id));
    }

    private <T> T changed(Caller caller, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<T>> work) {
        Ask ask = new Ask(caller, Verb.PEOPLE_EDIT, EventClass.REQUIRED_ACTION_CHANGED, look);
        return gate.change(ask, Moves.NOTHING, work).result().orElseThrow();
    }

    private static Details parts(String what, RequiredActionRow row) {
        return Details.none().with(Name.PARTS, List.of(what, row.duty().word())).with(Name.OTHER, row.id);
    }
}
