// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Mandates;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What somebody typed, as the desk is asked: names become ids. Only for whoever was let in. */
@Singleton
class Lookup {
    private static final Pattern ID = Pattern.compile(AuditPages.ID);

    private final People people;
    private final Machines machines;
    private final Mandates mandates;
    private final Catalogue catalogue;

    Lookup(People people, Machines machines, Mandates mandates, Catalogue catalogue) {
        this.people = people;
        this.machines = machines;
        this.mandates = mandates;
        this.catalogue = catalogue;
    }

    /** @return nothing, where somebody or something was named that is not there */
    Optional<Map<String, List<String>>> conditions(Sought sought) {
        Map<String, List<String>> conditions = new HashMap<>(Deeds.Kind.conditions(sought.kind()));
        Optional<UUID> actor = somebody(sought.who());
        Optional<UUID> about = something(sought.what());
        if (isMissing(sought.who(), actor) || isMissing(sought.what(), about)) {
            return Optional.empty();
        }
        actor.ifPresent(id -> conditions.put("actor", List.of(id.toString())));
        about.ifPresent(id -> conditions.put("about", List.of(id.toString())));
        put(conditions, "outcome", sought.outcome());
        put(conditions, "address", sought.address());
        day(sought.from()).ifPresent(day -> conditions.put("from", List.of(midnight(day))));
        day(sought.until()).ifPresent(day -> conditions.put("until", List.of(midnight(day.plusDays(1)))));
        return Optional.of(conditions);
    }

    private static boolean isMissing(String named, Optional<UUID> found) {
        return !named.isEmpty() && found.isEmpty();
    }

    private static void put(Map<String, List<String>> conditions, String name, String value) {
        if (!value.isEmpty()) {
            conditions.put(name, List.of(value));
        }
    }

    /** A day as a browser's field for dates writes it; what is no day is no condition. */
    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String midnight(LocalDate day) {
        return day + "T00:00:00Z";
    }

    /** A person by his account's name, a service or an agent by its own, anybody by his id. */
    private Optional<UUID> somebody(String named) {
        return id(named)
                .or(() -> AccountName.find(named).flatMap(people::find).map(Person::id))
                .or(() -> machines.all().stream()
                        .filter(service -> service.name().equalsIgnoreCase(named))
                        .map(Service::id)
                        .findFirst())
                .or(() -> mandates.all().stream()
                        .filter(agent -> agent.name().equalsIgnoreCase(named))
                        .map(Agent::id)
                        .findFirst());
    }

    /** A secret by its path or id, whatever else has a history by its id. */
    private Optional<UUID> something(String named) {
        return id(named).or(() -> catalogue.find(named).map(Placed::secret)).or(() -> PublicId.SECRET.read(named));
    }

    private static Optional<UUID> id(String named) {
        return ID.matcher(named).matches() ? Optional.of(UUID.fromString(named)) : Optional.empty();
    }
}
