// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import dev.cofactor.desk.insight.Crowds;
import dev.cofactor.desk.insight.Goals;
import dev.cofactor.engine.foresight.Expectations;
import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.foresight.Seeker;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What expectations do not say themselves: who stands where, and what there is. As it is at the moment it is first asked for. */
@ApplicationScoped
class ExpectationFacts {
    private final People people;
    private final Machines machines;
    private final Groups groups;
    private final Crowds crowds;
    private final Goals goals;

    ExpectationFacts(People people, Machines machines, Groups groups, Crowds crowds, Goals goals) {
        this.people = people;
        this.machines = machines;
        this.groups = groups;
        this.crowds = crowds;
        this.goals = goals;
    }

    Expectations.Facts now() {
        return new Now();
    }

    /** Everything is read once, for all expectations that ask. */
    private final class Now implements Expectations.Facts {
        private @Nullable Map<UUID, Set<UUID>> standing;
        private @Nullable List<Seeker> seekers;
        private @Nullable List<Goal> all;

        /** Whoever is not active may nothing, so of him nothing is to be expected. */
        @Override
        public Optional<Set<UUID>> groupsOf(UUID actor) {
            boolean there = people.find(actor).filter(Person::active).isPresent()
                    || machines.find(actor).filter(Service::active).isPresent();
            return there ? Optional.of(standing().getOrDefault(actor, Set.of())) : Optional.empty();
        }

        @Override
        public Optional<Set<UUID>> groupsAbove(UUID group) {
            return groups.find(group).map(Group::id).map(id -> {
                Set<UUID> above = new HashSet<>(standing().getOrDefault(id, Set.of()));
                above.add(id);
                return above;
            });
        }

        @Override
        public Optional<Goal> secret(UUID id) {
            return goals.secret(id);
        }

        @Override
        public Optional<Goal> folder(UUID id) {
            return goals.folder(id);
        }

        @Override
        public List<Seeker> seekers() {
            List<Seeker> found = seekers == null ? crowds.all() : seekers;
            seekers = found;
            return found;
        }

        @Override
        public List<Goal> goals() {
            List<Goal> found = all == null ? goals.all() : all;
            all = found;
            return found;
        }

        private Map<UUID, Set<UUID>> standing() {
            Map<UUID, Set<UUID>> found = standing == null ? groups.ofAll() : standing;
            standing = found;
            return found;
        }
    }
}
