// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.people.Activation;
import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Coming for the first time, by the link that one was sent. Reading the page uses nothing up. */
@Path("/activate")
@Produces(Leads.HTML)
class ActivationPages {
    private static final int UNFIT = 422;
    private static final String NO_FAULT = "";

    private final Activation activation;
    private final Sessions sessions;
    private final Visitor visitor;
    private final Returning returning;
    private final Frame frame;

    ActivationPages(Activation activation, Sessions sessions, Visitor visitor, Returning returning, Frame frame) {
        this.activation = activation;
        this.sessions = sessions;
        this.visitor = visitor;
        this.returning = returning;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance activate(
                String csrf,
                boolean evaluation,
                String token,
                String who,
                String name,
                long minutes,
                int least,
                String newFault,
                String againFault);

        static native TemplateInstance deadLink(boolean evaluation);

        private Templates() {}
    }

    @GET
    @Path("/{token}")
    @PermitAll
    public Response welcome(@PathParam("token") String token) {
        return page(200, token, NO_FAULT, NO_FAULT);
    }

    @POST
    @PermitAll
    public Response activate(
            @FormParam("token") @DefaultValue("") String token,
            @FormParam("new") @DefaultValue("") String password,
            @FormParam("again") @DefaultValue("") String again) {
        if (!password.equals(again)) {
            return page(UNFIT, token, NO_FAULT, Words.NOT_THE_SAME);
        }
        try {
            SessionToken session = activation.activate(token, password, frame.line());
            // Who sat here before is somebody else: two in one browser would be taken for each other.
            visitor.token().ifPresent(before -> sessions.close(before, frame.line()));
            return Leads.to("/secrets", returning.cookies(session));
        } catch (Passwords.PasswordUnfit e) {
            return page(UNFIT, token, Words.sentence(e), NO_FAULT);
        } catch (Activation.Dead e) {
            return dead();
        }
    }

    private Response page(int status, String token, String newFault, String againFault) {
        Optional<Activation.Offer> offer = activation.look(token, frame.line());
        return offer.map(one -> Response.status(status).entity(form(token, one, newFault, againFault)))
                .map(Response.ResponseBuilder::build)
                .orElseGet(this::dead);
    }

    private TemplateInstance form(String token, Activation.Offer offer, String newFault, String againFault) {
        return Templates.activate(
                frame.csrf(),
                frame.evaluation(),
                token,
                offer.displayName(),
                offer.accountName(),
                Math.max(1, offer.left().toMinutes()),
                Passwords.SHORTEST,
                newFault,
                againFault);
    }

    private Response dead() {
        return Response.status(Response.Status.NOT_FOUND)
                .entity(Templates.deadLink(frame.evaluation()))
                .build();
    }
}
