// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** My Secrets. */
@Path("/secrets")
@Produces(Leads.HTML)
class SecretsPages {
    private final Frame frame;

    SecretsPages(Frame frame) {
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance mySecrets(String csrf, boolean evaluation, String who);

        private Templates() {}
    }

    @GET
    public TemplateInstance mySecrets() {
        return Templates.mySecrets(
                frame.csrf(), frame.evaluation(), frame.session().displayName());
    }
}
