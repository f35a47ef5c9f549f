// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What somebody wants to do.
 *
 * @param kind what it is on the log, if it is allowed
 * @param look finds what it would be done to, anew in each round; nothing, where there is no such thing
 * @param ready once it is allowed, and not before: what it takes and opens
 * @param given what he says for it
 */
public record Ask(
        Caller caller,
        Verb verb,
        EventClass kind,
        Supplier<Optional<Sight>> look,
        UnaryOperator<Sight> ready,
        Given given) {
    public Ask(Caller caller, Verb verb, EventClass kind, Supplier<Optional<Sight>> look, UnaryOperator<Sight> ready) {
        this(caller, verb, kind, look, ready, Given.NOTHING);
    }

    public Ask(Caller caller, Verb verb, EventClass kind, Supplier<Optional<Sight>> look) {
        this(caller, verb, kind, look, UnaryOperator.identity());
    }
}
