// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import dev.cofactor.desk.backups.Counts;
import dev.cofactor.ground.identity.PublicId;

/**
 * A field's backup codes as pages tell of them.
 *
 * @param last whether the next one leaves only if others have agreed
 * @param restored whether a copy was put back that cannot know how many are left
 */
public record PoolLook(String field, String name, int left, int total, boolean low, boolean last, boolean restored) {
    public static PoolLook of(Counts.Count count) {
        return new PoolLook(
                PublicId.FIELD.of(count.pool().field()),
                count.pool().name(),
                count.pool().left(),
                count.pool().total(),
                count.pool().isLow(),
                count.byApproval(),
                count.restored());
    }
}
