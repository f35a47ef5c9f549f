// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.desk.people.Administrators;
import dev.cofactor.desk.people.GroupDesk;
import dev.cofactor.desk.people.PeopleDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.Group;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who there is, how far each is, and the link by which somebody comes. */
@Path("/people")
@Produces(Leads.HTML)
class PeoplePages {
    private static final String ONE = "/{id: " + Forms.ID + "}";
    private static final String GROUP = "/groups/{group: " + Forms.ID + "}";

    private final PeopleDesk desk;
    private final GroupDesk groups;
    private final Administrators administrators;
    private final Roster roster;
    private final Frame frame;

    PeoplePages(PeopleDesk desk, GroupDesk groups, Administrators administrators, Roster roster, Frame frame) {
        this.desk = desk;
        this.groups = groups;
        this.administrators = administrators;
        this.roster = roster;
        this.frame = frame;
    }

    /** Somebody who is to be invited, as he was typed. */
    record Typed(String name, String account) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance people(Shell shell, List<Roster.PersonRow> rows, boolean alone);

        static native TemplateInstance invite(Shell shell, Typed typed, List<Roster.Choice> groups, String fault);

        static native TemplateInstance invited(Shell shell, Roster.OnePerson person, String link, Instant until);

        static native TemplateInstance person(Shell shell, Roster.OnePerson person, String name, String fault);

        private Templates() {}
    }

    @GET
    public TemplateInstance people() {
        List<Roster.PersonRow> rows = roster.people(desk.all(frame.caller()));
        return Templates.people(frame.shell(Place.PEOPLE), rows, administrators.anotherIsNeeded());
    }

    @GET
    @Path("/new")
    public Response invite() {
        return form(200, new Typed("", ""), List.of(), "");
    }

    /** Sent once more, it finds the account name taken: nobody is invited twice by a reload. */
    @POST
    @Path("/new")
    public Response invite(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("account") @DefaultValue("") String account,
            @FormParam("group") List<String> first) {
        try {
            PeopleDesk.Invited invited = desk.add(
                    frame.caller(), () -> new PeopleDesk.Newcomer(AccountName.of(account), DisplayName.of(name)));
            UUID person = invited.seen().person().id();
            groups.all(frame.caller()).stream()
                    .map(Group::id)
                    .filter(group -> first.contains(group.toString()))
                    .forEach(group -> groups.join(frame.caller(), group, person));
            return shown(invited);
        } catch (Problem e) {
            return form(Forms.UNFIT, new Typed(name, account), first, Forms.fault(e));
        }
    }

    @GET
    @Path(ONE)
    public Response person(@PathParam("id") String id) {
        return page(200, id, Optional.empty(), "");
    }

    /** Reloaded, the page with the link makes no second one. */
    @GET
    @Path(ONE + "/invitation")
    public Response invitation(@PathParam("id") String id) {
        return Leads.to("/people/" + id);
    }

    @POST
    @Path(ONE + "/invitation")
    public Response inviteAgain(@PathParam("id") String id) {
        try {
            return shown(desk.invite(frame.caller(), UUID.fromString(id)));
        } catch (Problem e) {
            return page(Forms.UNFIT, id, Optional.empty(), Forms.fault(e));
        }
    }

    @POST
    @Path(ONE + "/name")
    public Response rename(@PathParam("id") String id, @FormParam("name") @DefaultValue("") String name) {
        try {
            desk.rename(frame.caller(), UUID.fromString(id), () -> DisplayName.of(name));
            return Leads.to("/people/" + id);
        } catch (Problem e) {
            return page(Forms.UNFIT, id, Optional.of(name), Forms.fault(e));
        }
    }

    @POST
    @Path(ONE + "/groups")
    public Response join(@PathParam("id") String id, @FormParam("group") @DefaultValue("") String group) {
        return changed(id, () -> groups.join(frame.caller(), Forms.chosen(group), UUID.fromString(id)));
    }

    @POST
    @Path(ONE + GROUP + "/leave")
    public Response leave(@PathParam("id") String id, @PathParam("group") String group) {
        return changed(id, () -> groups.leave(frame.caller(), UUID.fromString(group), UUID.fromString(id)));
    }

    @POST
    @Path(ONE + "/manager")
    public Response manage(@PathParam("id") String id, @FormParam("manager") @DefaultValue("") String manager) {
        return changed(id, () -> {
            Optional<UUID> chosen = manager.isEmpty() ? Optional.empty() : Optional.of(Forms.chosen(manager));
            desk.manage(frame.caller(), UUID.fromString(id), chosen);
        });
    }

    private Response changed(String id, Runnable change) {
        try {
            change.run();
            return Leads.to("/people/" + id);
        } catch (Problem e) {
            return page(Forms.UNFIT, id, Optional.empty(), Forms.fault(e));
        }
    }

    private Response form(int status, Typed typed, List<String> first, String fault) {
        List<Roster.Choice> choices = roster.choices(groups.all(frame.caller()), first);
        return Response.status(status)
                .entity(Templates.invite(frame.shell(Place.PEOPLE), typed, choices, fault))
                .build();
    }

    private Response shown(PeopleDesk.Invited invited) {
        PeopleDesk.Link link = invited.link();
        return Response.ok(Templates.invited(
                        frame.shell(Place.PEOPLE), one(invited.seen()), link.address(), Forms.second(link.until())))
                .build();
    }

    private Roster.OnePerson one(PeopleDesk.Seen seen) {
        return roster.person(seen, frame.caller().actor().id());
    }

    /** @param name as it was typed, if that is why it is shown again */
    private Response page(int status, String id, Optional<String> name, String fault) {
        Roster.OnePerson person = one(desk.read(frame.caller(), UUID.fromString(id)));
        return Response.status(status)
                .entity(Templates.person(frame.shell(Place.PEOPLE), person, name.orElse(person.name()), fault))
                .build();
    }
}
