// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import java.time.Instant;
import java.util.UUID;

/**
 * A backup code on its way out.
 *
 * @param number which one of the pool it is, from 1 on
 * @param left how many are left after it
 * @param event the record, by which a receipt is asked for, and by which it is reported what became of it
 * @param index where on the log that is
 * @param again whether the same request had it before
 */
public record Handed(
        String code, int number, long left, int total, boolean low, Instant at, UUID event, long index, boolean again) {
    @Override
    public String toString() {
        return "[redacted]";
    }
}
