// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Adding a secret: which template, then what it asks for; a seed comes on a page of its own. */
@Path("/secrets/new")
@Produces(Leads.HTML)
class AddPages {
    private static final int UNFIT = 422;

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
    public Response add(@QueryParam("template") @DefaultValue("") String template) {
        Optional<Template> chosen = templates.named(template);
        return chosen.isPresent()
                ? Response.ok(Pages.fill(
                                frame.shell(Place.SECRETS), adding.form(frame.caller(), chosen.get(), Map.of()), ""))
                        .build()
                : Response.ok(Pages.choose(frame.shell(Place.SECRETS), choices()))
                        .build();
    }

    @POST
    public Response add(MultivaluedMap<String, String> given) {
        Map<String, String> typed = typed(given);
        Template template = templates.named(typed.getOrDefault("template", "")).orElse(null);
        if (template == null) {
            return Leads.to("/secrets/new");
        }
        try {
            UUID made = adding.add(frame.caller(), template, typed);
            String page = "/secrets/" + PublicId.SECRET.of(made);
            return Leads.to(adding.wantsSeed(template) ? page + "/seed" : page + "?news=added");
        } catch (Problem e) {
            return again(template, typed, Words.fault(e, Kind.INVALID, Kind.CONFLICT, Kind.TOO_LARGE));
        }
    }

    /** Each name once: a form that says one twice says the last. */
    private static Map<String, String> typed(MultivaluedMap<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        form.forEach((name, values) -> typed.put(name, values.getLast()));
        return typed;
    }

    private Response again(Template template, Map<String, String> typed, String fault) {
        Adding.Form form = adding.form(frame.caller(), template, typed);
        return Response.status(UNFIT)
                .entity(Pages.fill(frame.shell(Place.SECRETS), form, fault))
                .build();
    }

    private List<Choice> choices() {
        return templates.all().stream()
                .filter(adding::canBeAdded)
                .map(one -> new Choice(PublicId.TEMPLATE.of(one.id()), one.name(), one.description()))
                .toList();
    }
}
