// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.desk.signin.SignIn;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Set;

/** Coming and going. */
@Path("/")
@Produces(Leads.HTML)
class SignInPages {
    private static final Set<String> NOTICES = Set.of("signed-out", "ended");
    private static final String START = "/secrets";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Visitor visitor;
    private final Returning returning;
    private final Frame frame;

    SignInPages(SignIn signIn, Sessions sessions, Visitor visitor, Returning returning, Frame frame) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.visitor = visitor;
        this.returning = returning;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance signIn(
                String csrf, boolean evaluation, String state, String name, String back, long seconds);

        private Templates() {}
    }

    @GET
    @PermitAll
    public Response start() {
        return Leads.to(visitor.knownSession().isPresent() ? START : "/sign-in");
    }

    @GET
    @Path("sign-in")
    @PermitAll
    public Response signIn(
            @QueryParam("state") @DefaultValue("") String state, @QueryParam("back") @DefaultValue("") String back) {
        if (visitor.knownSession().isPresent()) {
            return Leads.to(Leads.isOurs(back) ? back : START);
        }
        return page(200, NOTICES.contains(state) ? state : "plain", "", back, Duration.ZERO);
    }

    @POST
    @Path("sign-in")
    @PermitAll
    public Response signIn(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("back") @DefaultValue("") String back) {
        try {
            SessionToken token = signIn.with(returning.lane(name), name, password, visitor.token(), frame.line());
            return Leads.to(Leads.isOurs(back) ? back : START, returning.cookies(token));
        } catch (Problem e) {
            return switch (e.kind()) {
                case UNAUTHENTICATED -> page(403, "wrong", name, back, Duration.ZERO);
                case TOO_MANY ->
                    page(429, "throttled", name, back, e.retryAfter().orElse(Duration.ZERO));
                case INVALID,
                        FORBIDDEN,
                        NOT_FOUND,
                        CONFLICT,
                        CHANGED_MEANWHILE,
                        TOO_LARGE,
                        CONDITION_MISSING,
                        UNAVAILABLE -> throw e;
            };
        }
    }

    @POST
    @Path("sign-out")
    @PermitAll
    public Response signOut() {
        visitor.token().ifPresent(token -> sessions.close(token, frame.line()));
        return Leads.to("/sign-in?state=signed-out", Cookies.sessionEnded());
    }

    /** @param ended there was a session, but it stands no longer */
    static Response leadTo(UriInfo asked, boolean ended) {
        return Leads.to("/sign-in?back=" + Leads.asParameter(asked) + (ended ? "&state=ended" : ""));
    }

    private Response page(int status, String state, String name, String back, Duration wait) {
        String safeBack = Leads.isOurs(back) ? back : "";
        TemplateInstance page =
                Templates.signIn(frame.csrf(), frame.evaluation(), state, name, safeBack, wait.toSeconds());
        Response.ResponseBuilder answer = Response.status(status).entity(page);
        return wait.isZero()
                ? answer.build()
                : answer.header("Retry-After", wait.toSeconds()).build();
    }
}
