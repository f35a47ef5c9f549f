// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import java.util.UUID;

/** Who may approve. */
public sealed interface Approver {
    /** Whoever stands in the group, through however many groups between. */
    record Group(UUID id) implements Approver {}

    record Person(UUID id) implements Approver {}

    /** The manager of whoever asks; of an agent, of the person it acts for. A service has none. */
    record Manager() implements Approver {}
}
