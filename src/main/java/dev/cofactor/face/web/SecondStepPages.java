// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.desk.guessing.Throttle;
import dev.cofactor.desk.signin.Barrier;
import dev.cofactor.desk.signin.SecondStep;
import dev.cofactor.desk.signin.SessionToken;
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
import java.util.Optional;
import java.util.function.Supplier;

/** What comes after the password: a code of one's app, one's key, or a recovery code in place of them. */
@Path("/")
@Produces(Leads.HTML)
class SecondStepPages {
    private static final String START = "/secrets";

    private final SecondStep step;
    private final Returning returning;
    private final Frame frame;

    SecondStepPages(SecondStep step, Returning returning, Frame frame) {
        this.step = step;
        this.returning = returning;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance code(
                String csrf,
                boolean evaluation,
                String state,
                String back,
                String parameter,
                long seconds,
                SecondStep.Ways ways);

        static native TemplateInstance recovery(
                String csrf, boolean evaluation, String state, String back, String parameter, long seconds);

        static native TemplateInstance recovered(String csrf, boolean evaluation, int left);

        static native TemplateInstance setUp(String csrf, boolean evaluation);

        private Templates() {}
    }

    private interface Form {
        TemplateInstance page(
                String csrf, boolean evaluation, String state, String back, String parameter, long seconds);
    }

    @GET
    @Path("sign-in/factor")
    @OpenBefore(Barrier.SECOND_STEP)
    public Response factor(@QueryParam("back") @DefaultValue("") String back) {
        return at(Barrier.SECOND_STEP) ? page(200, this::code, "plain", back, Duration.ZERO) : onTo(back);
    }

    @POST
    @Path("sign-in/factor")
    @OpenBefore(Barrier.SECOND_STEP)
    public Response factor(
            @FormParam("code") @DefaultValue("") String code, @FormParam("back") @DefaultValue("") String back) {
        return taken(this::code, "wrong", back, () -> step.byCode(frame.session(), lane(), code, frame.line()));
    }

    /** For the script: what to ask of a key. */
    @POST
    @Path("sign-in/passkey/challenge")
    @Produces("application/json")
    @OpenBefore(Barrier.SECOND_STEP)
    public Response challenge() {
        return at(Barrier.SECOND_STEP)
                ? Response.ok(step.challenge(frame.session(), frame.line())).build()
                : Leads.to(START);
    }

    @POST
    @Path("sign-in/passkey")
    @OpenBefore(Barrier.SECOND_STEP)
    public Response passkey(
            @FormParam("response") @DefaultValue("") String response,
            @FormParam("back") @DefaultValue("") String back) {
        return taken(
                this::code, "wrong-key", back, () -> step.byPasskey(frame.session(), lane(), response, frame.line()));
    }

    @GET
    @Path("sign-in/recovery-code")
    @OpenBefore(Barrier.SECOND_STEP)
    public Response recovery(@QueryParam("back") @DefaultValue("") String back) {
        return at(Barrier.SECOND_STEP) ? page(200, Templates::recovery, "plain", back, Duration.ZERO) : onTo(back);
    }

    @POST
    @Path("sign-in/recovery-code")
    @OpenBefore(Barrier.SECOND_STEP)
    public Response recovery(
            @FormParam("code") @DefaultValue("") String code, @FormParam("back") @DefaultValue("") String back) {
        return taken(
                Templates::recovery,
                "wrong",
                back,
                () -> step.byRecoveryCode(frame.session(), lane(), code, frame.line()));
    }

    @GET
    @Path("sign-in/recovered")
    @OpenBefore(Barrier.RECOVERED)
    public Response recovered() {
        return at(Barrier.RECOVERED)
                ? Response.ok(Templates.recovered(frame.csrf(), frame.evaluation(), step.codesLeft(frame.session())))
                        .build()
                : Leads.to(START);
    }

    @POST
    @Path("sign-in/recovered")
    @OpenBefore(Barrier.RECOVERED)
    public Response goOn() {
        return at(Barrier.RECOVERED)
                ? Leads.to(START, returning.cookies(step.goOn(frame.session(), frame.line())))
                : Leads.to(START);
    }

    @GET
    @Path("sign-in/set-up")
    @OpenBefore(Barrier.SET_UP_FACTOR)
    public Response setUp() {
        return at(Barrier.SET_UP_FACTOR)
                ? Response.ok(Templates.setUp(frame.csrf(), frame.evaluation())).build()
                : Leads.to(START);
    }

    private boolean at(Barrier barrier) {
        return frame.session().barrier().equals(Optional.of(barrier));
    }

    private Response taken(Form form, String wrong, String back, Supplier<SessionToken> second) {
        if (!at(Barrier.SECOND_STEP)) {
            return onTo(back);
        }
        try {
            return Leads.to(Leads.isOurs(back) ? back : START, returning.cookies(second.get()));
        } catch (SecondStep.Refused e) {
            return page(403, form, wrong, back, Duration.ZERO);
        } catch (Throttle.TooManyAttempts e) {
            return page(429, form, "throttled", back, e.retryAfter().orElse(Duration.ZERO));
        }
    }

    private TemplateInstance code(
            String csrf, boolean evaluation, String state, String back, String parameter, long seconds) {
        return Templates.code(csrf, evaluation, state, back, parameter, seconds, step.ways(frame.session()));
    }

    private Lane lane() {
        return returning.lane(frame.session().accountName());
    }

    private static Response onTo(String back) {
        return Leads.to(Leads.isOurs(back) ? back : START);
    }

    private Response page(int status, Form form, String state, String back, Duration wait) {
        String safeBack = Leads.isOurs(back) ? back : "";
        TemplateInstance page = form.page(
                frame.csrf(), frame.evaluation(), state, safeBack, Leads.asParameter(safeBack), wait.toSeconds());
        Response.ResponseBuilder answer = Response.status(status).entity(page);
        return wait.isZero()
                ? answer.build()
                : answer.header("Retry-After", wait.toSeconds()).build();
    }
}
