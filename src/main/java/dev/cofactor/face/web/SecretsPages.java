// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.face.http.CsrfToken;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** My Secrets. */
@Path("/secrets")
@Produces(Leads.HTML)
class SecretsPages {
    private final Visitor visitor;
    private final CsrfToken csrf;
    private final WebConfig config;

    SecretsPages(Visitor visitor, CsrfToken csrf, WebConfig config) {
        this.visitor = visitor;
        this.csrf = csrf;
        this.config = config;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance mySecrets(String csrf, boolean evaluation, String who);

        private Templates() {}
    }

    @GET
    public TemplateInstance mySecrets() {
        return Templates.mySecrets(
                csrf.token(), config.evaluation(), visitor.session().displayName());
    }
}
