// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A rule of a test's own. */
@Singleton
class AskedForAFactor implements Demands {
    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();

    void ask(UUID person) {
        asked.add(person);
    }

    void noMore(UUID person) {
        asked.remove(person);
    }

    @Override
    public boolean factorIsDemanded(UUID person) {
        return asked.contains(person);
    }
}
