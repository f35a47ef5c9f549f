// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.desk.weighing.Gain;
import java.util.List;

/** Takes a change back that must not pass by its author alone. */
final class MustWait extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Gain> gains;

    MustWait(List<Gain> gains) {
        super(null, null, false, false);
        this.gains = List.copyOf(gains);
    }

    List<Gain> gains() {
        return gains;
    }
}
