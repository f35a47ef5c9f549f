// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.guessing.Throttle;
import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.desk.signin.SecondStep;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.face.http.Cookies;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;

/** Proving once more that it is oneself, and then back to what asked for it. */
@Path("/step-up")
@Produces(Leads.HTML)
class StepUpPages {
    private static final String START = "/profile";

    private final StepUps stepUps;
    private final Sessions sessions;
    private final Frame frame;

    StepUpPages(StepUps stepUps, Sessions sessions, Frame frame) {
        this.stepUps = stepUps;
        this.sessions = sessions;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance stepUp(
                Shell shell, String name, SecondStep.Ways ways, String back, String fault, long seconds);

        private Templates() {}
    }

    @GET
    public Response stepUp(@QueryParam("back") @DefaultValue("") String back) {
        return page(200, back, "", Duration.ZERO);
    }

    @POST
    public Response prove(
            @FormParam("proof") @DefaultValue("") String proof, @FormParam("back") @DefaultValue("") String back) {
        return proved(() -> stepUps.prove(frame.session(), proof, frame.line()), back);
    }

    /** For the script: what to ask of a key. */
    @POST
    @Path("passkey/challenge")
    @Produces("application/json")
    public String challenge() {
        return stepUps.challenge(frame.session(), frame.line());
    }

    @POST
    @Path("passkey")
    public Response passkey(
            @FormParam("response") @DefaultValue("") String response,
            @FormParam("back") @DefaultValue("") String back) {
        return proved(() -> stepUps.byPasskey(frame.session(), response, frame.line()), back);
    }

    private Response proved(Supplier<SessionToken> proof, String back) {
        try {
            SessionToken token = proof.get();
            return Leads.to(Leads.isOurs(back) ? back : START, Cookies.session(token.value(), sessions.longest()));
        } catch (StepUps.Wrong | Passwords.WrongPassword e) {
            return page(422, back, Words.sentence(e), Duration.ZERO);
        } catch (Throttle.TooManyAttempts e) {
            return page(429, back, "", e.retryAfter().orElse(Duration.ZERO));
        }
    }

    private Response page(int status, String back, String fault, Duration wait) {
        Response.ResponseBuilder answer = Response.status(status)
                .entity(Templates.stepUp(
                        frame.shell(Place.PROFILE),
                        frame.session().accountName(),
                        stepUps.ways(frame.caller()),
                        Leads.isOurs(back) ? back : START,
                        fault,
                        wait.toSeconds()));
        return wait.isZero()
                ? answer.build()
                : answer.header("Retry-After", wait.toSeconds()).build();
    }
}
