// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Way;
import dev.cofactor.gate.toll.Charges;
import dev.cofactor.gate.toll.Passage;
import dev.cofactor.gate.world.Credentials;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Origin;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.audit.Intent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Words for the log: what was allowed, what was refused, what happened. */
@ApplicationScoped
class Intents {
    private final Ids ids;
    private final Charges charges;

    Intents(Ids ids, Charges charges) {
        this.ids = ids;
        this.charges = charges;
    }

    /**
     * Good only under the world, the rows and the session it was decided on.
     *
     * @return nothing, where a duty of this way cannot be carried out
     */
    Optional<Intent> allowed(Ruling ruling, Way way) {
        Ask ask = ruling.ask();
        Sight sight = ruling.sight().orElseThrow();
        Event event =
                event(ask.caller(), ask.kind(), sight.about(), Outcome.DONE, ruling.reasons(way, sight.details()));
        OptionalLong world = OptionalLong.of(ruling.facts().world());
        return charges.of(
                        way,
                        ask.caller(),
                        new Passage(event, sight.opens().isPresent(), sight.claims(), sight.watchers()))
                .map(cost -> {
                    List<Claim> claims = Stream.of(Credentials.claims(ask.caller()), sight.claims(), cost)
                            .flatMap(List::stream)
                            .toList();
                    return new Intent(event, sight.opens(), claims, world, sight.rows(), lane(ask.caller()));
                });
    }

    /** A decision too: under another world it is taken again. */
    Intent refused(Ruling ruling, Refused why) {
        Intent said = said(ruling, why);
        OptionalLong world = OptionalLong.of(ruling.facts().world());
        return new Intent(
                said.event(),
                Optional.empty(),
                List.of(),
                world,
                ruling.sight().map(Sight::rows).orElse(Map.of()),
                said.lane());
    }

    /** Allowed, but what it needed was gone; nothing is left to decide. */
    Intent said(Ruling ruling, Refused why) {
        Ask ask = ruling.ask();
        Optional<Subject> about = ruling.sight().flatMap(Sight::about);
        return Intent.note(
                event(ask.caller(), EventClass.REQUEST_REFUSED, about, Outcome.REFUSED, ruling.refusal(why)),
                lane(ask.caller()));
    }

    Intent fact(Fact fact) {
        Event event = event(fact.caller(), fact.kind(), fact.about(), fact.outcome(), fact.details());
        return new Intent(event, Optional.empty(), fact.claims(), OptionalLong.empty(), Map.of(), lane(fact.caller()));
    }

    private Event event(Caller caller, EventClass kind, Optional<Subject> about, Outcome outcome, Details details) {
        Details whole = caller.voucher()
                .map(voucher -> details.with(Name.FEDERATION, voucher.federation()))
                .orElse(details);
        return new Event(ids.next(), kind, caller.actor(), about, outcome, Origin.of(caller), whole);
    }

    private static Intent.Lane lane(Caller caller) {
        return caller.actor() instanceof Actor.Nobody ? Intent.Lane.STRANGER : Intent.Lane.KNOWN;
    }
}
