// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.desk.leavers.Leavers;
import dev.cofactor.desk.people.PeopleDesk;
import dev.cofactor.desk.people.StateDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.AccountName;
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

/** Suspending somebody, letting him back, removing him; and what he leaves behind. */
@Path("/people")
@Produces(Leads.HTML)
class StatePages {
    private static final String ONE = "/{id: " + Forms.ID + "}";

    private final StateDesk desk;
    private final PeopleDesk people;
    private final Leavers leavers;
    private final Roster roster;
    private final Frame frame;

    StatePages(StateDesk desk, PeopleDesk people, Leavers leavers, Roster roster, Frame frame) {
        this.desk = desk;
        this.people = people;
        this.leavers = leavers;
        this.roster = roster;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance remove(Shell shell, Roster.OnePerson person, Remains remains, String fault);

        static native TemplateInstance report(Shell shell, Roster.OnePerson person, Remains remains);

        static native TemplateInstance refused(Shell shell, Roster.OnePerson person, String fault);

        private Templates() {}
    }

    @POST
    @Path(ONE + "/suspend")
    public Response suspend(@PathParam("id") String id) {
        return changed(id, "", () -> desk.suspend(frame.caller(), UUID.fromString(id)));
    }

    @POST
    @Path(ONE + "/restore")
    public Response restore(@PathParam("id") String id) {
        return changed(id, "", () -> desk.restore(frame.caller(), UUID.fromString(id)));
    }

    /** What stops working, and what is to be done afterwards, before anything is done. */
    @GET
    @Path(ONE + "/remove")
    public Response remove(@PathParam("id") String id) {
        return question(200, id, "");
    }

    /** The name is asked for so that nobody is removed by a slip; who may is the gate's to say. */
    @POST
    @Path(ONE + "/remove")
    public Response remove(@PathParam("id") String id, @FormParam("account") @DefaultValue("") String account) {
        Roster.OnePerson person = person(id);
        if (!AccountName.canonical(account).equals(person.account())) {
            return question(Forms.UNFIT, id, "That is not the account name of this person.");
        }
        return changed(id, "/leaver-report", () -> desk.remove(frame.caller(), UUID.fromString(id)));
    }

    @GET
    @Path(ONE + "/leaver-report")
    public TemplateInstance report(@PathParam("id") String id) {
        Remains remains = remains(id);
        return Templates.report(frame.shell(Place.PEOPLE), person(id), remains);
    }

    private Response changed(String id, String then, Runnable change) {
        try {
            change.run();
            return Leads.to("/people/" + id + then);
        } catch (Problem e) {
            String fault = Forms.fault(e);
            return Response.status(Forms.UNFIT)
                    .entity(Templates.refused(frame.shell(Place.PEOPLE), person(id), fault))
                    .build();
        }
    }

    private Response question(int status, String id, String fault) {
        Remains remains = remains(id);
        return Response.status(status)
                .entity(Templates.remove(frame.shell(Place.PEOPLE), person(id), remains, fault))
                .build();
    }

    private Roster.OnePerson person(String id) {
        return roster.person(
                people.read(frame.caller(), UUID.fromString(id)),
                frame.caller().actor().id());
    }

    private Remains remains(String id) {
        return Remains.of(leavers.report(frame.caller(), UUID.fromString(id)));
    }
}
