// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.directory.Token;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What decisions share, in one version of the world: the edition in force, and of each asker who and where he is, read
 * when first asked for. Holds facts and no decision. What was read while the world moved on is told apart by the version
 * it is recorded under.
 */
final class Facts {
    /** Askers are remembered up to this number and then read anew: a crowd must not fill the memory. */
    private static final int MOST = 10_000;

    private final long world;
    private final Edition edition;
    private final People people;
    private final Groups groups;
    private final Machines machines;
    private final Groups.Brought brought;
    private final Map<UUID, Boolean> active = new ConcurrentHashMap<>();
    private final Map<UUID, Optional<Token>> tokens = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> standing = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> broughtBy = new ConcurrentHashMap<>();

    Facts(long world, Edition edition, People people, Groups groups, Machines machines, Groups.Brought brought) {
        this.world = world;
        this.edition = edition;
        this.people = people;
        this.groups = groups;
        this.machines = machines;
        this.brought = brought;
    }

    long world() {
        return world;
    }

    Edition edition() {
        return edition;
    }

    boolean isActive(UUID person) {
        return remembered(active)
                .computeIfAbsent(
                        person, id -> people.find(id).filter(Person::active).isPresent());
    }

    boolean isActiveService(UUID service) {
        return remembered(active)
                .computeIfAbsent(
                        service, id -> machines.find(id).filter(Service::active).isPresent());
    }

    /** Whether the token a service shows is its own and good at this time; that it was taken back moves the world. */
    boolean stands(UUID token, UUID service, Instant time) {
        return remembered(tokens)
                .computeIfAbsent(token, machines::token)
                .filter(found -> found.service().equals(service) && found.stands(time))
                .isPresent();
    }

    Set<UUID> groupsOf(UUID member) {
        return remembered(standing).computeIfAbsent(member, groups::of);
    }

    /** What the sign-in itself gives, to whoever calls with its session. */
    Set<UUID> groupsOfSession(UUID session) {
        return remembered(broughtBy).computeIfAbsent(session, brought::by);
    }

    private static <T> Map<UUID, T> remembered(Map<UUID, T> facts) {
        if (facts.size() >= MOST) {
            facts.clear();
        }
        return facts;
    }
}
