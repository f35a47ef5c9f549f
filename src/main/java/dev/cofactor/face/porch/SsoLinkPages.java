// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.porch;

import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.desk.sso.Links;
import dev.cofactor.desk.sso.SingleSignOn;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** One's own link with the provider. */
@Path("/profile/sso")
@Produces(Leads.HTML)
class SsoLinkPages {
    private static final int UNFIT = 422;
    private static final String NO_FAULT = "";

    private final SingleSignOn sso;
    private final Links links;
    private final Frame frame;
    private final OutcomePages outcomes;

    SsoLinkPages(SingleSignOn sso, Links links, Frame frame, OutcomePages outcomes) {
        this.sso = sso;
        this.links = links;
        this.frame = frame;
        this.outcomes = outcomes;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance link(Shell shell, String name, String provider, boolean linked, String fault);

        private Templates() {}
    }

    @GET
    public Response show() {
        return sso.name().isPresent() ? page(200, NO_FAULT) : Leads.to("/profile");
    }

    @POST
    public Response link(@FormParam("password") @DefaultValue("") String password) {
        try {
            return outcomes.away(sso.beginLink(frame.session(), password, frame.line()));
        } catch (Passwords.WrongPassword e) {
            return page(UNFIT, Words.sentence(e));
        } catch (Problem e) {
            return outcomes.refused(e);
        }
    }

    @POST
    @Path("/end")
    public Response unlink(@FormParam("password") @DefaultValue("") String password) {
        try {
            links.unlink(frame.session(), password, frame.line());
            return Leads.to("/profile/sso");
        } catch (Passwords.WrongPassword e) {
            return page(UNFIT, Words.sentence(e));
        }
    }

    private Response page(int status, String fault) {
        return Response.status(status)
                .entity(Templates.link(
                        frame.shell(Place.PROFILE),
                        frame.session().accountName(),
                        sso.name().orElse(""),
                        links.of(frame.session()).isPresent(),
                        fault))
                .build();
    }
}
