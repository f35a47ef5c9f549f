// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.review;

import static java.util.stream.Collectors.toMap;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.foresight.WhoCan;
import dev.cofactor.engine.foresight.WhoCan.Reach;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.world.EditionOnRecord;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.former.Former;
import dev.cofactor.ledger.records.Digest;
import dev.cofactor.ledger.rulebook.Rulebook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who could have what, at a moment: asked of the rules that were in force then, of everybody there was, about all there was. */
@ApplicationScoped
class AccessReview {
    /** Beyond this a right that nobody used is asked about. */
    static final Duration LONG = Duration.ofDays(90);

    private static final int AT_ONCE = 200;
    private static final Set<EventClass> RELEASES =
            EnumSet.of(EventClass.CODE_RELEASED, EventClass.BACKUP_CODE_TAKEN, EventClass.FIELD_REVEALED);

    private final Rulebook rulebook;
    private final EditionOnRecord editions;
    private final Former former;
    private final Then then;
    private final Digest digest;

    AccessReview(Rulebook rulebook, EditionOnRecord editions, Former former, Then then, Digest digest) {
        this.rulebook = rulebook;
        this.editions = editions;
        this.former = former;
        this.then = then;
        this.digest = digest;
    }

    /** Places that no policy tells apart are asked about once. */
    private record Alike(
            Set<UUID> folders,
            Set<UUID> tags,
            UUID template,
            Optional<UUID> owner,
            @Nullable UUID named,
            Verb verb) {}

    private record Use(UUID actor, UUID secret, String kind) {}

    /**
     * All rows, secret by secret in the order of their ids. What is held in memory is a part of them.
     *
     * @throws Problem where there were no rules at that moment
     */
    void each(Instant at, Consumer<Row> row) {
        Edition edition = edition(at);
        Then.Crowd crowd = then.at(at);
        Set<UUID> named = named(edition);
        Map<Alike, List<Reach>> known = new HashMap<>();
        Optional<UUID> after = Optional.empty();
        List<Former.Spot> spots = former.at(at, after, AT_ONCE);
        while (!spots.isEmpty()) {
            Map<Use, Instant> uses = uses(spots, at);
            for (Former.Spot spot : spots) {
                for (Verb verb : EnumSet.of(Verb.CODE_FETCH, Verb.BACKUP_CODE_TAKE, Verb.FIELD_REVEAL)) {
                    List<Reach> reached = known.computeIfAbsent(
                            alike(spot, verb, named),
                            asked -> WhoCan.of(edition, crowd.seekers(), verb, goal(spot), at));
                    rows(spot, verb, reached, crowd, uses, at).forEach(row);
                }
            }
            after = Optional.of(spots.getLast().secret());
            spots = former.at(at, after, AT_ONCE);
        }
    }

    private Edition edition(Instant at) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            long number = rulebook.at(at);
            if (number == 0) {
                throw new Problem(Problem.Kind.INVALID, "nothing-then", "at that time there were no rules yet");
            }
            return editions.read(rulebook, number);
        });
    }

    private static Set<UUID> named(Edition edition) {
        Set<UUID> named = new HashSet<>();
        for (Policy policy : edition.policies().policies()) {
            for (Resource on : policy.on()) {
                if (on instanceof Resource.Secret secret) {
                    named.add(secret.id());
                }
            }
        }
        return named;
    }

    private static Alike alike(Former.Spot spot, Verb verb, Set<UUID> named) {
        @Nullable UUID itself = named.contains(spot.secret()) ? spot.secret() : null;
        return new Alike(spot.folders(), spot.tags(), spot.template(), spot.personalOf(), itself, verb);
    }

    private static Goal goal(Former.Spot spot) {
        Target target = new Target(spot.secret(), spot.folders(), spot.tags(), spot.template(), Place.SHARED);
        return new Goal(target, spot.personalOf().orElse(null));
    }

    private Map<Use, Instant> uses(List<Former.Spot> spots, Instant at) {
        List<UUID> ids = spots.stream().map(Former.Spot::secret).toList();
        return digest.uses(ids, RELEASES, at).stream()
                .collect(toMap(use -> new Use(use.actor(), use.about(), use.kind()), Digest.Use::last));
    }

    /** Of a service with several tokens the one that reaches furthest counts; an agent has a row for each whom it acts for. */
    private static List<Row> rows(
            Former.Spot spot, Verb verb, List<Reach> reached, Then.Crowd crowd, Map<Use, Instant> uses, Instant at) {
        Map<List<Object>, Row> rows = new HashMap<>();
        for (Reach reach : reached) {
            if (reach.extent() != Reach.Extent.NEVER) {
                Row row = row(spot, verb, reach, crowd, uses, at);
                rows.merge(List.of(row.id(), row.forWhom()), row, (one, other) -> one.always() ? one : other);
            }
        }
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparing((Row row) -> row.who().kind())
                .thenComparing(row -> row.id().toString())
                .thenComparing(row -> row.forWhom().map(UUID::toString).orElse("")));
        return sorted;
    }

    private static Row row(
            Former.Spot spot, Verb verb, Reach reach, Then.Crowd crowd, Map<Use, Instant> uses, Instant at) {
        UUID id = reach.who().id();
        Optional<UUID> forWhom = reach.who().asker() instanceof Asker.Agent agent
                ? Optional.of(agent.actsFor().id())
                : Optional.empty();
        Optional<Instant> last = Optional.ofNullable(
                uses.get(new Use(id, spot.secret(), kind(verb).word())));
        return new Row(
                spot.secret(),
                spot.path(),
                crowd.name(id),
                id,
                forWhom,
                verb,
                reach.extent() == Reach.Extent.ALWAYS,
                reach.steps().stream().map(AccessReview::word).distinct().toList(),
                reach.through().stream()
                        .map(policy -> policy.name() + " (" + policy.id() + ")")
                        .toList(),
                last,
                last.filter(time -> time.plus(LONG).isAfter(at)).isEmpty());
    }

    private static EventClass kind(Verb verb) {
        return switch (verb) {
            case CODE_FETCH -> EventClass.CODE_RELEASED;
            case BACKUP_CODE_TAKE -> EventClass.BACKUP_CODE_TAKEN;
            case FIELD_REVEAL -> EventClass.FIELD_REVEALED;
            default -> throw new IllegalArgumentException("nothing leaves by it");
        };
    }

    private static String word(Need need) {
        return switch (need) {
            case Need.StepUp stepUp -> "step-up";
            case Need.Reason reason -> "reason";
            case Need.Ticket ticket -> "ticket";
            case Need.Approval approval -> "approval";
            case Need.BreakGlass glass -> "break-glass";
        };
    }
}
