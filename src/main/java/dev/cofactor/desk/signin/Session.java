// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import java.util.UUID;

/**
 * A sign-in that stands.
 *
 * @param mustSetPassword it was opened with a password given by somebody else: nothing but setting one's own may follow
 */
public record Session(UUID id, UUID person, String accountName, String displayName, boolean mustSetPassword) {
    public Caller caller(Line line) {
        return Caller.person(person, id, line);
    }
}
