// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import dev.cofactor.face.consent.Ahead;
import dev.cofactor.face.consent.Typed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beneath the code in the panel.
 *
 * @param ahead the steps to a code; absent where there is none to be had
 * @param inside absent for whoever may not read about it
 * @param takes whether he may take a backup code, if need be after some step
 * @param use and {@code report}: the last ones, for whoever may read about it
 */
record Aside(
        String id,
        @Nullable Ahead ahead,
        @Nullable Inside inside,
        List<PoolLook> pools,
        boolean takes,
        @Nullable Deed use,
        @Nullable Deed report) {

    /** Its forms begin empty: what was typed stays in the page that a script has. */
    public Typed nothingTyped() {
        return Typed.NOTHING;
    }

    /** Nothing is missing for a code, and nothing has to be said for it. */
    public boolean isReady() {
        return ahead != null && ahead.direct() && !isAsked();
    }

    /** Nothing is missing but what is said with it. */
    public boolean isAsked() {
        return ahead != null
                && ahead.direct()
                && (ahead.least() > 0 || !ahead.ticket().isEmpty());
    }

    /** A request of his waits for somebody's word. */
    public boolean isWaiting() {
        return ahead != null && ahead.standing() != null && ahead.standing().withdraws();
    }
}
