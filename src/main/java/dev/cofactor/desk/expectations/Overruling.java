// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Lets a save pass although it breaks these of the expectations. It is for a change that waits for a second person, or that
 * one has agreed to knowing which they are, and for nothing else: whoever calls this answers for it.
 */
@ApplicationScoped
class Overruling {
    private final ThreadLocal<Set<UUID>> overruled = ThreadLocal.withInitial(Set::of);

    /** @param save what is saved in here, on this thread, passes */
    <T> T overruled(Set<UUID> expectations, Supplier<T> save) {
        overruled.set(Set.copyOf(expectations));
        try {
            return save.get();
        } finally {
            overruled.remove();
        }
    }

    boolean passes(Trials.Result broken) {
        return overruled.get().contains(broken.kept().id());
    }
}
