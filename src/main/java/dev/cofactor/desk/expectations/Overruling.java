// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets a save pass although it breaks what the rules must keep saying. It is for a change that a second person has agreed to,
 * knowing that, and for nothing else: whoever calls this answers for it. Which expectations were overruled, and by whose save,
 * is on the log before the save is.
 */
@ApplicationScoped
public class Overruling {
    private final Gate gate;
    private final ThreadLocal<Boolean> overruled = ThreadLocal.withInitial(() -> false);

    Overruling(Gate gate) {
        this.gate = gate;
    }

    /** @param save what is saved in here, on this thread, passes */
    public <T> T overruled(Supplier<T> save) {
        overruled.set(true);
        try {
            return save.get();
        } finally {
            overruled.remove();
        }
    }

    boolean isOn() {
        return overruled.get();
    }

    void record(Caller author, List<UUID> expectations) {
        List<String> parts = Stream.concat(
                        Stream.of("overruled"), expectations.stream().map(UUID::toString))
                .toList();
        Subject rules = new Subject(Subject.Kind.POLICY, Rulebook.ID);
        gate.note(Fact.done(author, EventClass.POLICY_TESTS_CHANGED, rules)
                .saying(Details.none().with(Name.PARTS, parts)));
    }
}
