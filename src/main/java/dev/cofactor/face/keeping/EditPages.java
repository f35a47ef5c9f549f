// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.desk.secrets.PlaceDesk;
import dev.cofactor.desk.secrets.SecretDesk;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.face.entering.Entering;
import dev.cofactor.face.entering.Inputs;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.catalogue.Slug;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Editing a secret: what it is called and holds, where it lies, its tags, and the version of its template. */
@Path("/secrets")
@Produces(Leads.HTML)
class EditPages {
    static final String ONE = "/{id: sec_[0-9a-z]{26}}";

    private static final Kind[] MENDABLE = {Kind.INVALID, Kind.CONFLICT, Kind.TOO_LARGE, Kind.CHANGED_MEANWHILE};

    private final Editing editing;
    private final PlaceDesk places;
    private final SecretDesk desk;
    private final SecretView secrets;
    private final Templates templates;
    private final Surroundings surroundings;
    private final Frame frame;

    EditPages(
            Editing editing,
            PlaceDesk places,
            SecretDesk desk,
            SecretView secrets,
            Templates templates,
            Surroundings surroundings,
            Frame frame) {
        this.editing = editing;
        this.places = places;
        this.desk = desk;
        this.secrets = secrets;
        this.templates = templates;
        this.surroundings = surroundings;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Pages {
        static native TemplateInstance edit(
                Shell shell, Editing.Form form, Surroundings.Around around, String fault, String news);

        private Pages() {}
    }

    @GET
    @Path(ONE + "/edit")
    public TemplateInstance page(@PathParam("id") String id, @QueryParam("news") @DefaultValue("") String news) {
        return editing.page(id, news);
    }

    /** Where somebody goes on whose secret is not ready: to the first thing that is missing. */
    @GET
    @Path(ONE + "/finish")
    public Response finish(@PathParam("id") String id) {
        return Leads.to("/secrets/" + id + surroundings.next(secrets.one(frame.caller(), id)));
    }

    @POST
    @Path(ONE + "/edit")
    public Response edit(@PathParam("id") String id, MultivaluedMap<String, String> given) {
        return done(
                id, "kept", Entering.typed(given), Optional.of(Owners.chosen(given)), () -> editing.edit(id, given));
    }

    @POST
    @Path(ONE + "/move")
    public Response move(@PathParam("id") String id, MultivaluedMap<String, String> given) {
        Map<String, String> typed = Entering.typed(given);
        Optional<String> folder = Optional.ofNullable(typed.get("folder"));
        return done(
                id,
                "moved",
                Map.of(),
                Optional.empty(),
                () -> places.move(frame.caller(), Editing.id(id), () -> Editing.seen(typed), folder));
    }

    /** It then has these and no others. */
    @POST
    @Path(ONE + "/tags")
    public Response tag(@PathParam("id") String id, MultivaluedMap<String, String> given) {
        Map<String, String> typed = Entering.typed(given);
        String tags = typed.getOrDefault("tags", "");
        return done(id, "tagged", Map.of("tags", tags), Optional.empty(), () -> {
            Set<Slug> wanted = Inputs.tags(tags);
            places.tag(frame.caller(), Editing.id(id), () -> Editing.seen(typed), wanted, () -> wanted);
        });
    }

    /** Up to a later version, with what that asks for besides. */
    @POST
    @Path(ONE + "/template-version")
    public Response raise(@PathParam("id") String id, MultivaluedMap<String, String> given) {
        Map<String, String> typed = Entering.typed(given);
        return done(id, "raised", Map.of(), Optional.empty(), () -> {
            UUID secret = Editing.id(id);
            Placed now = secrets.one(frame.caller(), id).placed();
            desk.useVersion(frame.caller(), secret, () -> Editing.seen(typed), () -> raise(now, typed));
        });
    }

    private SecretDesk.Raise raise(Placed now, Map<String, String> typed) {
        String said = typed.getOrDefault("version", "");
        int number = said.matches("[0-9]{1,6}") ? Integer.parseInt(said) : now.templateVersion();
        return templates
                .version(now.templateId(), number)
                .map(version -> new SecretDesk.Raise(number, Inputs.entered(version, typed)))
                .orElseGet(() -> new SecretDesk.Raise(now.templateVersion(), Map.of()));
    }

    /** What waits for a second person leads to where it waits. */
    private Response done(
            String id, String news, Map<String, String> typed, Optional<Set<UUID>> owned, Runnable change) {
        try {
            change.run();
            return Leads.to("/secrets/" + id + "/edit?news=" + news);
        } catch (Problem e) {
            return Response.status(Editing.UNFIT)
                    .entity(editing.again(id, typed, owned, Words.fault(e, MENDABLE)))
                    .build();
        }
    }
}
