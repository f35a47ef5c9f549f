// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.porch;

import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.desk.sso.SingleSignOn;
import dev.cofactor.desk.sso.SingleSignOn.Arrived;
import dev.cofactor.desk.sso.SingleSignOn.Begun;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.ground.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** To the provider and back. */
@Path("/sign-in/sso")
@Produces(Leads.HTML)
class SsoPages {
    private static final String START = "/secrets";

    private final SingleSignOn sso;
    private final Sessions sessions;
    private final Frame frame;
    private final OutcomePages outcomes;

    SsoPages(SingleSignOn sso, Sessions sessions, Frame frame, OutcomePages outcomes) {
        this.sso = sso;
        this.sessions = sessions;
        this.frame = frame;
        this.outcomes = outcomes;
    }

    /** A link and no form: it changes nothing here, and a form could not lead there. */
    @GET
    @PermitAll
    public Response begin(@QueryParam("back") @DefaultValue("") String back) {
        try {
            Begun begun = sso.begin(Leads.isOurs(back) ? back : START);
            return Response.status(Response.Status.SEE_OTHER)
                    .location(begun.address())
                    .cookie(Cookies.sso(begun.cookie(), SingleSignOn.PATIENCE))
                    .build();
        } catch (Problem e) {
            return outcomes.refused(e);
        }
    }

    /** Instead of choosing a password. */
    @POST
    @Path("/invited")
    @PermitAll
    public Response invited(@FormParam("token") @DefaultValue("") String token) {
        try {
            Optional<Begun> begun = sso.beginInvited(token, frame.line());
            return begun.map(outcomes::away).orElseGet(outcomes::deadLink);
        } catch (Problem e) {
            return outcomes.refused(e);
        }
    }

    @GET
    @Path("/callback")
    @PermitAll
    public Response comeBack(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("iss") @Nullable String iss,
            @QueryParam("error") @Nullable String error,
            @CookieParam(Cookies.SSO) @Nullable String cookie) {
        SingleSignOn.Answer answer = new SingleSignOn.Answer(
                state, Optional.ofNullable(code), Optional.ofNullable(iss), Optional.ofNullable(error));
        SingleSignOn.Kept kept =
                new SingleSignOn.Kept(Optional.ofNullable(cookie), frame.knownSession(), frame.token());
        try {
            return switch (sso.comeBack(answer, kept, frame.line())) {
                case Arrived.SignedIn in ->
                    Leads.to(
                            Leads.isOurs(in.back()) ? in.back() : START,
                            Cookies.session(in.token().value(), sessions.longest()),
                            Cookies.ssoEnded());
                case Arrived.Linked linked -> Leads.to("/profile/sso", Cookies.ssoEnded());
            };
        } catch (Problem e) {
            return outcomes.refused(e);
        }
    }

    /** A path without a query: providers refuse a way back that has a {@code state} of its own. */
    @GET
    @Path("/signed-out")
    @PermitAll
    public Response signedOut() {
        return Leads.to("/sign-in?state=signed-out");
    }
}
