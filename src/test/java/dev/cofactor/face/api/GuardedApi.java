// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.api;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An operation that says nothing of who may call it, so it is closed. */
@Path("/api/v1/guarded")
public class GuardedApi {
    private final CallerInRequest caller;

    GuardedApi(CallerInRequest caller) {
        this.caller = caller;
    }

    @GET
    public String whoAmI() {
        return caller.caller().actor().id().toString();
    }
}
