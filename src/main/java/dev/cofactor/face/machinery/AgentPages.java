// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import dev.cofactor.desk.agents.AgentDesk;
import dev.cofactor.desk.agents.DelegationDesk;
import dev.cofactor.desk.machines.LastUse;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Delegation;
import dev.cofactor.ledger.mandates.Mandates;
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
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Which agents there are, and for whom each acts. That one does is said by the person, and not here. */
@Path("/agents")
@Produces(Leads.HTML)
class AgentPages {
    private static final String ONE = "/{id: " + Forms.ID + "}";

    private final AgentDesk desk;
    private final DelegationDesk delegations;
    private final Mandates mandates;
    private final People people;
    private final LastUse lastUse;
    private final Clock clock;
    private final Frame frame;

    AgentPages(
            AgentDesk desk,
            DelegationDesk delegations,
            Mandates mandates,
            People people,
            LastUse lastUse,
            Clock clock,
            Frame frame) {
        this.desk = desk;
        this.delegations = delegations;
        this.mandates = mandates;
        this.people = people;
        this.lastUse = lastUse;
        this.clock = clock;
        this.frame = frame;
    }

    /** @param live for how many it acts: delegations that are good */
    record Row(String id, String name, Chip state, long live) {}

    /** @param used when its token was last shown, or empty */
    record DelegationRow(
            String id,
            String person,
            String label,
            List<String> from,
            Instant since,
            Instant until,
            String used,
            Chip state,
            boolean live) {}

    record One(String id, String name, Chip state, boolean active, List<DelegationRow> delegations) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance agents(Shell shell, List<Row> rows, String name, String fault);

        static native TemplateInstance agent(Shell shell, One agent, String name, String fault);

        private Templates() {}
    }

    @GET
    public Response agents() {
        return list(200, "", "");
    }

    @POST
    public Response add(@FormParam("name") @DefaultValue("") String name) {
        try {
            return Leads.to("/agents/"
                    + desk.create(frame.caller(), () -> DisplayName.of(name)).id());
        } catch (Problem e) {
            return list(Forms.UNFIT, name, Forms.fault(e));
        }
    }

    @GET
    @Path(ONE)
    public Response agent(@PathParam("id") String id) {
        return page(200, id, Optional.empty(), "");
    }

    @POST
    @Path(ONE + "/name")
    public Response rename(@PathParam("id") String id, @FormParam("name") @DefaultValue("") String name) {
        try {
            edit(id, () -> new AgentDesk.Edit(Optional.of(DisplayName.of(name)), Optional.empty()));
            return Leads.to("/agents/" + id);
        } catch (Problem e) {
            return page(Forms.UNFIT, id, Optional.of(name), Forms.fault(e));
        }
    }

    @POST
    @Path(ONE + "/suspend")
    public Response suspend(@PathParam("id") String id) {
        edit(id, () -> new AgentDesk.Edit(Optional.empty(), Optional.of(false)));
        return Leads.to("/agents/" + id);
    }

    @POST
    @Path(ONE + "/resume")
    public Response resume(@PathParam("id") String id) {
        edit(id, () -> new AgentDesk.Edit(Optional.empty(), Optional.of(true)));
        return Leads.to("/agents/" + id);
    }

    @POST
    @Path(ONE + "/delegations/{delegation: " + Forms.ID + "}/end")
    public Response end(@PathParam("id") String id, @PathParam("delegation") String delegation) {
        delegations.end(frame.caller(), UUID.fromString(id), UUID.fromString(delegation));
        return Leads.to("/agents/" + id);
    }

    private void edit(String id, Supplier<AgentDesk.Edit> wanted) {
        desk.edit(frame.caller(), UUID.fromString(id), wanted);
    }

    private Row row(Agent agent) {
        Instant now = clock.instant();
        long live = mandates.toAgent(agent.id()).stream()
                .filter(one -> one.stands(now))
                .count();
        return new Row(agent.id().toString(), agent.name(), Chip.of(agent), live);
    }

    /** What is good comes first. */
    private One one(Agent agent) {
        List<Delegation> all = mandates.toAgent(agent.id());
        Map<UUID, Instant> used = lastUse.of(all.stream().map(Delegation::id).toList());
        List<DelegationRow> rows = all.stream()
                .map(one -> row(one, Optional.ofNullable(used.get(one.id()))))
                .sorted(Comparator.comparing(DelegationRow::live)
                        .reversed()
                        .thenComparing(DelegationRow::since, Comparator.reverseOrder()))
                .toList();
        return new One(agent.id().toString(), agent.name(), Chip.of(agent), agent.active(), rows);
    }

    private DelegationRow row(Delegation one, Optional<Instant> used) {
        Instant now = clock.instant();
        return new DelegationRow(
                one.id().toString(),
                people.find(one.person()).map(Person::displayName).orElse("Somebody who is gone"),
                one.label(),
                one.from().written(),
                Forms.second(one.since()),
                Forms.second(one.ended().orElse(one.until())),
                used.map(Instant::toString).orElse(""),
                Chip.of(one, now),
                one.stands(now));
    }

    private Response list(int status, String name, String fault) {
        List<Row> rows = desk.toEdit(frame.caller()).stream().map(this::row).toList();
        return Response.status(status)
                .entity(Templates.agents(frame.shell(Place.MACHINES), rows, name, fault))
                .build();
    }

    /** @param name as it was typed, if that is why it is shown again */
    private Response page(int status, String id, Optional<String> name, String fault) {
        One agent = one(desk.read(frame.caller(), UUID.fromString(id)));
        return Response.status(status)
                .entity(Templates.agent(frame.shell(Place.MACHINES), agent, name.orElse(agent.name()), fault))
                .build();
    }
}
