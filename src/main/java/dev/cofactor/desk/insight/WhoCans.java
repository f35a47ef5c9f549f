// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import static java.util.stream.Collectors.toMap;

import dev.cofactor.desk.wording.NameBook;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.engine.foresight.WhoCan;
import dev.cofactor.engine.foresight.WhoCan.Reach;
import dev.cofactor.engine.foresight.WhoCan.Reach.Extent;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Mandates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/** Who can do something to something, of all there are. */
@ApplicationScoped
public class WhoCans {
    private final Admission admission;
    private final Gate gate;
    private final Grounds grounds;
    private final Crowds crowds;
    private final People people;
    private final Machines machines;
    private final Mandates mandates;
    private final NameBook book;
    private final Clock clock;

    WhoCans(
            Admission admission,
            Gate gate,
            Grounds grounds,
            Crowds crowds,
            People people,
            Machines machines,
            Mandates mandates,
            NameBook book,
            Clock clock) {
        this.admission = admission;
        this.gate = gate;
        this.grounds = grounds;
        this.crowds = crowds;
        this.people = people;
        this.machines = machines;
        this.mandates = mandates;
        this.book = book;
        this.clock = clock;
    }

    /**
     * A page of those who can, and how many of all can how far.
     *
     * @param found all there are, in order
     * @param page those of them that are shown
     * @param called the names of all on the page
     * @param next how many come before the next page; none where this is the last
     */
    record Answer(
            long edition,
            Instant at,
            List<Reach> found,
            List<Reach> page,
            Map<UUID, String> called,
            Names names,
            OptionalInt next) {}

    /** The same as it is asked and told outside. @param asked a document, read of nobody who may not know the answer */
    public WhoCanJson.Answer told(Caller caller, Supplier<byte[]> asked) {
        return WhoCanJson.Answer.of(whoCan(caller, () -> WhoCanAsked.read(asked.get())));
    }

    /** @param asked read of nobody who may not know the answer */
    Answer whoCan(Caller caller, Supplier<WhoCanAsked> asked) {
        admission.require(caller);
        WhoCanAsked wanted = asked.get();
        Goal goal = Goal.shared(grounds.find(wanted.on(), caller).target());
        return Turns.taken(() -> answered(wanted, goal));
    }

    private Answer answered(WhoCanAsked wanted, Goal goal) {
        Edition edition = gate.edition();
        Instant now = clock.instant();
        List<Seeker> all = crowds.all().stream().sorted(ORDER).toList();
        List<Reach> found = WhoCan.of(edition, all, wanted.verb(), goal, now);
        List<Reach> shown = found.stream()
                .filter(one -> wanted.all() || one.extent() != Extent.NEVER)
                .toList();
        List<Reach> page =
                shown.stream().skip(wanted.from()).limit(wanted.limit()).toList();
        long next = (long) wanted.from() + page.size();
        return new Answer(
                edition.number(),
                now,
                found,
                page,
                called(page),
                book.names(page.stream()
                        .flatMap(one -> one.through().stream())
                        .distinct()
                        .toList()),
                next < shown.size() ? OptionalInt.of((int) next) : OptionalInt.empty());
    }

    /** People first; each kind in the order of ids, which stays while names change. */
    private static final Comparator<Seeker> ORDER = Comparator.comparing((Seeker one) -> kind(one.asker()))
            .thenComparing(one -> one.id().toString())
            .thenComparing(WhoCans::shown);

    /** What tells two of one id apart: a token, whose word it comes with, or for whom it acts. */
    private static String shown(Seeker one) {
        return one.asker() instanceof Asker.Agent agent
                ? agent.actsFor().id().toString()
                : one.asker().credential().token() + " " + one.openTo();
    }

    /** The order in which they are listed. */
    enum Kind {
        PERSON,
        SERVICE,
        AGENT
    }

    static Kind kind(Asker asker) {
        return switch (asker) {
            case Asker.Person one -> Kind.PERSON;
            case Asker.Service one -> Kind.SERVICE;
            case Asker.Agent one -> Kind.AGENT;
        };
    }

    private Map<UUID, String> called(List<Reach> page) {
        List<UUID> ids = page.stream()
                .flatMap(one -> one.who().asker().sides().stream())
                .map(Asker::id)
                .distinct()
                .toList();
        Map<UUID, String> called = new HashMap<>();
        people.find(ids).forEach(person -> called.put(person.id(), person.displayName()));
        if (page.stream().anyMatch(one -> kind(one.who().asker()) != Kind.PERSON)) {
            called.putAll(machines.all().stream().collect(toMap(Service::id, Service::name)));
            called.putAll(mandates.all().stream().collect(toMap(Agent::id, Agent::name)));
        }
        return called;
    }
}
