// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.TemplateDesk;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The editor: a new template, or another version of one. Its buttons send the form round without keeping anything. */
@Path("/templates")
@Produces(Leads.HTML)
class EditorPages {
    private static final int UNFIT = 422;
    private static final String EDIT = "/{id: tpl_[0-9a-z]{26}}/edit";

    private final TemplateDesk desk;
    private final Templates templates;
    private final Ids ids;
    private final Frame frame;

    EditorPages(TemplateDesk desk, Templates templates, Ids ids, Frame frame) {
        this.desk = desk;
        this.templates = templates;
        this.ids = ids;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Pages {
        static native TemplateInstance editor(Shell shell, EditorForm form, String fault);

        private Pages() {}
    }

    @GET
    @Path("/new")
    public Response add() {
        desk.begin(frame.caller(), Optional.empty());
        return page(200, EditorForm.of("", "New template", 0, TemplateDraft.blank(), ""), "");
    }

    @POST
    @Path("/new")
    public Response add(MultivaluedMap<String, String> sent) {
        TemplateDraft draft = TemplateDraft.sent(sent);
        try {
            UUID made = desk.create(frame.caller(), draft::label, () -> draft.draft(ids::next));
            return Leads.to("/templates/" + PublicId.TEMPLATE.of(made) + "?news=made");
        } catch (Problem e) {
            return page(UNFIT, EditorForm.of("", "New template", 0, draft, ""), fault(e));
        }
    }

    @GET
    @Path(EDIT)
    public Response revise(@PathParam("id") String id) {
        Template template = TemplatePages.found(templates, desk, frame, id);
        desk.begin(frame.caller(), Optional.of(template.id()));
        TemplateVersion version =
                templates.version(template.id(), template.version()).orElseThrow();
        if (version.fields().size() > TemplateDraft.MOST_FIELDS) {
            return Leads.to("/templates/" + id);
        }
        TemplateDraft draft = TemplateDraft.of(template.name(), template.description(), version);
        return page(200, form(template, template.revision(), draft, ""), "");
    }

    @POST
    @Path(EDIT)
    public Response revise(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Template template = TemplatePages.found(templates, desk, frame, id);
        TemplateDraft draft = TemplateDraft.sent(sent);
        try {
            desk.revise(
                    frame.caller(),
                    template.id(),
                    () -> TemplatePages.seen(sent.getFirst("seen")),
                    () -> draft.draft(ids::next));
            return Leads.to("/templates/" + id + "?news=revised");
        } catch (Problem e) {
            return page(UNFIT, form(template, template.revision(), draft, ""), fault(e));
        }
    }

    /**
     * The form as it is after one of its buttons, or as it was typed; nothing is kept. Which template it is for stands in it:
     * here that is asked for as everywhere.
     */
    @POST
    @Path("/draft")
    public Response draft(MultivaluedMap<String, String> sent) {
        String act = first(sent, "do");
        TemplateDraft draft = TemplateDraft.sent(sent).after(act);
        String id = first(sent, "template");
        if (id.isEmpty()) {
            desk.begin(frame.caller(), Optional.empty());
            return page(200, EditorForm.of("", "New template", 0, draft, act), "");
        }
        Template template = TemplatePages.found(templates, desk, frame, id);
        desk.begin(frame.caller(), Optional.of(template.id()));
        return page(200, form(template, TemplatePages.seen(first(sent, "seen")), draft, act), "");
    }

    private static EditorForm form(Template template, long seen, TemplateDraft draft, String act) {
        return EditorForm.of(PublicId.TEMPLATE.of(template.id()), template.name(), seen, draft, act);
    }

    private Response page(int status, EditorForm form, String fault) {
        return Response.status(status)
                .entity(Pages.editor(frame.shell(Place.TEMPLATES), form, fault))
                .build();
    }

    /** What can be mended in the form is said above it; a field that the desk refuses is named as people count. */
    static String fault(Problem problem) {
        if (problem.kind() == Kind.CHANGED_MEANWHILE) {
            return "Somebody changed this template meanwhile. Look again at what it is now, then save once more.";
        }
        String said = Words.fault(problem, Kind.INVALID, Kind.CONFLICT);
        return problem.members().get("position") instanceof Integer at ? "Field " + (at + 1) + ": " + said : said;
    }

    private static String first(Map<String, List<String>> sent, String field) {
        @Nullable List<String> values = sent.get(field);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }
}
