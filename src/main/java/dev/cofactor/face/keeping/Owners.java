// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who may be made an owner on a page: whoever is one, the reader himself and his groups. Of everybody else only those hear who
 * look after people.
 */
@Singleton
class Owners {
    private static final String FIELD = "owner";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final People people;
    private final Groups groups;
    private final Gate gate;

    Owners(People people, Groups groups, Gate gate) {
        this.people = people;
        this.groups = groups;
        this.gate = gate;
    }

    record Owner(String id, String name, boolean group, boolean chosen) {}

    List<Owner> offered(Caller caller, Placed secret, Set<UUID> chosen) {
        UUID self = caller.actor().id();
        boolean all = gate.view(caller).may(Verb.PEOPLE_EDIT, Target.installation());
        Set<UUID> known = new HashSet<>(secret.owners());
        known.addAll(chosen);
        known.add(self);
        Set<UUID> own = groups.namedOf(self).stream().map(Group::id).collect(Collectors.toSet());
        own.remove(Groups.EVERYONE);
        List<Owner> offered = new ArrayList<>();
        groups.all().stream()
                .filter(group -> known.contains(group.id())
                        || own.contains(group.id())
                        || (all && !group.id().equals(Groups.EVERYONE)))
                .forEach(group -> offered.add(owner(group.id(), group.name(), true, chosen)));
        List<Person> persons = all ? people.all() : people.find(known);
        persons.stream()
                .filter(person -> person.active() || known.contains(person.id()))
                .forEach(person -> offered.add(owner(person.id(), person.displayName(), false, chosen)));
        offered.sort(Comparator.comparing((Owner one) -> !one.chosen())
                .thenComparing(one -> !one.group())
                .thenComparing(one -> one.name().toLowerCase(Locale.ROOT)));
        return offered;
    }

    private static Owner owner(UUID id, String name, boolean group, Set<UUID> chosen) {
        return new Owner(id.toString(), name, group, chosen.contains(id));
    }

    static Set<UUID> chosen(Map<String, List<String>> form) {
        return form.getOrDefault(FIELD, List.of()).stream()
                .filter(id -> ID.matcher(id).matches())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}
