// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.desk.factors.Again;
import dev.cofactor.desk.factors.App;
import dev.cofactor.desk.factors.FactorDesk;
import dev.cofactor.desk.signin.Barrier;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.OpenBefore;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One's own apps and recovery codes, and taking them away. */
@Path(FactorPages.HERE)
@Produces(Leads.HTML)
class FactorPages {
    static final String HERE = "/profile/one-time-password";
    static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Set<String> DONE = Set.of("added", "removed", "disabled", "kept");

    private final FactorDesk desk;
    private final Frame frame;

    FactorPages(FactorDesk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    /**
     * An app in the list.
     *
     * @param asked what it was told
     */
    record One(String id, String label, Instant since, Instant used, Parameters asked) {
        static One of(App app) {
            return new One(
                    app.id().toString(),
                    app.label(),
                    app.proved().orElse(app.created()).truncatedTo(ChronoUnit.SECONDS),
                    app.used().orElse(app.created()).truncatedTo(ChronoUnit.SECONDS),
                    app.parameters());
        }

        /** Not what every app does if nobody says anything. */
        public boolean isUnusual() {
            return !asked.equals(Parameters.usual());
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance overview(Shell shell, String done, List<One> apps, FactorDesk.Standing standing);

        static native TemplateInstance remove(Shell shell, One app, boolean last, Faults faults);

        static native TemplateInstance disable(Shell shell, FactorDesk.Standing standing, Faults faults);

        private Templates() {}
    }

    @GET
    @OpenBefore({Barrier.SET_UP_FACTOR, Barrier.RECOVERED})
    public TemplateInstance overview(@QueryParam("done") @DefaultValue("") String done) {
        FactorDesk.Standing standing = desk.standing(frame.caller());
        List<One> apps = standing.apps().stream().map(One::of).toList();
        return Templates.overview(frame.shell(Place.PROFILE), DONE.contains(done) ? done : "", apps, standing);
    }

    @GET
    @Path("/apps/{id: " + ID + "}/remove")
    public Response remove(@PathParam("id") String id) {
        return removePage(200, id, Faults.NONE);
    }

    @POST
    @Path("/apps/{id: " + ID + "}/remove")
    public Response remove(
            @PathParam("id") String id,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("code") @DefaultValue("") String code) {
        try {
            desk.remove(frame.caller(), UUID.fromString(id), new Again.Typed(password, code));
            return Leads.to(HERE + "?done=removed");
        } catch (Problem e) {
            return removePage(Faults.STATUS, id, Faults.of(e));
        }
    }

    private Response removePage(int status, String id, Faults faults) {
        App app = desk.app(frame.caller(), UUID.fromString(id));
        boolean last = desk.standing(frame.caller()).apps().size() == 1;
        return Response.status(status)
                .entity(Templates.remove(frame.shell(Place.PROFILE), One.of(app), last, faults))
                .build();
    }

    @GET
    @Path("/disable")
    public Response disable() {
        return disablePage(200, Faults.NONE);
    }

    @POST
    @Path("/disable")
    public Response disable(
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("code") @DefaultValue("") String code) {
        try {
            desk.disable(frame.caller(), new Again.Typed(password, code));
            return Leads.to(HERE + "?done=disabled");
        } catch (Problem e) {
            return disablePage(Faults.STATUS, Faults.of(e));
        }
    }

    private Response disablePage(int status, Faults faults) {
        FactorDesk.Standing standing = desk.standing(frame.caller());
        return standing.apps().isEmpty()
                ? Leads.to(HERE)
                : Response.status(status)
                        .entity(Templates.disable(frame.shell(Place.PROFILE), standing, faults))
                        .build();
    }
}
