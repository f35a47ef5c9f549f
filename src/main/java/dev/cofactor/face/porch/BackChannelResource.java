// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.porch;

import dev.cofactor.desk.sso.BackChannel;
import dev.cofactor.face.http.RequestIds;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where the provider says that somebody has signed out there (OpenID Connect Back-Channel Logout). */
@Path("/api/v1/sso/backchannel-logout")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class BackChannelResource {
    private final BackChannel channel;
    private final RequestIds requests;

    BackChannelResource(BackChannel channel, RequestIds requests) {
        this.channel = channel;
        this.requests = requests;
    }

    @POST
    @PermitAll
    @Operation(summary = "For the provider of single sign-on: ends the sessions that a logout token names")
    @APIResponse(responseCode = "204", description = "They stand no more")
    public Response loggedOut(@FormParam("logout_token") @DefaultValue("") String token, RoutingContext request) {
        channel.end(token, requests.line(request));
        return Response.noContent().build();
    }
}
