// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import dev.cofactor.desk.machines.MachineDesk;
import dev.cofactor.desk.machines.TokenDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.identity.AddressRanges;
import dev.cofactor.ground.identity.DisplayName;
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
import java.util.Arrays;
import java.util.UUID;

/** A token of a service: given, shown once, replaced by another one, and taken back. */
@Path("/services/{id: " + Forms.ID + "}/tokens")
@Produces(Leads.HTML)
class TokenPages {
    private static final String ONE = "/{token: " + Forms.ID + "}";
    private static final int USUAL_DAYS = 90;
    private static final int USUAL_OVERLAP = 60;

    private final MachineDesk services;
    private final TokenDesk desk;
    private final Home home;
    private final Frame frame;

    TokenPages(MachineDesk services, TokenDesk desk, Home home, Frame frame) {
        this.services = services;
        this.desk = desk;
        this.home = home;
        this.frame = frame;
    }

    /** A token that is wanted, as it was typed. */
    record Typed(String label, String days, String ranges) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance order(
                Shell shell, String id, String service, Typed typed, int most, String fault);

        static native TemplateInstance issued(
                Shell shell, String id, String service, String token, Instant until, String origin);

        private Templates() {}
    }

    @GET
    @Path("/new")
    public Response order(@PathParam("id") String id) {
        return form(200, id, new Typed("", String.valueOf(Math.min(USUAL_DAYS, desk.mostDays())), ""), "");
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
            @FormParam("days") @DefaultValue("") String days,
            @FormParam("ranges") @DefaultValue("") String ranges) {
        try {
            return shown(
                    id,
                    desk.issue(
                            frame.caller(),
                            UUID.fromString(id),
                            () -> new TokenDesk.Order(DisplayName.of(label), number(days), ranges(ranges))));
        } catch (Problem e) {
            return form(Forms.UNFIT, id, new Typed(label, days, ranges), Forms.fault(e));
        }
    }

    @GET
    @Path(ONE + "/rotate")
    public Response rotated(@PathParam("id") String id) {
        return Leads.to("/services/" + id);
    }

    @POST
    @Path(ONE + "/rotate")
    public Response rotate(
            @PathParam("id") String id,
            @PathParam("token") String token,
            @FormParam("overlap") @DefaultValue("" + USUAL_OVERLAP) String overlap) {
        return shown(
                id, desk.rotate(frame.caller(), UUID.fromString(id), UUID.fromString(token), () -> number(overlap)));
    }

    @POST
    @Path(ONE + "/end")
    public Response takeBack(@PathParam("id") String id, @PathParam("token") String token) {
        desk.revoke(frame.caller(), UUID.fromString(id), UUID.fromString(token));
        return Leads.to("/services/" + id);
    }

    private Response shown(String id, TokenDesk.Issued issued) {
        return Response.ok(Templates.issued(
                        frame.shell(Place.MACHINES),
                        id,
                        services.read(frame.caller(), UUID.fromString(id)).name(),
                        issued.shown().value(),
                        Forms.second(issued.token().until()),
                        home.origin()))
                .build();
    }

    /** What is no number is one that no rule allows, which says what is. */
    private static int number(String typed) {
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** One on each line, or with commas between them. */
    private static AddressRanges ranges(String typed) {
        return AddressRanges.of(Arrays.stream(typed.split("[\\s,]+"))
                .filter(one -> !one.isEmpty())
                .toList());
    }

    private Response form(int status, String id, Typed typed, String fault) {
        String service = services.read(frame.caller(), UUID.fromString(id)).name();
        return Response.status(status)
                .entity(Templates.order(frame.shell(Place.MACHINES), id, service, typed, desk.mostDays(), fault))
                .build();
    }
}
