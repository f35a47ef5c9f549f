// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.desk.machines.MachineDesk;
import dev.cofactor.desk.workloads.FederationJson;
import dev.cofactor.desk.workloads.WorkloadDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.identity.Home;
import dev.cofactor.ground.outbound.Outbound;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.trust.Federation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** On whose word programs are let in: chosen from presets, tried with a token, suspended and ended. */
@Path("/federations")
@Produces(Leads.HTML)
class FederationPages {
    private static final String ONE = "/{id: " + Forms.ID + "}";

    private final WorkloadDesk desk;
    private final MachineDesk services;
    private final Machines machines;
    private final Outbound outbound;
    private final ObjectMapper json;
    private final Home home;
    private final Frame frame;

    FederationPages(
            WorkloadDesk desk,
            MachineDesk services,
            Machines machines,
            Outbound outbound,
            ObjectMapper json,
            Home home,
            Frame frame) {
        this.desk = desk;
        this.services = services;
        this.machines = machines;
        this.outbound = outbound;
        this.json = json;
        this.home = home;
        this.frame = frame;
    }

    record Row(String id, String name, String service, String issuer, Chip state) {}

    record Choice(String id, String name) {}

    /**
     * One that is looked at.
     *
     * @param state which one it is: what changes it names that, so that nothing that somebody else did is lost
     */
    record One(
            String id,
            String name,
            String serviceId,
            String service,
            String issuer,
            String preset,
            Chip chip,
            boolean active,
            boolean ended,
            boolean handed,
            String state) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance federations(Shell shell, List<Row> rows);

        static native TemplateInstance choose(Shell shell, List<Presets.Offer> offers, String service);

        static native TemplateInstance add(
                Shell shell, Presets.Offer preset, List<Choice> services, FederationForm typed, String fault);

        static native TemplateInstance federation(
                Shell shell, One one, Presets.Offer preset, FederationForm typed, Result result, String fault);

        private Templates() {}
    }

    /** @param trial how a token fared; none where none was tried */
    record Result(List<Trial> trial) {
        private static final Result NONE = new Result(List.of());
    }

    @GET
    public TemplateInstance federations() {
        List<Row> rows = desk.all(frame.caller()).stream()
                .sorted(Comparator.comparing((Federation one) -> one.ended().isPresent())
                        .thenComparing(Federation::name, String.CASE_INSENSITIVE_ORDER))
                .map(one ->
                        new Row(one.id().toString(), one.name(), service(one.service()), one.issuer(), Chip.of(one)))
                .toList();
        return Templates.federations(frame.shell(Place.MACHINES), rows);
    }

    @GET
    @Path("/new")
    public Response add(
            @QueryParam("preset") @DefaultValue("") String word,
            @QueryParam("service") @DefaultValue("") String service) {
        List<Choice> choices = choices();
        return Presets.find(word)
                .map(preset -> form(200, preset, FederationForm.blank(preset, service, home.origin()), choices, ""))
                .orElseGet(() -> Response.ok(Templates.choose(frame.shell(Place.MACHINES), Presets.all(), service))
                        .build());
    }

    @POST
    @Path("/new")
    public Response add(MultivaluedMap<String, String> sent) {
        Presets.Offer preset =
                Presets.find(String.valueOf(sent.getFirst("preset"))).orElseThrow(FederationPages::nothing);
        FederationForm typed = FederationForm.sent(sent, preset);
        try {
            Federation made =
                    desk.create(frame.caller(), () -> typed.given(preset, json).wanted(outbound::mayBePrivate));
            return Leads.to("/federations/" + made.id());
        } catch (Problem e) {
            return form(Forms.UNFIT, preset, typed, choices(), Forms.fault(e));
        }
    }

    @GET
    @Path(ONE)
    public Response federation(@PathParam("id") String id) {
        return page(200, read(id), "");
    }

    @POST
    @Path(ONE)
    public Response edit(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Federation now = read(id);
        Presets.Offer preset = preset(now);
        FederationForm typed = FederationForm.sent(sent, preset);
        boolean asked = "yes".equals(sent.getFirst("asked"));
        try {
            desk.edit(
                    frame.caller(),
                    now.id(),
                    () -> String.valueOf(sent.getFirst("state")),
                    () -> typed.edited(preset, asked, json).edit());
            return Leads.to("/federations/" + id);
        } catch (Problem e) {
            return page(Forms.UNFIT, now, typed, Result.NONE, fault(e));
        }
    }

    @POST
    @Path(ONE + "/suspend")
    public Response suspend(@PathParam("id") String id, @FormParam("state") @DefaultValue("") String state) {
        return put(id, state, false);
    }

    @POST
    @Path(ONE + "/resume")
    public Response resume(@PathParam("id") String id, @FormParam("state") @DefaultValue("") String state) {
        return put(id, state, true);
    }

    @POST
    @Path(ONE + "/end")
    public Response end(@PathParam("id") String id, @FormParam("state") @DefaultValue("") String state) {
        return done(id, () -> desk.end(frame.caller(), UUID.fromString(id), () -> state));
    }

    /** What was tried is in no address and not on the page that answers: it is good until it is over. */
    @POST
    @Path(ONE + "/try")
    public Response tryOut(@PathParam("id") String id, @FormParam("token") @DefaultValue("") String token) {
        Federation one = read(id);
        Trial trial = Trial.of(desk.tryOut(frame.caller(), one.id(), token::strip), one);
        return page(200, one, FederationForm.of(one, preset(one)), new Result(List.of(trial)), "");
    }

    /** Reloaded, the page with a verdict tries nothing once more. */
    @GET
    @Path(ONE + "/try")
    public Response tried(@PathParam("id") String id) {
        return Leads.to("/federations/" + id);
    }

    private Response put(String id, String state, boolean active) {
        FederationJson.Edited edited = new FederationJson.Edited(null, active, null, null, null, null);
        return done(id, () -> desk.edit(frame.caller(), UUID.fromString(id), () -> state, edited::edit));
    }

    private Response done(String id, Runnable change) {
        try {
            change.run();
            return Leads.to("/federations/" + id);
        } catch (Problem e) {
            String fault = fault(e);
            return page(Forms.UNFIT, read(id), fault);
        }
    }

    private static String fault(Problem problem) {
        return problem.kind() == Problem.Kind.CHANGED_MEANWHILE
                ? "Somebody has changed it meanwhile. Look again at what it says now."
                : Words.fault(problem, Problem.Kind.INVALID, Problem.Kind.CONFLICT);
    }

    private Federation read(String id) {
        return desk.read(frame.caller(), UUID.fromString(id));
    }

    private static Presets.Offer preset(Federation one) {
        return Presets.find(one.preset()).orElseThrow(FederationPages::nothing);
    }

    private static Problem nothing() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }

    private String service(UUID id) {
        return machines.find(id).map(Service::name).orElse("A service that is gone");
    }

    private List<Choice> choices() {
        return services.all(frame.caller()).stream()
                .map(one -> new Choice(one.id().toString(), one.name()))
                .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Response form(int status, Presets.Offer preset, FederationForm typed, List<Choice> choices, String fault) {
        return Response.status(status)
                .entity(Templates.add(frame.shell(Place.MACHINES), preset, choices, typed, fault))
                .build();
    }

    private Response page(int status, Federation one, String fault) {
        return page(status, one, FederationForm.of(one, preset(one)), Result.NONE, fault);
    }

    private Response page(int status, Federation one, FederationForm typed, Result result, String fault) {
        One shown = new One(
                one.id().toString(),
                one.name(),
                one.service().toString(),
                service(one.service()),
                one.issuer(),
                preset(one).title(),
                Chip.of(one),
                one.active(),
                one.ended().isPresent(),
                one.terms().keys().isPresent(),
                one.event().toString());
        return Response.status(status)
                .entity(Templates.federation(frame.shell(Place.MACHINES), shown, preset(one), typed, result, fault))
                .build();
    }
}
