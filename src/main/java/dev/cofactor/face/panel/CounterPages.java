// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import dev.cofactor.desk.counters.Counters;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** A counting seed and a site that have lost step. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/counter")
@Produces(Leads.HTML)
class CounterPages {
    private static final int UNFIT = 422;
    private static final int LONGEST = 16;

    private final Counters counters;
    private final SecretView secrets;
    private final Frame frame;

    CounterPages(Counters counters, SecretView secrets, Frame frame) {
        this.counters = counters;
        this.secrets = secrets;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance counter(Shell shell, String id, String name, String moved, String fault);

        private Templates() {}
    }

    @GET
    public Response page(@PathParam("id") String id) {
        counters.admit(frame.caller(), id);
        return page(200, id, "", "");
    }

    /** Two codes, or else the counter that the site expects. */
    @POST
    public Response move(
            @PathParam("id") String id,
            @FormParam("first") @DefaultValue("") String first,
            @FormParam("second") @DefaultValue("") String second,
            @FormParam("counter") @DefaultValue("") String counter) {
        counters.admit(frame.caller(), id);
        try {
            Counters.Moved moved = counter.matches("[0-9]{1,18}")
                    ? counters.moveTo(frame.caller(), id, Long.parseLong(counter))
                    : counters.follow(frame.caller(), id, plain(first), plain(second));
            return page(200, id, Long.toString(moved.counter()), "");
        } catch (Problem e) {
            return page(UNFIT, id, "", Words.fault(e, Kind.INVALID, Kind.CONFLICT, Kind.TOO_MANY));
        }
    }

    /** As it is shown, in groups or not; what is too long is no code. */
    private static String plain(String typed) {
        String bare = typed.length() > 2 * LONGEST ? "" : typed.replaceAll("[\\s-]", "");
        return bare.length() > LONGEST ? "" : bare;
    }

    private Response page(int status, String id, String moved, String fault) {
        String name = secrets.one(frame.caller(), id).placed().name();
        return Response.status(status)
                .entity(Templates.counter(frame.shell(Place.SECRETS), id, name, moved, fault))
                .build();
    }
}
