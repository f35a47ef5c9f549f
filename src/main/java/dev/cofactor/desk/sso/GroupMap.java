// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.weighing.Watch;
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
import dev.cofactor.ledger.directory.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which value of the provider's claim gives which group, for whoever may edit people. */
@ApplicationScoped
public class GroupMap {
    private static final int LONGEST = 200;

    static final String MAPPED = "sso-group-mapped";
    static final String CLAIM = "claim";
    static final String GROUP = "group";

    private final MapRows rows;
    private final Groups groups;
    private final Gate gate;
    private final SecondPerson second;
    private final Ids ids;

    GroupMap(MapRows rows, Groups groups, Gate gate, SecondPerson second, Ids ids) {
        this.rows = rows;
        this.groups = groups;
        this.gate = gate;
        this.second = second;
        this.ids = ids;
    }

    /** Compared to the letter. */
    public record Mapping(UUID id, String claim, UUID group, String groupName) {}

    /** One that is to be. */
    public record Wanted(String claim, UUID group) {
        public Wanted {
            if (claim.isEmpty() || claim.length() > LONGEST) {
                throw SsoRefused.invalid("a value of the claim has between 1 and " + LONGEST + " characters");
            }
        }
    }

    public List<Mapping> all(Caller caller) {
        gate.admit(caller, Verb.PEOPLE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        return rows.all();
    }

    public Mapping add(Caller caller, Supplier<Wanted> given) {
        gate.admit(caller, Verb.PEOPLE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        Wanted wanted = given.get();
        return add(
                caller,
                Proposed.of(
                        MAPPED,
                        Map.of(CLAIM, wanted.claim(), GROUP, wanted.group().toString())));
    }

    /** Who comes with that claim nobody knows here: it may be whoever writes this. */
    Mapping add(Caller caller, Proposed change) {
        Wanted wanted = new Wanted(change.text(CLAIM), change.id(GROUP));
        UUID id = ids.next();
        Ask ask = new Ask(
                caller, Verb.PEOPLE_EDIT, EventClass.SSO_GROUPS_CHANGED, () -> there(wanted.group()));
        return second.change(ask, Moves.WORLD, change, Watch.bringing(wanted.group()), at -> {
            if (rows.isOrReachesRole(wanted.group())) {
                throw SsoRefused.role();
            }
            if (!rows.add(id, wanted.claim(), wanted.group(), at.time())) {
                throw SsoRefused.mappedBefore();
            }
            return new Done<>(mapping(id), part("mapped"), List.of());
        })
                .result()
                .orElseThrow();
    }

    /** What it gave is gone from the answer on, out of sessions that stand too. */
    public void remove(Caller caller, UUID id) {
        changed(caller, () -> find(id).flatMap(mapping -> there(mapping.group())), at -> {
            if (!rows.remove(id)) {
                throw SsoRefused.notFound();
            }
            return new Done<>(id, part("unmapped"), List.of());
        });
    }

    private Optional<Mapping> find(UUID id) {
        return rows.all().stream().filter(mapping -> mapping.id().equals(id)).findFirst();
    }

    private Mapping mapping(UUID id) {
        return find(id).orElseThrow(SsoRefused::notFound);
    }

    Optional<Sight> there(UUID group) {
        return groups.find(group)
                .map(found -> Sight.of(Target.installation(), new Subject(Subject.Kind.GROUP, group), Map.of()));
    }

    private static Details part(String part) {
        return Details.none().with(Name.PARTS, List.of(part));
    }

    private <T> T changed(Caller caller, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<T>> work) {
        Ask ask = new Ask(caller, Verb.PEOPLE_EDIT, EventClass.SSO_GROUPS_CHANGED, look);
        return gate.change(ask, Moves.WORLD, work).result().orElseThrow();
    }
}
