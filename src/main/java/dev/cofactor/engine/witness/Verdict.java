// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import dev.cofactor.engine.merkle.TreeHead;
import java.util.Map;

/**
 * What was proved of a log: all that its checkpoint covers.
 *
 * @param erased how many bodies are gone, by cause; empty where no bodies are looked at
 */
public record Verdict(String origin, TreeHead head, Map<Cause, Long> erased) {
    public Verdict {
        erased = Map.copyOf(erased);
    }
}
