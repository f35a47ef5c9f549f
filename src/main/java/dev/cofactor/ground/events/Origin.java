// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import dev.cofactor.ground.identity.Caller;
import java.net.InetAddress;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a request came from.
 *
 * @param trace the request's id, as in its answer
 */
public record Origin(Optional<InetAddress> address, Optional<UUID> session, String trace) {
    /** Nobody's request: the server itself, or its command line. */
    public static final Origin HERE = new Origin(Optional.empty(), Optional.empty(), "");

    public static Origin of(Caller caller) {
        return new Origin(
                caller.line().address(), caller.session(), caller.line().trace());
    }
}
