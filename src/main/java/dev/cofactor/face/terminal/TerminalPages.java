// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import dev.cofactor.desk.guessing.Throttle;
import dev.cofactor.desk.terminals.TerminalRefused;
import dev.cofactor.desk.terminals.Terminals;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.ProvedWithin;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Where somebody types what his terminal shows, reads what it is, and lets it in or not. */
@Path("/terminal")
@Produces(Leads.HTML)
class TerminalPages {
    private static final String ID = "{id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    private final Terminals terminals;
    private final Frame frame;

    TerminalPages(Terminals terminals, Frame frame) {
        this.terminals = terminals;
        this.frame = frame;
    }

    /** @param state admitted, refused, or nothing that was done just now */
    record Typed(String state, boolean factor, String fault, long seconds) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance type(Shell shell, Typed typed);

        static native TemplateInstance found(Shell shell, Terminals.Found found);

        private Templates() {}
    }

    @GET
    @ProvedWithin(minutes = 5)
    public Response type(@QueryParam("state") @DefaultValue("") String state) {
        return page(200, state, "", Duration.ZERO);
    }

    @POST
    public Response find(@FormParam("code") @DefaultValue("") String code) {
        try {
            Terminals.Found found = terminals.find(frame.session(), code, frame.line());
            Terminals.Found shown = new Terminals.Found(
                    found.id(),
                    found.name(),
                    found.address(),
                    found.here(),
                    found.asked().truncatedTo(ChronoUnit.SECONDS));
            return Response.ok(Templates.found(frame.shell(Place.PROFILE), shown))
                    .build();
        } catch (TerminalRefused e) {
            return page(422, "", Words.fault(e, Problem.Kind.NOT_FOUND, Problem.Kind.FORBIDDEN), Duration.ZERO);
        } catch (Throttle.TooManyAttempts e) {
            return page(429, "", "", e.retryAfter().orElse(Duration.ZERO));
        }
    }

    @POST
    @Path("/" + ID + "/admit")
    public Response admit(@PathParam("id") String id) {
        return decided(id, true);
    }

    @POST
    @Path("/" + ID + "/refuse")
    public Response refuse(@PathParam("id") String id) {
        return decided(id, false);
    }

    private Response decided(String id, boolean admit) {
        try {
            terminals.decide(frame.session(), UUID.fromString(id), admit, frame.line());
            return Leads.to("/terminal?state=" + (admit ? "admitted" : "refused"));
        } catch (TerminalRefused e) {
            return page(422, "", Words.fault(e, Problem.Kind.NOT_FOUND, Problem.Kind.FORBIDDEN), Duration.ZERO);
        }
    }

    private Response page(int status, String state, String fault, Duration wait) {
        Typed typed = new Typed(state, terminals.hasFactor(frame.session()), fault, wait.toSeconds());
        Response.ResponseBuilder answer =
                Response.status(status).entity(Templates.type(frame.shell(Place.PROFILE), typed));
        return wait.isZero()
                ? answer.build()
                : answer.header("Retry-After", wait.toSeconds()).build();
    }
}
