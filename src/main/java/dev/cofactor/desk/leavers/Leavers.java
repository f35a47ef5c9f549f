// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.leavers;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.cofactor.desk.leavers.LeaverReport.Issued;
import dev.cofactor.desk.leavers.LeaverReport.Rest;
import dev.cofactor.desk.leavers.LeaverReport.Seed;
import dev.cofactor.desk.leavers.LeaverReport.Used;
import dev.cofactor.desk.seeds.Custody;
import dev.cofactor.desk.seeds.Custody.Known;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.directory.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Works the report out, for whoever may edit people. */
@ApplicationScoped
public class Leavers {
    private final Gate gate;
    private final People people;
    private final Groups groups;
    private final Machines machines;
    private final Catalogue catalogue;
    private final Custody custody;
    private final Traces traces;
    private final Clock clock;

    Leavers(
            Gate gate,
            People people,
            Groups groups,
            Machines machines,
            Catalogue catalogue,
            Custody custody,
            Traces traces,
            Clock clock) {
        this.gate = gate;
        this.people = people;
        this.groups = groups;
        this.machines = machines;
        this.catalogue = catalogue;
        this.custody = custody;
        this.traces = traces;
        this.clock = clock;
    }

    /** That it is read is on the log before anything is looked up for it. */
    public LeaverReport report(Caller caller, UUID id) {
        gate.release(new Ask(
                caller,
                Verb.PEOPLE_EDIT,
                EventClass.AUDIT_READ,
                () -> people.find(id).map(found -> sight(id))));
        Person person = people.find(id).orElseThrow(Leavers::notFound);
        Instant now = clock.instant();
        View view = gate.view(caller);
        Traces.Found found = traces.of(id, now);
        List<Known> known = custody.couldBeKnownTo(id);
        Sights sights = new Sights(catalogue, view, caller, id);
        sights.lookUp(Stream.concat(known.stream().map(Known::secret), found.bySecret().keySet().stream())
                .toList());
        Sights.Owned owned = sights.owned();
        boolean machinery = view.may(Verb.MACHINE_EDIT, Target.installation());
        List<Service> made = made(found.services());
        List<Issued> issued = issued(found.tokens(), now);
        return new LeaverReport(
                person,
                now,
                seeds(known, sights),
                used(found.bySecret(), sights),
                alone(owned.secrets(), id, sights),
                machinery ? made : List.of(),
                machinery ? issued : List.of(),
                groups.lastOf(id),
                people.managedBy(id),
                new Rest(
                        owned.personal(),
                        sights.hidden(),
                        machinery ? 0 : made.size() + issued.size(),
                        found.unreadable(),
                        found.whole()));
    }

    private static Sight sight(UUID person) {
        return Sight.of(Target.installation(), new Subject(Subject.Kind.PERSON, person), Map.of())
                .saying(Details.none().with(Name.PARTS, List.of("leaver-report")));
    }

    private static List<Seed> seeds(List<Known> known, Sights sights) {
        Map<UUID, List<Known>> bySecret = known.stream().collect(groupingBy(Known::secret));
        return bySecret.entrySet().stream()
                .flatMap(entry -> sights.seen(entry.getKey()).stream().map(placed -> seed(placed, entry.getValue())))
                .sorted(comparing(seed -> seed.secret().path()))
                .toList();
    }

    private static Seed seed(Placed secret, List<Known> known) {
        Known last = known.stream().max(comparing(Known::time)).orElseThrow();
        List<String> how = known.stream().map(Known::how).distinct().sorted().toList();
        return new Seed(secret, last.state(), how, last.time());
    }

    private static List<Used> used(Map<UUID, Traces.Count> bySecret, Sights sights) {
        return bySecret.entrySet().stream()
                .flatMap(entry -> sights.seen(entry.getKey()).stream().map(placed -> used(placed, entry.getValue())))
                .sorted(comparing(used -> used.secret().path()))
                .toList();
    }

    private static Used used(Placed secret, Traces.Count count) {
        return new Used(
                secret,
                count.of(EventClass.CODE_RELEASED),
                count.of(EventClass.BACKUP_CODE_TAKEN),
                count.of(EventClass.FIELD_REVEALED),
                count.last());
    }

    /** Of a group that owns, whoever else is active in it counts. */
    private List<Placed> alone(List<Placed> owned, UUID person, Sights sights) {
        return owned.stream()
                .filter(secret -> hasNoOther(secret.owners(), person))
                .flatMap(secret -> sights.seen(secret).stream())
                .sorted(comparing(Placed::path))
                .toList();
    }

    private boolean hasNoOther(Collection<UUID> owners, UUID person) {
        Set<UUID> others = new HashSet<>(owners);
        others.remove(person);
        return people.activeAmong(others).stream().allMatch(person::equals);
    }

    private List<Service> made(Set<UUID> services) {
        return services.stream().map(machines::find).flatMap(Optional::stream).toList();
    }

    private List<Issued> issued(Set<UUID> tokens, Instant now) {
        return tokens.stream()
                .map(machines::token)
                .flatMap(Optional::stream)
                .filter(token -> token.stands(now))
                .map(token -> new Issued(token, nameOf(token)))
                .toList();
    }

    private String nameOf(Token token) {
        return machines.find(token.service()).map(Service::name).orElse("");
    }

    private static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
