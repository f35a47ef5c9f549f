// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.desk.approvals.Asking;
import dev.cofactor.desk.approvals.Deciding;
import dev.cofactor.desk.approvals.Deciding.Lesser;
import dev.cofactor.desk.approvals.Requests;
import dev.cofactor.desk.approvals.Revoking;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.ProvedWithin;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** One request: read, decided, withdrawn, taken back. Reading it changes nothing. */
@Path("/approvals/{id: req_[0-9a-z]{26}}")
@Produces(Leads.HTML)
class RequestPages {
    /** As the desk asks for it. */
    static final int FRESH_MINUTES = 10;

    private static final int UNFIT = 422;
    private static final Map<String, String> NEWS = Map.of(
            "yes", "You said yes.",
            "no", "You said no, and your reason is there to be read.",
            "withdrawn", "It is withdrawn.",
            "revoked", "It is over: what begins from now on is refused.");

    private final Requests requests;
    private final Deciding deciding;
    private final Asking asking;
    private final Revoking revoking;
    private final Sheets sheets;
    private final Frame frame;

    RequestPages(
            Requests requests, Deciding deciding, Asking asking, Revoking revoking, Sheets sheets, Frame frame) {
        this.requests = requests;
        this.deciding = deciding;
        this.asking = asking;
        this.revoking = revoking;
        this.sheets = sheets;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance card(Shell shell, Sheet card, String news, String fault, String typed);

        private Templates() {}
    }

    @GET
    public Response card(@PathParam("id") String id, @QueryParam("news") @DefaultValue("") String news) {
        return page(200, id, NEWS.getOrDefault(news, ""), "", "");
    }

    /** Whoever has not proved it lately is led there and back to the request, with nothing decided. */
    @POST
    @ProvedWithin(minutes = FRESH_MINUTES)
    public Response decide(
            @PathParam("id") String id,
            @FormParam("act") @DefaultValue("") String act,
            @FormParam("uses") @DefaultValue("") String uses,
            @FormParam("minutes") @DefaultValue("") String minutes,
            @FormParam("reason") @DefaultValue("") String reason) {
        Optional<UUID> request = PublicId.REQUEST.read(id);
        return done(id, reason, act.equals("reject") ? "no" : "yes", () -> {
            switch (act) {
                case "once" -> deciding.approve(frame.caller(), request, Lesser.ONCE);
                case "for" -> deciding.approve(frame.caller(), request, lesser(uses, minutes));
                case "reject" -> deciding.reject(frame.caller(), request, Typed.onOneLine(reason));
                default -> throw malformed("press one of the buttons");
            }
        });
    }

    @POST
    @Path("/withdraw")
    public Response withdraw(@PathParam("id") String id) {
        return done(id, "", "withdrawn", () -> asking.withdraw(frame.caller(), PublicId.REQUEST.read(id)));
    }

    @POST
    @Path("/revoke")
    public Response revoke(@PathParam("id") String id) {
        return done(id, "", "revoked", () -> revoking.revoke(frame.caller(), PublicId.REQUEST.read(id)));
    }

    private Response done(String id, String typed, String news, Runnable act) {
        try {
            act.run();
            return Leads.to("/approvals/" + id + "?news=" + news);
        } catch (Problem e) {
            return page(UNFIT, id, "", Words.fault(e, Kind.INVALID, Kind.CONFLICT), typed);
        }
    }

    private static Lesser lesser(String uses, String minutes) {
        return new Lesser(
                OptionalInt.of(number(uses, "uses")), Optional.of(Duration.ofMinutes(number(minutes, "minutes"))));
    }

    private static int number(String typed, String of) {
        if (!typed.strip().matches("[1-9][0-9]{0,5}")) {
            throw malformed("say how many " + of + ", as a whole number from 1 on");
        }
        return Integer.parseInt(typed.strip());
    }

    private static Problem malformed(String rule) {
        return new Problem(Kind.INVALID, "decision-malformed", rule);
    }

    private Response page(int status, String id, String news, String fault, String typed) {
        Sheet sheet = sheets.of(frame.caller(), requests.card(frame.caller(), PublicId.REQUEST.read(id)));
        return Response.status(status)
                .entity(Templates.card(frame.shell(Place.APPROVALS), sheet, news, fault, typed))
                .build();
    }
}
