// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds what somebody had, by the record of it. Of what another had it is as if it were not there. */
@Singleton
class Releases {
    private final Gate gate;
    private final Records records;

    Releases(Gate gate, Records records) {
        this.gate = gate;
        this.records = records;
    }

    /** @throws OutcomeRefused where it is not his; that he asked is on the log by then */
    Release mine(Caller caller, Optional<UUID> receipt) {
        if (!gate.view(caller).isOfSomebody()) {
            throw OutcomeRefused.unauthenticated();
        }
        return receipt.flatMap(id -> had(caller, id)).orElseThrow(() -> {
            Details details = Details.none()
                    .with(Name.CODE, OutcomeRefused.notFound().code())
                    .with(Name.PARTS, List.of("release"))
                    .with(Name.OTHER, receipt.map(UUID::toString));
            gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED).saying(details));
            return OutcomeRefused.notFound();
        });
    }

    private Optional<Release> had(Caller caller, UUID receipt) {
        return records.find(receipt)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .filter(entry -> isOf(caller, entry))
                .flatMap(Releases::release);
    }

    private static boolean isOf(Caller caller, Entry.Sound entry) {
        Optional<UUID> person =
                caller.actor() instanceof Actor.Agent agent ? Optional.of(agent.person()) : Optional.empty();
        return entry.columns().actor().equals(caller.actor().id())
                && entry.contents().actsFor().equals(person);
    }

    private static Optional<Release> release(Entry.Sound entry) {
        boolean left = List.of(Outcome.DONE.word(), Outcome.REPEATED.word())
                .contains(entry.columns().outcome());
        return Release.Kind.recordedAs(entry.columns().kind())
                .filter(kind -> left)
                .flatMap(kind -> entry.columns().about().map(secret -> new Release(first(entry, kind), secret, kind)));
    }

    /** A backup code that is shown again is the same one: of a step it is not known before its end who tries it. */
    private static UUID first(Entry.Sound entry, Release.Kind kind) {
        Object earlier = entry.contents().details().get("other");
        return kind == Release.Kind.BACKUP_CODE && earlier instanceof String id
                ? UUID.fromString(id)
                : entry.columns().event();
    }
}
