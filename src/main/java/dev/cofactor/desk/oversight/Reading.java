// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;

/** What comes before the first line leaves, and before the first body is opened. */
interface Reading {
    /**
     * Returns once whoever asks is known to hold {@code audit.read} and that he reads is durably on the log.
     *
     * @param kind {@code AUDIT_READ} or {@code AUDIT_EXPORTED}
     * @param what the shape of the question: which parts it has, which times, whom it is about
     * @throws dev.cofactor.ground.problem.Problem if he may not, or if it cannot be recorded: then nothing is read
     */
    void isRecorded(EventClass kind, Details what);
}
