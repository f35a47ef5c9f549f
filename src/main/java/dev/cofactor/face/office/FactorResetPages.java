// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.desk.resets.FactorReset;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.ProvedWithin;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.Person;
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
import java.util.UUID;

/** Taking away the second factors of somebody who has lost them. */
@Path("/people/{id: " + Forms.ID + "}/reset-factors")
@Produces(Leads.HTML)
class FactorResetPages {
    private final FactorReset desk;
    private final Frame frame;

    FactorResetPages(FactorReset desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance reset(Shell shell, String id, String name, String account, String fault);

        private Templates() {}
    }

    /** Asked for before the form is shown, so that nothing typed is lost on the way. */
    @GET
    @ProvedWithin(minutes = FactorReset.FRESH_MINUTES)
    public Response question(@PathParam("id") String id) {
        return question(200, id, "");
    }

    @POST
    @ProvedWithin(minutes = FactorReset.FRESH_MINUTES)
    public Response reset(@PathParam("id") String id, @FormParam("account") @DefaultValue("") String account) {
        Person person = desk.asked(frame.caller(), UUID.fromString(id));
        if (!AccountName.canonical(account).equals(person.accountName())) {
            return question(Forms.UNFIT, id, "That is not the account name of this person.");
        }
        try {
            desk.reset(frame.caller(), person.id());
            return Leads.to("/people/" + id);
        } catch (Problem e) {
            return question(Forms.UNFIT, id, Forms.fault(e));
        }
    }

    private Response question(int status, String id, String fault) {
        Person person = desk.asked(frame.caller(), UUID.fromString(id));
        return Response.status(status)
                .entity(Templates.reset(
                        frame.shell(Place.PEOPLE), id, person.displayName(), person.accountName(), fault))
                .build();
    }
}
