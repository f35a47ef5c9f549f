// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.desk.machines.MachineDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.identity.Home;
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
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;

/** A token of a service: given, shown once, and taken back. */
@Path("/services/{id: " + Forms.ID + "}/tokens")
@Produces(Leads.HTML)
class TokenPages {
    private static final String USUAL_DAYS = "90";

    private final MachineDesk desk;
    private final Home home;
    private final Frame frame;

    TokenPages(MachineDesk desk, Home home, Frame frame) {
        this.desk = desk;
        this.home = home;
        this.frame = frame;
    }

    /** A token that is wanted, as it was typed. */
    record Typed(String label, String days) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance order(Shell shell, String id, String service, Typed typed, String fault);

        static native TemplateInstance issued(
                Shell shell, String id, String service, String token, Instant until, String origin);

        private Templates() {}
    }

    @GET
    @Path("/new")
    public Response order(@PathParam("id") String id) {
        return form(200, id, new Typed("", USUAL_DAYS), "");
    }

    /** Reloaded, the page with the token makes no second one. */
    @GET
    public Response tokens(@PathParam("id") String id) {
        return Leads.to("/services/" + id);
    }

    @POST
    public Response issue(
            @PathParam("id") String id,
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("days") @DefaultValue("") String days) {
        try {
            int life = days.matches("[0-9]{1,9}") ? Integer.parseInt(days) : 0;
            MachineDesk.Issued issued =
                    desk.issue(frame.caller(), UUID.fromString(id), () -> MachineDesk.Order.of(label, life));
            return Response.ok(Templates.issued(
                            frame.shell(Place.MACHINES),
                            id,
                            desk.read(frame.caller(), UUID.fromString(id)).name(),
                            issued.shown().value(),
                            Forms.second(issued.token().until()),
                            home.origin()))
                    .build();
        } catch (Problem e) {
            return form(Forms.UNFIT, id, new Typed(label, days), Forms.fault(e));
        }
    }

    @POST
    @Path("/{token: " + Forms.ID + "}/end")
    public Response takeBack(@PathParam("id") String id, @PathParam("token") String token) {
        desk.revoke(frame.caller(), UUID.fromString(id), UUID.fromString(token));
        return Leads.to("/services/" + id);
    }

    private Response form(int status, String id, Typed typed, String fault) {
        String service = desk.read(frame.caller(), UUID.fromString(id)).name();
        return Response.status(status)
                .entity(Templates.order(frame.shell(Place.MACHINES), id, service, typed, fault))
                .build();
    }
}
