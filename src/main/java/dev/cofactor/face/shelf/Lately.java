// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.face.panel.Deed;
import dev.cofactor.face.panel.PoolLook;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a secret lately, and how many backup codes are left.
 *
 * @param takes whether the reader may take one, if need be after some step
 * @param edits whether he may put one back
 * @param gone those that somebody had, for who edits
 */
record Lately(
        List<PoolLook> pools,
        boolean takes,
        boolean edits,
        @Nullable Deed use,
        @Nullable Deed report,
        List<Gone> gone) {

    /** One that somebody had. @param back whether it can be put back */
    record Gone(
            int number,
            String receipt,
            String who,
            @Nullable Instant time,
            String result,
            boolean back) {}
}
