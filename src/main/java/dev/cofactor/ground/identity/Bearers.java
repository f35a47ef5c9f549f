// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import dev.cofactor.ground.problem.Problem;
import java.util.Optional;

/** Looks at what programs show as their credential. */
public interface Bearers {
    /**
     * @param bearer absent where none was shown, or more than one
     * @throws Problem where it is nobody's; that somebody tried is on the log by then
     */
    Caller admit(Optional<String> bearer, Line line);

    /** One kind of credential; the room that gives it out knows it again. */
    interface Kind {
        /**
         * @throws Problem where it is somebody's and lets nobody in here, in the words for one that is nobody's; that is on
         *     the log by then
         */
        Optional<Caller> know(String bearer, Line line);
    }
}
