// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import dev.cofactor.desk.machines.LastUse;
import dev.cofactor.desk.machines.MachineDesk;
import dev.cofactor.desk.workloads.WorkloadDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.directory.Token;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which services there are, and what each can show. */
@Path("/services")
@Produces(Leads.HTML)
class ServicePages {
    private static final String ONE = "/{id: " + Forms.ID + "}";

    private final MachineDesk desk;
    private final WorkloadDesk workloads;
    private final Machines machines;
    private final LastUse lastUse;
    private final Clock clock;
    private final Frame frame;

    ServicePages(
            MachineDesk desk, WorkloadDesk workloads, Machines machines, LastUse lastUse, Clock clock, Frame frame) {
        this.desk = desk;
        this.workloads = workloads;
        this.machines = machines;
        this.lastUse = lastUse;
        this.clock = clock;
        this.frame = frame;
    }

    /**
     * @param live how many of its tokens are good
     * @param next when the first of these is over, or empty
     */
    record Row(String id, String name, Chip state, int live, String next) {}

    /**
     * @param from where it may be shown: ranges, or nothing for anywhere
     * @param used when it was last shown, or empty
     * @param live whether there is something to take back
     * @param rotates whether another one can be given in its place
     */
    record TokenRow(
            String id,
            String label,
            List<String> from,
            Instant since,
            Instant until,
            String used,
            Chip state,
            boolean live,
            boolean rotates) {}

    /** A federation that lets programs in as this service. */
    record Vouching(String id, String name, Chip state) {}

    record One(String id, String name, Chip state, boolean active, List<TokenRow> tokens, List<Vouching> federations) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance services(Shell shell, List<Row> rows);

        static native TemplateInstance add(Shell shell, String name, String fault);

        static native TemplateInstance service(Shell shell, One service, String name, String fault);

        private Templates() {}
    }

    @GET
    public TemplateInstance services() {
        List<Row> rows = desk.all(frame.caller()).stream().map(this::row).toList();
        return Templates.services(frame.shell(Place.MACHINES), rows);
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
            return Leads.to("/services/"
                    + desk.create(frame.caller(), () -> DisplayName.of(name)).id());
        } catch (Problem e) {
            return form(Forms.UNFIT, name, Forms.fault(e));
        }
    }

    @GET
    @Path(ONE)
    public Response service(@PathParam("id") String id) {
        return page(200, id, Optional.empty(), "");
    }

    @POST
    @Path(ONE + "/name")
    public Response rename(@PathParam("id") String id, @FormParam("name") @DefaultValue("") String name) {
        try {
            edit(id, () -> new MachineDesk.Edit(Optional.of(DisplayName.of(name)), Optional.empty()));
            return Leads.to("/services/" + id);
        } catch (Problem e) {
            return page(Forms.UNFIT, id, Optional.of(name), Forms.fault(e));
        }
    }

    @POST
    @Path(ONE + "/suspend")
    public Response suspend(@PathParam("id") String id) {
        edit(id, () -> new MachineDesk.Edit(Optional.empty(), Optional.of(false)));
        return Leads.to("/services/" + id);
    }

    @POST
    @Path(ONE + "/resume")
    public Response resume(@PathParam("id") String id) {
        edit(id, () -> new MachineDesk.Edit(Optional.empty(), Optional.of(true)));
        return Leads.to("/services/" + id);
    }

    private void edit(String id, Supplier<MachineDesk.Edit> wanted) {
        desk.edit(frame.caller(), UUID.fromString(id), wanted);
    }

    private Row row(Service service) {
        Instant now = clock.instant();
        List<Token> live = machines.tokensOf(service.id()).stream()
                .filter(token -> token.stands(now))
                .toList();
        String next = live.stream()
                .map(Token::until)
                .min(Comparator.naturalOrder())
                .map(until -> Forms.second(until).toString())
                .orElse("");
        return new Row(service.id().toString(), service.name(), Chip.of(service), live.size(), next);
    }

    /** What is good comes first. */
    private One one(Service service) {
        Instant now = clock.instant();
        List<Token> all = machines.tokensOf(service.id());
        Map<UUID, Instant> used = lastUse.of(all.stream().map(Token::id).toList());
        Set<UUID> replaced =
                all.stream().flatMap(token -> token.replaces().stream()).collect(Collectors.toSet());
        List<TokenRow> tokens = all.stream()
                .map(token -> row(token, replaced.contains(token.id()), Optional.ofNullable(used.get(token.id())), now))
                .sorted(Comparator.comparing(TokenRow::live)
                        .reversed()
                        .thenComparing(TokenRow::since, Comparator.reverseOrder()))
                .toList();
        return new One(
                service.id().toString(),
                service.name(),
                Chip.of(service),
                service.active(),
                tokens,
                federations(service));
    }

    private List<Vouching> federations(Service service) {
        return workloads.all(frame.caller()).stream()
                .filter(one -> one.service().equals(service.id()) && one.ended().isEmpty())
                .map(one -> new Vouching(one.id().toString(), one.name(), Chip.of(one)))
                .toList();
    }

    private static TokenRow row(Token token, boolean replaced, Optional<Instant> used, Instant now) {
        boolean live = token.stands(now);
        return new TokenRow(
                token.id().toString(),
                token.label(),
                token.from().written(),
                Forms.second(token.since()),
                Forms.second(token.end()),
                used.map(Instant::toString).orElse(""),
                Chip.of(token, replaced, now),
                live,
                live && !replaced);
    }

    /** Whoever may not add one is told so before he types. */
    private Response form(int status, String name, String fault) {
        desk.all(frame.caller());
        return Response.status(status)
                .entity(Templates.add(frame.shell(Place.MACHINES), name, fault))
                .build();
    }

    /** @param name as it was typed, if that is why it is shown again */
    private Response page(int status, String id, Optional<String> name, String fault) {
        One service = one(desk.read(frame.caller(), UUID.fromString(id)));
        return Response.status(status)
                .entity(Templates.service(frame.shell(Place.MACHINES), service, name.orElse(service.name()), fault))
                .build();
    }
}
