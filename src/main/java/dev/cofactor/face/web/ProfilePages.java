// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.Session;
import dev.cofactor.face.http.CsrfToken;
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
    private final Visitor visitor;
    private final CsrfToken csrf;
    private final WebConfig config;

    ProfilePages(Visitor visitor, CsrfToken csrf, WebConfig config) {
        this.visitor = visitor;
        this.csrf = csrf;
        this.config = config;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance profile(
                String csrf, boolean evaluation, String who, String name, boolean passwordChanged);

        private Templates() {}
    }

    @GET
    public TemplateInstance profile(@QueryParam("changed") @DefaultValue("") String changed) {
        Session session = visitor.session();
        return Templates.profile(
                csrf.token(),
                config.evaluation(),
                session.displayName(),
                session.accountName(),
                changed.equals("password"));
    }
}
