// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.bundling;

import dev.cofactor.desk.bundle.BundleDesk;
import dev.cofactor.desk.bundle.HolderKeys;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.ProvedWithin;
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

/** One's own key as a holder. Whoever comes here proves first that it is he: a share is sealed to whatever key stands here. */
@Path("/profile/bundle-key")
@Produces(Leads.HTML)
class HolderKeyPages {
    private static final int UNFIT = 422;

    private final HolderKeys keys;
    private final Frame frame;

    HolderKeyPages(HolderKeys keys, Frame frame) {
        this.keys = keys;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance key(Shell shell, String print, String since, String fault);

        private Templates() {}
    }

    @GET
    @ProvedWithin(minutes = HolderKeys.FRESH_MINUTES)
    public Response key() {
        return page(200, "");
    }

    /** @param what is to be done: register or withdraw */
    @POST
    @ProvedWithin(minutes = HolderKeys.FRESH_MINUTES)
    public Response change(
            @FormParam("what") @DefaultValue("register") String what, @FormParam("key") @DefaultValue("") String line) {
        try {
            if (what.equals("withdraw")) {
                keys.withdraw(frame.caller());
            } else {
                keys.register(frame.caller(), line);
            }
            return Leads.to("/profile/bundle-key");
        } catch (Problem e) {
            return page(UNFIT, Words.fault(e, Problem.Kind.INVALID));
        }
    }

    private Response page(int status, String fault) {
        return Response.status(status)
                .entity(keys.own(frame.caller())
                        .map(own -> Templates.key(
                                frame.shell(Place.PROFILE),
                                BundleDesk.readable(own.fingerprint()),
                                BundlePages.second(own.since()).toString(),
                                fault))
                        .orElseGet(() -> Templates.key(frame.shell(Place.PROFILE), "", "", fault)))
                .build();
    }
}
