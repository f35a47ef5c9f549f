// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.entering;

import dev.cofactor.desk.imports.ImportDesk;
import dev.cofactor.desk.imports.Plan;
import dev.cofactor.desk.imports.Upload;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.formats.Format;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another program's export: chosen, looked at entry by entry, and taken in. A script sends it, from where it lies, both times. */
@Path("/secrets/new/import")
class ImportPages {
    private static final int UNFIT = 422;
    private static final String FORM = "multipart/form-data";

    /** The predefined template that has a place for most of what comes so. */
    private static final UUID LOGIN_WITH_CODES = UUID.fromString("00000000-0000-8000-8004-000000000001");

    private final ImportDesk desk;
    private final Templates templates;
    private final Places places;
    private final Gate gate;
    private final Frame frame;

    ImportPages(ImportDesk desk, Templates templates, Places places, Gate gate, Frame frame) {
        this.desk = desk;
        this.templates = templates;
        this.places = places;
        this.gate = gate;
        this.frame = frame;
    }

    record Choice(String id, String name, boolean chosen) {}

    record Form(List<Places.Option> places, List<Choice> templates, List<String> formats) {}

    /** @param status its word, by which the page has its own words */
    record Line(
            int number,
            String title,
            String user,
            String kind,
            String status,
            String reason,
            String path,
            List<String> takes,
            List<String> leavesOut,
            String sameAs,
            boolean fresh,
            boolean chosen) {}

    record Look(String plan, long fresh, int all, int most, List<Line> lines) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Pages {
        static native TemplateInstance choose(Shell shell, Form form);

        static native TemplateInstance plan(Look look, String fault);

        private Pages() {}
    }

    @GET
    @Produces(Leads.HTML)
    public TemplateInstance choose() {
        List<Choice> choices = templates.all().stream()
                .map(one -> new Choice(
                        PublicId.TEMPLATE.of(one.id()), one.name(), one.id().equals(LOGIN_WITH_CODES)))
                .toList();
        Form form =
                new Form(places.toAdd(frame.caller(), gate.view(frame.caller()), Places.OWN), choices, Format.words());
        return Pages.choose(frame.shell(Place.SECRETS), form);
    }

    /** A part of that page; what is wrong with the file stands in it. */
    @POST
    @Consumes(FORM)
    @Produces(Leads.HTML)
    public Response look(@HeaderParam("Content-Type") @Nullable String type, byte @Nullable [] body) {
        try (Upload upload = placed(Upload.read(body, type))) {
            return Response.ok(Pages.plan(look(desk.look(frame.caller(), upload)), ""))
                    .build();
        } catch (Problem e) {
            String fault = Words.fault(
                    e, Kind.INVALID, Kind.CONFLICT, Kind.TOO_LARGE, Kind.CONDITION_MISSING, Kind.UNAVAILABLE);
            return Response.status(UNFIT)
                    .entity(Pages.plan(new Look("", 0, 0, 0, List.of()), fault))
                    .build();
        }
    }

    @POST
    @Path("/apply")
    @Consumes(FORM)
    @Produces("application/json")
    public Entering.Next take(@HeaderParam("Content-Type") @Nullable String type, byte @Nullable [] body) {
        try (Upload upload = placed(Upload.read(body, type))) {
            desk.take(frame.caller(), upload);
            return new Entering.Next("/secrets?folder=" + upload.folder());
        }
    }

    /** One's own folder may not be there yet, and is made now. */
    private Upload placed(Upload upload) {
        try {
            return places.known(frame.caller(), upload.folder())
                    .map(upload::into)
                    .orElse(upload);
        } catch (RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    private static Look look(Plan plan) {
        long most = ImportDesk.MOST_AT_ONCE;
        List<Integer> chosen = plan.lines().stream()
                .filter(Plan.Line::isNew)
                .map(Plan.Line::number)
                .limit(most)
                .toList();
        return new Look(
                plan.digest(),
                plan.count(Plan.Status.NEW),
                plan.lines().size(),
                ImportDesk.MOST_AT_ONCE,
                plan.lines().stream()
                        .map(line -> line(line, chosen.contains(line.number())))
                        .toList());
    }

    private static Line line(Plan.Line line, boolean chosen) {
        return new Line(
                line.number(),
                line.title(),
                line.user(),
                line.kind().toUpperCase(Locale.ROOT),
                line.status().word(),
                line.reason().map(Words::sentence).orElse(""),
                line.path(),
                line.takes(),
                line.leavesOut(),
                line.sameAs().orElse(""),
                line.isNew(),
                chosen);
    }
}
