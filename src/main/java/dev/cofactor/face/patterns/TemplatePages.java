// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.TemplateDesk;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Description;
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
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The templates: what each holds, its versions, a copy of one, and its end. */
@Path("/templates")
@Produces(Leads.HTML)
class TemplatePages {
    private static final int UNFIT = 422;
    private static final String ONE = "/{id: tpl_[0-9a-z]{26}}";

    private final TemplateDesk desk;
    private final Templates templates;
    private final Gate gate;
    private final Frame frame;

    TemplatePages(TemplateDesk desk, Templates templates, Gate gate, Frame frame) {
        this.desk = desk;
        this.templates = templates;
        this.gate = gate;
        this.frame = frame;
    }

    /** A template in the list. */
    record Row(String id, String name, String what, boolean predefined, int version) {}

    /** A field of one version. @param step what its step policy means, of a seed */
    record Line(String name, String hint, String type, String rules, String step, boolean required, boolean open) {}

    /**
     * One version of a template.
     *
     * @param last the number of the version that new secrets are made from
     * @param fits whether the editor takes so many fields
     */
    record Shown(
            String id,
            String name,
            String what,
            boolean predefined,
            long seen,
            int version,
            int last,
            String made,
            List<Line> fields,
            Preview preview,
            List<Integer> versions,
            boolean editable,
            boolean fits) {}

    record User(String id, String path) {}

    /** What stands in the way of an end. */
    record Ending(String id, String name, long seen, List<User> users, long others, boolean free) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Pages {
        static native TemplateInstance templates(Shell shell, List<Row> rows, boolean edits, String news);

        static native TemplateInstance template(Shell shell, Shown shown, String news, String fault);

        static native TemplateInstance delete(Shell shell, Ending ending, String fault);

        private Pages() {}
    }

    @GET
    public TemplateInstance templates(@QueryParam("news") @DefaultValue("") String news) {
        requireSomebody();
        List<Row> rows = templates.all().stream()
                .map(one -> new Row(
                        PublicId.TEMPLATE.of(one.id()), one.name(), one.description(), one.predefined(), one.version()))
                .toList();
        boolean edits = gate.view(frame.caller()).may(Verb.TEMPLATE_EDIT, Target.installation());
        return Pages.templates(frame.shell(Place.TEMPLATES), rows, edits, news);
    }

    @GET
    @Path(ONE)
    public Response template(@PathParam("id") String id, @QueryParam("news") @DefaultValue("") String news) {
        Template template = found(id);
        return page(200, template, template.version(), news, "");
    }

    @GET
    @Path(ONE + "/versions/{number: [1-9][0-9]{0,8}}")
    public Response version(@PathParam("id") String id, @PathParam("number") int number) {
        return page(200, found(id), number, "", "");
    }

    @POST
    @Path(ONE + "/name")
    public Response rename(
            @PathParam("id") String id,
            @FormParam("seen") @DefaultValue("") String seen,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("description") @DefaultValue("") String description) {
        Template template = found(id);
        return done(template, () -> {
            desk.rename(frame.caller(), template.id(), () -> seen(seen), () -> label(name, description));
            return "/templates/" + id + "?news=renamed";
        });
    }

    @POST
    @Path(ONE + "/clone")
    public Response copy(@PathParam("id") String id, @FormParam("name") @DefaultValue("") String name) {
        Template template = found(id);
        return done(template, () -> {
            UUID made = desk.copy(frame.caller(), template.id(), () -> label(name, template.description()));
            return "/templates/" + PublicId.TEMPLATE.of(made) + "?news=copied";
        });
    }

    @GET
    @Path(ONE + "/delete")
    public Response delete(@PathParam("id") String id) {
        return ending(200, found(id), "");
    }

    @POST
    @Path(ONE + "/delete")
    public Response delete(@PathParam("id") String id, @FormParam("seen") @DefaultValue("") String seen) {
        Template template = found(id);
        try {
            desk.delete(frame.caller(), template.id(), () -> seen(seen));
            return Leads.to("/templates?news=deleted");
        } catch (Problem e) {
            return ending(UNFIT, template, EditorPages.fault(e));
        }
    }

    private Response done(Template template, Supplier<String> act) {
        try {
            return Leads.to(act.get());
        } catch (Problem e) {
            return page(UNFIT, template, template.version(), "", EditorPages.fault(e));
        }
    }

    private Response page(int status, Template template, int number, String news, String fault) {
        TemplateVersion version =
                templates.version(template.id(), number).orElseThrow(() -> desk.missing(frame.caller()));
        boolean editable = gate.view(frame.caller()).may(Verb.TEMPLATE_EDIT, Target.template(template.id()));
        Shown shown = new Shown(
                PublicId.TEMPLATE.of(template.id()),
                template.name(),
                template.description(),
                template.predefined(),
                template.revision(),
                number,
                template.version(),
                version.made().truncatedTo(ChronoUnit.SECONDS).toString(),
                version.fields().stream().map(TemplatePages::line).toList(),
                Preview.of(TemplateDraft.of(template.name(), template.description(), version)),
                IntStream.rangeClosed(1, template.version()).boxed().toList().reversed(),
                editable,
                version.fields().size() <= TemplateDraft.MOST_FIELDS);
        return Response.status(status)
                .entity(Pages.template(frame.shell(Place.TEMPLATES), shown, news, fault))
                .build();
    }

    private Response ending(int status, Template template, String fault) {
        TemplateDesk.Use use = desk.use(frame.caller(), template.id());
        List<User> users = use.shown().stream()
                .map(one -> new User(PublicId.SECRET.of(one.secret()), one.path()))
                .toList();
        Ending ending = new Ending(
                PublicId.TEMPLATE.of(template.id()),
                template.name(),
                template.revision(),
                users,
                use.others(),
                use.isNone() && !template.predefined());
        return Response.status(status)
                .entity(Pages.delete(frame.shell(Place.TEMPLATES), ending, fault))
                .build();
    }

    private static Line line(Field field) {
        String step = field.rules() instanceof FieldRules.Otp otp
                ? Words.sentence(otp.step().sentence())
                : "";
        return new Line(
                field.name(),
                field.description(),
                Wording.of(field.type()),
                Wording.rules(field),
                step,
                field.required(),
                field.open());
    }

    private static TemplateDesk.Label label(String name, String description) {
        return new TemplateDesk.Label(DisplayName.of(name), Description.of(description));
    }

    private Template found(String id) {
        requireSomebody();
        return found(templates, desk, frame, id);
    }

    /** What is not there is on the log before somebody hears so, as everywhere. */
    static Template found(Templates templates, TemplateDesk desk, Frame frame, String id) {
        return PublicId.TEMPLATE.read(id).flatMap(templates::find).orElseThrow(() -> desk.missing(frame.caller()));
    }

    /** They hold no secret; but people who were suspended read nothing here. */
    private void requireSomebody() {
        View view = gate.view(frame.caller());
        if (!view.isOfSomebody()) {
            throw new Problem(Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed");
        }
    }

    /** What is no number matches no state. */
    static long seen(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
