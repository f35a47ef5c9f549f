// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.changes;

import dev.cofactor.desk.proposals.Cards;
import dev.cofactor.desk.proposals.Deciding;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.ProvedWithin;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.words.Speaking;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Changes that wait for a second person. */
@Path("/changes")
@Produces(Leads.HTML)
class ChangePages {
    private static final String ONE = "/{id: chg_[0-9a-z]{26}}";
    private static final int UNFIT = 422;

    private final Cards cards;
    private final Deciding deciding;
    private final Frame frame;
    private final Speaking speaking;

    ChangePages(Cards cards, Deciding deciding, Frame frame, Speaking speaking) {
        this.cards = cards;
        this.deciding = deciding;
        this.frame = frame;
        this.speaking = speaking;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance changes(Shell shell, List<Sheet> sheets);

        static native TemplateInstance change(Shell shell, Sheet sheet, String fault);

        private Templates() {}
    }

    @GET
    public TemplateInstance changes() {
        ChangesWords words = speaking.words(ChangesWords.class);
        List<Sheet> sheets = cards.all(frame.caller()).stream()
                .map(card -> Sheet.of(card, words))
                .toList();
        return Templates.changes(frame.shell(Place.NOTICES), sheets);
    }

    @GET
    @Path(ONE)
    public Response change(@PathParam("id") String id) {
        return page(200, id, "");
    }

    /** Where whoever has to prove first that it is he comes back to. Nothing is decided by looking. */
    @GET
    @Path(ONE + "/confirm")
    @ProvedWithin(minutes = Deciding.FRESH_MINUTES)
    public Response beforeConfirming(@PathParam("id") String id) {
        return page(200, id, "");
    }

    /** The same. */
    @GET
    @Path(ONE + "/decline")
    @ProvedWithin(minutes = Deciding.FRESH_MINUTES)
    public Response beforeDeclining(@PathParam("id") String id) {
        return page(200, id, "");
    }

    @POST
    @Path(ONE + "/confirm")
    @ProvedWithin(minutes = Deciding.FRESH_MINUTES)
    public Response confirm(@PathParam("id") String id) {
        return done(id, change -> deciding.confirm(frame.caller(), change));
    }

    @POST
    @Path(ONE + "/decline")
    @ProvedWithin(minutes = Deciding.FRESH_MINUTES)
    public Response decline(@PathParam("id") String id) {
        return done(id, change -> deciding.decline(frame.caller(), change));
    }

    @POST
    @Path(ONE + "/withdraw")
    public Response withdraw(@PathParam("id") String id) {
        return done(id, change -> deciding.withdraw(frame.caller(), change));
    }

    private Response done(String id, Consumer<UUID> decision) {
        try {
            decision.accept(id(id));
            return Leads.to("/changes/" + id);
        } catch (Problem e) {
            return switch (e.kind()) {
                case CONFLICT, CHANGED_MEANWHILE -> page(UNFIT, id, sentence(e));
                case INVALID,
                        UNAUTHENTICATED,
                        FORBIDDEN,
                        NOT_FOUND,
                        TOO_LARGE,
                        CONDITION_MISSING,
                        TOO_MANY,
                        UNAVAILABLE -> throw e;
            };
        }
    }

    private Response page(int status, String id, String fault) {
        Sheet sheet = Sheet.of(cards.one(frame.caller(), id(id)), speaking.words(ChangesWords.class));
        return Response.status(status)
                .entity(Templates.change(frame.shell(Place.NOTICES), sheet, fault))
                .build();
    }

    private static String sentence(Problem problem) {
        String said = String.valueOf(problem.getMessage());
        return Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
    }

    /** What is no id is nothing that is there: the card then says so. */
    private static UUID id(String text) {
        return PublicId.CHANGE.read(text).orElse(new UUID(0, 0));
    }
}
