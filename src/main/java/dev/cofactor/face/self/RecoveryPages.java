// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.desk.factors.Again;
import dev.cofactor.desk.factors.FactorDesk;
import dev.cofactor.desk.factors.RecoveryCodes;
import dev.cofactor.desk.factors.RecoveryDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.words.Speaking;
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
import java.util.List;
import java.util.UUID;

/** Other recovery codes, shown once, and saying that one keeps them. */
@Path("/profile/recovery-codes")
@Produces(Leads.HTML)
class RecoveryPages {
    private final RecoveryDesk desk;
    private final FactorDesk factors;
    private final Frame frame;
    private final Speaking speaking;

    RecoveryPages(RecoveryDesk desk, FactorDesk factors, Frame frame, Speaking speaking) {
        this.desk = desk;
        this.factors = factors;
        this.frame = frame;
        this.speaking = speaking;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance renew(Shell shell, FactorDesk.Standing standing, Faults faults);

        static native TemplateInstance codes(Shell shell, String set, List<String> codes);

        private Templates() {}
    }

    /** The one page that has them. */
    static TemplateInstance codes(Frame frame, RecoveryCodes.Draft made) {
        return Templates.codes(frame.shell(Place.PROFILE), made.set().toString(), made.codes());
    }

    @GET
    public Response renew() {
        return page(200, Faults.NONE);
    }

    @POST
    public Response renew(
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("code") @DefaultValue("") String code) {
        try {
            RecoveryCodes.Draft made = desk.renew(frame.caller(), new Again.Typed(password, code));
            return Response.ok(codes(frame, made)).build();
        } catch (Problem e) {
            return page(Faults.STATUS, Faults.of(e));
        }
    }

    /** They are not sent back, so who has not ticked the box and closed the page needs others. */
    @POST
    @Path("/kept")
    public Response kept(
            @FormParam("set") @DefaultValue("") String set, @FormParam("kept") @DefaultValue("") String kept) {
        if (kept.isEmpty() || !set.matches(FactorPages.ID)) {
            return page(
                    Faults.STATUS, Faults.ofForm(speaking.words(SelfWords.class).codesAreGoodOnce()));
        }
        try {
            desk.keep(frame.caller(), UUID.fromString(set));
            return Leads.to(FactorPages.HERE + "?done=kept");
        } catch (Problem e) {
            return page(Faults.STATUS, Faults.of(e));
        }
    }

    private Response page(int status, Faults faults) {
        FactorDesk.Standing standing = factors.standing(frame.caller());
        return standing.enrolled()
                ? Response.status(status)
                        .entity(Templates.renew(frame.shell(Place.PROFILE), standing, faults))
                        .build()
                : Leads.to(FactorPages.HERE);
    }
}
