// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.desk.people.GroupDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.problem.Problem;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which groups there are, and who stands in them. */
@Path("/groups")
@Produces(Leads.HTML)
class GroupPages {
    private static final String ONE = "/{id: " + Forms.ID + "}";
    private static final String MEMBER = "/members/{member: " + Forms.ID + "}";

    private final GroupDesk desk;
    private final Roster roster;
    private final Meaning meaning;
    private final Frame frame;

    GroupPages(GroupDesk desk, Roster roster, Meaning meaning, Frame frame) {
        this.desk = desk;
        this.roster = roster;
        this.meaning = meaning;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance groups(Shell shell, List<Roster.GroupRow> rows);

        static native TemplateInstance add(Shell shell, String name, String fault);

        static native TemplateInstance group(Shell shell, Roster.OneGroup group, String name, String fault);

        private Templates() {}
    }

    @GET
    public TemplateInstance groups() {
        List<Group> all = desk.all(frame.caller());
        Map<UUID, String> gives = meaning.all();
        List<Roster.GroupRow> rows = all.stream()
                .map(group -> roster.row(group, gives.getOrDefault(group.id(), "")))
                .toList();
        return Templates.groups(frame.shell(Place.PEOPLE), rows);
    }

    @GET
    @Path("/new")
    public Response add() {
        return form(200, "", "");
    }

    @POST
    @Path("/new")
    public Response add(@FormParam("name") @DefaultValue("") String name) {
        try {
            GroupDesk.Seen made = desk.create(frame.caller(), () -> DisplayName.of(name));
            return Leads.to("/groups/" + made.group().id());
        } catch (Problem e) {
            return form(Forms.UNFIT, name, Forms.fault(e));
        }
    }

    @GET
    @Path(ONE)
    public Response group(@PathParam("id") String id) {
        return page(200, id, Optional.empty(), "");
    }

    @POST
    @Path(ONE + "/name")
    public Response rename(@PathParam("id") String id, @FormParam("name") @DefaultValue("") String name) {
        try {
            desk.rename(frame.caller(), UUID.fromString(id), () -> DisplayName.of(name));
            return Leads.to("/groups/" + id);
        } catch (Problem e) {
            return page(Forms.UNFIT, id, Optional.of(name), Forms.fault(e));
        }
    }

    @POST
    @Path(ONE + "/members")
    public Response join(@PathParam("id") String id, @FormParam("member") @DefaultValue("") String member) {
        return changed(id, () -> desk.join(frame.caller(), UUID.fromString(id), Forms.chosen(member)));
    }

    @POST
    @Path(ONE + MEMBER + "/leave")
    public Response leave(@PathParam("id") String id, @PathParam("member") String member) {
        return changed(id, () -> desk.leave(frame.caller(), UUID.fromString(id), UUID.fromString(member)));
    }

    private Response changed(String id, Runnable change) {
        try {
            change.run();
            return Leads.to("/groups/" + id);
        } catch (Problem e) {
            return page(Forms.UNFIT, id, Optional.empty(), Forms.fault(e));
        }
    }

    /** Whoever may not add one is told so before he types. */
    private Response form(int status, String name, String fault) {
        desk.all(frame.caller());
        return Response.status(status)
                .entity(Templates.add(frame.shell(Place.PEOPLE), name, fault))
                .build();
    }

    /** @param name as it was typed, if that is why it is shown again */
    private Response page(int status, String id, Optional<String> name, String fault) {
        GroupDesk.Seen seen = desk.read(frame.caller(), UUID.fromString(id));
        Roster.OneGroup group = roster.group(seen, meaning.of(seen.group()));
        return Response.status(status)
                .entity(Templates.group(
                        frame.shell(Place.PEOPLE),
                        group,
                        name.orElse(group.row().name()),
                        fault))
                .build();
    }
}
