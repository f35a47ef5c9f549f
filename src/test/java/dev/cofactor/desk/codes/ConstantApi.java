// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.ground.identity.CallerInRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;

/** Answers of the size of a code's, which cost nothing but their way through the server. */
@Path("/api/v1/constant")
@Produces("application/json")
public class ConstantApi {
    private static final Map<String, Object> ANSWER = Map.of(
            "code", "123456",
            "type", "totp",
            "digits", 6,
            "period", 30,
            "step", 59823840,
            "validFrom", "2026-11-21T16:00:00Z",
            "validUntil", "2026-11-21T16:00:30Z",
            "serverTime", "2026-11-21T16:00:12.480Z",
            "receipt", "0192d9a0-0000-7000-8000-000000000000");

    private final CallerInRequest caller;

    ConstantApi(CallerInRequest caller) {
        this.caller = caller;
    }

    @POST
    @Path("/open")
    @PermitAll
    public Map<String, Object> open() {
        return ANSWER;
    }

    /** For whoever has a credential that stands. */
    @POST
    @Path("/guarded")
    public Map<String, Object> guarded() {
        caller.caller();
        return ANSWER;
    }
}
