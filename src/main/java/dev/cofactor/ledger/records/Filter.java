// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Outcome;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is looked for. All parts that are there must fit.
 *
 * @param party whoever did it or whom it is about: "all about one person"
 * @param classes one of these; any if empty
 * @param outcomes one of these; any if empty
 * @param from not before
 * @param until before, and not at
 */
public record Filter(
        Optional<UUID> actor,
        Optional<UUID> about,
        Optional<UUID> party,
        Set<EventClass> classes,
        Set<Outcome> outcomes,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<InetAddress> address) {
    public static final Filter ALL = new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Filter byActor(UUID id) {
        return new Filter(Optional.of(id), about, party, classes, outcomes, from, until, address);
    }

    public Filter aboutOne(UUID id) {
        return new Filter(actor, Optional.of(id), party, classes, outcomes, from, until, address);
    }

    public Filter ofParty(UUID id) {
        return new Filter(actor, about, Optional.of(id), classes, outcomes, from, until, address);
    }

    public Filter inClasses(Set<EventClass> some) {
        return new Filter(actor, about, party, some, outcomes, from, until, address);
    }

    public Filter endedAs(Set<Outcome> some) {
        return new Filter(actor, about, party, classes, some, from, until, address);
    }

    public Filter notBefore(Instant time) {
        return new Filter(actor, about, party, classes, outcomes, Optional.of(time), until, address);
    }

    public Filter before(Instant time) {
        return new Filter(actor, about, party, classes, outcomes, from, Optional.of(time), address);
    }

    public Filter comingFrom(InetAddress one) {
        return new Filter(actor, about, party, classes, outcomes, from, until, Optional.of(one));
    }

    Filter atAnyTime() {
        return new Filter(actor, about, party, classes, outcomes, Optional.empty(), Optional.empty(), address);
    }
}
