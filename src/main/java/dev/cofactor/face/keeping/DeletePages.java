// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.desk.secrets.PlaceDesk;
import dev.cofactor.face.entering.Entering;
import dev.cofactor.face.entering.Places;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Slug;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deleting a secret, with what then stops working; and bringing it back while that can be done. */
@Path("/secrets")
@Produces(Leads.HTML)
class DeletePages {
    /** A word for which the page has a sentence. */
    private static final String OTHER_NAME = "other-name";

    private final PlaceDesk desk;
    private final Endings endings;
    private final Places places;
    private final Gate gate;
    private final Frame frame;

    DeletePages(PlaceDesk desk, Endings endings, Places places, Gate gate, Frame frame) {
        this.desk = desk;
        this.endings = endings;
        this.places = places;
        this.gate = gate;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Pages {
        static native TemplateInstance delete(Shell shell, Endings.Ending ending, String fault);

        static native TemplateInstance deleted(Shell shell, List<Endings.Gone> gone, String news);

        static native TemplateInstance restore(
                Shell shell, Endings.Gone gone, List<Places.Option> places, String slug, String fault);

        private Pages() {}
    }

    /** What stops working, before anything is done. */
    @GET
    @Path(EditPages.ONE + "/delete")
    public Response question(@PathParam("id") String id) {
        return question(200, id, "");
    }

    /** The name is asked for so that nothing is deleted by a slip; who may is the gate's to say. */
    @POST
    @Path(EditPages.ONE + "/delete")
    public Response delete(@PathParam("id") String id, MultivaluedMap<String, String> given) {
        Map<String, String> typed = Entering.typed(given);
        if (!endings.isCalled(frame.caller(), id, typed.getOrDefault("name", ""))) {
            return question(Editing.UNFIT, id, OTHER_NAME);
        }
        try {
            desk.delete(frame.caller(), Editing.id(id), () -> Editing.seen(typed));
            return Leads.to("/secrets/deleted?news=deleted");
        } catch (Problem e) {
            return question(Editing.UNFIT, id, Words.fault(e, Kind.CHANGED_MEANWHILE, Kind.CONFLICT));
        }
    }

    private Response question(int status, String id, String fault) {
        Endings.Ending ending = endings.of(frame.caller(), id);
        return Response.status(status)
                .entity(Pages.delete(frame.shell(Place.SECRETS), ending, fault))
                .build();
    }

    @GET
    @Path("/deleted")
    public TemplateInstance deleted(@QueryParam("news") @DefaultValue("") String news) {
        List<Endings.Gone> gone =
                desk.gone(frame.caller()).stream().map(Endings.Gone::of).toList();
        return Pages.deleted(frame.shell(Place.SECRETS), gone, news);
    }

    /** Where it lay, or somewhere else if that is gone or taken. */
    @GET
    @Path(EditPages.ONE + "/restore")
    public Response elsewhere(@PathParam("id") String id) {
        return elsewhere(200, id, "", "");
    }

    /** @param folder where it is to lie; empty for where it lay */
    @POST
    @Path(EditPages.ONE + "/restore")
    public Response restore(
            @PathParam("id") String id,
            @FormParam("folder") @DefaultValue("") String folder,
            @FormParam("slug") @DefaultValue("") String slug) {
        Optional<String> into = Optional.of(folder).filter(one -> !one.isEmpty());
        try {
            desk.restore(
                    frame.caller(),
                    Editing.id(id),
                    into,
                    () -> new PlaceDesk.Back(
                            into,
                            Optional.of(slug.strip())
                                    .filter(one -> !one.isEmpty())
                                    .map(Slug::new)));
            return Leads.to("/secrets/deleted?news=restored");
        } catch (Problem e) {
            return elsewhere(Editing.UNFIT, id, slug, Words.fault(e, Kind.INVALID, Kind.CONFLICT));
        }
    }

    private Response elsewhere(int status, String id, String slug, String fault) {
        Endings.Gone gone = desk.gone(frame.caller()).stream()
                .map(Endings.Gone::of)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Editing::notFound);
        List<Places.Option> all = places.toRestore(frame.caller(), gate.view(frame.caller()));
        return Response.status(status)
                .entity(Pages.restore(frame.shell(Place.SECRETS), gone, all, slug, fault))
                .build();
    }
}
