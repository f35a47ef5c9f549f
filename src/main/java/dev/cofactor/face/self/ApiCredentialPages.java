// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.desk.signin.ApiCredentials;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** A credential for one's own scripts. */
@Path("/profile/api-credential")
@Produces(Leads.HTML)
class ApiCredentialPages {
    private final ApiCredentials credentials;
    private final Frame frame;

    ApiCredentialPages(ApiCredentials credentials, Frame frame) {
        this.credentials = credentials;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance apiCredential(Shell shell, String credential, long credentialHours);

        private Templates() {}
    }

    /** Reloaded, the page makes no second one. */
    @GET
    public Response apiCredential() {
        return Leads.to("/profile");
    }

    @POST
    public TemplateInstance make() {
        SessionToken made = credentials.make(frame.session(), frame.line());
        return Templates.apiCredential(
                frame.shell(Place.PROFILE), made.value(), credentials.longest().toHours());
    }
}
