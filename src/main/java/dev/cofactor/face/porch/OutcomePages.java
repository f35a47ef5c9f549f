// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.porch;

import dev.cofactor.desk.sso.SingleSignOn;
import dev.cofactor.desk.sso.SingleSignOn.Begun;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** What the pages of this room end in. */
@Singleton
class OutcomePages {
    private final SingleSignOn sso;
    private final Frame frame;

    OutcomePages(SingleSignOn sso, Frame frame) {
        this.sso = sso;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance refused(boolean evaluation, String provider, String code, boolean signedIn);

        private Templates() {}
    }

    Response away(Begun begun) {
        return Leads.away(frame, false, name(), begun.address(), Cookies.sso(begun.cookie(), SingleSignOn.PATIENCE));
    }

    /** What is neither a refusal of this room's nor a link's end is told as any other page tells it. */
    Response refused(Problem problem) {
        int status = switch (problem.kind()) {
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case NOT_FOUND -> 404;
            case UNAVAILABLE -> 503;
            case INVALID, UNAUTHENTICATED, CHANGED_MEANWHILE, TOO_LARGE, CONDITION_MISSING, TOO_MANY -> throw problem;
        };
        if (name().isEmpty()) {
            throw problem;
        }
        return page(status, problem.code());
    }

    Response deadLink() {
        return page(404, "invitation-ended");
    }

    private Response page(int status, String code) {
        boolean signedIn = frame.knownSession().isPresent();
        return Response.status(status)
                .entity(Templates.refused(frame.evaluation(), name(), code, signedIn))
                .cookie(Cookies.ssoEnded())
                .build();
    }

    private String name() {
        return sso.name().orElse("");
    }
}
