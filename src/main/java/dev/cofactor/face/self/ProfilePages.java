// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.desk.signin.ApiCredentials;
import dev.cofactor.desk.signin.Session;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** What is one's own. */
@Path("/profile")
@Produces(Leads.HTML)
class ProfilePages {
    private final Frame frame;
    private final ApiCredentials credentials;

    ProfilePages(Frame frame, ApiCredentials credentials) {
        this.frame = frame;
        this.credentials = credentials;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance profile(Shell shell, String name, long credentialHours, boolean passwordChanged);

        private Templates() {}
    }

    @GET
    public TemplateInstance profile(@QueryParam("changed") @DefaultValue("") String changed) {
        Session session = frame.session();
        return Templates.profile(
                frame.shell(Place.PROFILE),
                session.accountName(),
                credentials.longest().toHours(),
                changed.equals("password"));
    }
}
