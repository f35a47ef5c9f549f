// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.desk.signin.Session.Stage;
import dev.cofactor.desk.signin.Session.Via;
import dev.cofactor.desk.signin.Sessions.Standing;
import dev.cofactor.desk.visits.VisitDesk;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where one is signed in, and how to end it. */
@Path("/profile/sessions")
@Produces(Leads.HTML)
class SessionsPages {
    private final VisitDesk desk;
    private final Frame frame;

    SessionsPages(VisitDesk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    /**
     * @param kind program, half (the second step is missing), provider or browser
     * @param here it is this one
     */
    record Row(String id, String kind, Instant opened, Instant used, Instant ends, boolean here) {
        static Row of(VisitDesk.Visit visit) {
            Standing session = visit.session();
            return new Row(
                    session.id().toString(),
                    kind(session),
                    session.opened().truncatedTo(ChronoUnit.SECONDS),
                    session.used().truncatedTo(ChronoUnit.SECONDS),
                    session.ends().truncatedTo(ChronoUnit.SECONDS),
                    visit.here());
        }

        private static String kind(Standing session) {
            if (session.programs()) {
                return "program";
            }
            if (session.stage() == Stage.HALF) {
                return "half";
            }
            return session.via() == Via.OIDC ? "provider" : "browser";
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance sessions(Shell shell, List<Row> rows);

        private Templates() {}
    }

    @GET
    public TemplateInstance sessions() {
        List<Row> rows = desk.all(frame.caller()).stream().map(Row::of).toList();
        return Templates.sessions(frame.shell(Place.PROFILE), rows);
    }

    @POST
    @Path("/{id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}}/end")
    public Response end(@PathParam("id") String id) {
        UUID session = UUID.fromString(id);
        desk.end(frame.caller(), session);
        return frame.caller().session().equals(Optional.of(session))
                ? Leads.to("/sign-in?state=signed-out", Cookies.sessionEnded())
                : Leads.to("/profile/sessions");
    }
}
