// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.entering;

import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adding a secret: what its template asks for, the seed among it; another template is a link away. */
@Path("/secrets/new")
class AddPages {
    private static final int UNFIT = 422;

    /** The predefined template for codes alone: what somebody wants who stands before a QR code. */
    private static final UUID CODES_ALONE = UUID.fromString("00000000-0000-8000-8004-000000000002");

    private final Templates templates;
    private final Adding adding;
    private final Frame frame;

    AddPages(Templates templates, Adding adding, Frame frame) {
        this.templates = templates;
        this.adding = adding;
        this.frame = frame;
    }

    /** @param what a template holds, in a line */
    record Choice(String id, String name, String what) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Pages {
        static native TemplateInstance choose(Shell shell, List<Choice> choices);

        static native TemplateInstance fill(Shell shell, Adding.Form form, String fault);

        private Pages() {}
    }

    @GET
    @Produces(Leads.HTML)
    public TemplateInstance add(
            @QueryParam("template") @DefaultValue("") String template, @QueryParam("choose") @Nullable String choose) {
        Optional<Template> chosen =
                template.isEmpty() && choose == null ? templates.find(CODES_ALONE) : templates.named(template);
        Shell shell = frame.shell(Place.SECRETS);
        return chosen.map(one -> Pages.fill(shell, adding.form(frame.caller(), one, Map.of()), ""))
                .orElseGet(() -> Pages.choose(shell, choices()));
    }

    @POST
    @Produces(Leads.HTML)
    public Response add(MultivaluedMap<String, String> given) {
        Map<String, String> typed = Entering.typed(given);
        Optional<Template> template = template(typed);
        if (template.isEmpty()) {
            return Leads.to("/secrets/new?choose=template");
        }
        try {
            return Leads.to(adding.add(frame.caller(), template.get(), typed));
        } catch (Problem e) {
            return again(template.get(), typed, Words.fault(e, Kind.INVALID, Kind.CONFLICT, Kind.TOO_LARGE));
        }
    }

    /** For the script that sends a picture after it: what is wrong comes back as a problem. */
    @POST
    @Produces("application/json")
    public Entering.Next addByScript(MultivaluedMap<String, String> given) {
        Map<String, String> typed = Entering.typed(given);
        Template template = template(typed).orElseThrow(AddPages::noTemplate);
        return new Entering.Next(adding.add(frame.caller(), template, typed));
    }

    private Optional<Template> template(Map<String, String> typed) {
        return templates.named(typed.getOrDefault("template", ""));
    }

    static Problem noTemplate() {
        return new Problem(Kind.CONFLICT, "template-gone", "this template is not there any more: choose another");
    }

    private Response again(Template template, Map<String, String> typed, String fault) {
        Adding.Form form = adding.form(frame.caller(), template, typed);
        return Response.status(UNFIT)
                .entity(Pages.fill(frame.shell(Place.SECRETS), form, fault))
                .build();
    }

    private List<Choice> choices() {
        return templates.all().stream()
                .map(one -> new Choice(PublicId.TEMPLATE.of(one.id()), one.name(), one.description()))
                .toList();
    }
}
