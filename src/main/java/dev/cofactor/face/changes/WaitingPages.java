// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.changes;

import dev.cofactor.desk.proposals.Waits;
import dev.cofactor.face.web.Leads;
import dev.cofactor.ground.identity.Home;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is answered when a change waits, whichever it is. */
@Singleton
class WaitingPages {
    private static final String API = "/api/";

    private final Home home;

    WaitingPages(Home home) {
        this.home = home;
    }

    /** A change that waits. */
    @Schema(name = "ChangeThatWaits")
    public record Told(String change, String url) {}

    @ServerExceptionMapper
    public Response waits(Waits waits, RoutingContext request) {
        return request.normalizedPath().startsWith(API)
                ? Response.accepted(new Told(waits.publicId(), home.link(waits.path())))
                        .type("application/json")
                        .build()
                : Leads.to(waits.path());
    }
}
