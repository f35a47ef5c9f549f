// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

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

/** What waits for somebody, what he asked for, and what became of it all. */
@Path("/approvals")
@Produces(Leads.HTML)
class ApprovalsPages {
    private final Lists lists;
    private final Frame frame;

    ApprovalsPages(Lists lists, Frame frame) {
        this.lists = lists;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance approvals(Shell shell, Lists.Listing listing);

        private Templates() {}
    }

    @GET
    public TemplateInstance waiting(@QueryParam("after") @DefaultValue("") String after) {
        return page(Lists.At.WAITING, after);
    }

    @GET
    @Path("/mine")
    public TemplateInstance mine(@QueryParam("after") @DefaultValue("") String after) {
        return page(Lists.At.MINE, after);
    }

    @GET
    @Path("/history")
    public TemplateInstance history(@QueryParam("after") @DefaultValue("") String after) {
        return page(Lists.At.HISTORY, after);
    }

    private TemplateInstance page(Lists.At at, String after) {
        return Templates.approvals(frame.shell(Place.APPROVALS), lists.of(frame.caller(), at, after));
    }
}
