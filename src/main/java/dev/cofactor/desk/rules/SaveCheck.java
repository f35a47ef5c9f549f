// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;

/**
 * Something that every save has to pass, whichever way it came. All beans of this type are asked before a save is recorded,
 * in each round anew and outside its transaction, once its author has been allowed to save.
 */
public interface SaveCheck {
    /**
     * @return what the record of the save is to say of it
     * @throws Problem where this must not be saved
     */
    Details check(Caller author, Edition from, PolicySet next);
}
