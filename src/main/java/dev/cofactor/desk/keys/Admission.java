// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Who holds {@code key.rotate}, and how a step asks for it. */
@ApplicationScoped
class Admission {
    private static final Verb VERB = Verb.KEY_ROTATE;

    private final Gate gate;

    Admission(Gate gate) {
        this.gate = gate;
    }

    /**
     * For what only looks, and for what opens keys before a step: nobody without the right has the root key's keeper asked.
     * That somebody was refused is on the log before he hears of it.
     */
    void mustBeHeldBy(Caller caller) {
        gate.admit(caller, VERB, () -> Optional.of(Sight.installation(Details.none())));
    }

    /** A step on one version of a key; nothing, where there is none. */
    Ask about(Caller caller, EventClass kind, Supplier<Optional<UUID>> key) {
        return new Ask(
                caller,
                VERB,
                kind,
                () -> key.get()
                        .map(id -> Sight.of(Target.installation(), new Subject(Subject.Kind.KEY, id), Map.of())));
    }

    /** A step on a root key, which has a fingerprint and no id. */
    Ask aboutRoot(Caller caller, EventClass kind, Supplier<Optional<String>> fingerprint) {
        return new Ask(
                caller,
                VERB,
                kind,
                () -> fingerprint
                        .get()
                        .map(one -> Sight.installation(
                                Details.none().with(Name.PARTS, List.of("root")).with(Name.HASH, one))));
    }
}
