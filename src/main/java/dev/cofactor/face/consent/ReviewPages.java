// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.desk.approvals.Card;
import dev.cofactor.desk.approvals.GlassReviews;
import dev.cofactor.desk.approvals.Requests;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.ProvedWithin;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.Remains;
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
import java.time.Instant;
import java.util.List;

/** Emergencies that nobody has looked at yet, for whoever may; and what he found. */
@Path("/approvals/reviews")
@Produces(Leads.HTML)
class ReviewPages {
    private static final int UNFIT = 422;

    private final GlassReviews reviews;
    private final Requests requests;
    private final Frame frame;

    ReviewPages(GlassReviews reviews, Requests requests, Frame frame) {
        this.reviews = reviews;
        this.requests = requests;
        this.frame = frame;
    }

    /** @param used how often, as far as is known */
    record Line(
            String id, String who, String what, String name, String path, String reason, String used, Instant time) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance reviews(
                Shell shell, List<Line> open, long waiting, String at, String typed, String fault);

        private Templates() {}
    }

    @GET
    public Response open() {
        return page(200, "", "", "");
    }

    @GET
    @Path("/{id: req_[0-9a-z]{26}}")
    public Response one(@PathParam("id") String id) {
        return Leads.to("/approvals/reviews");
    }

    @POST
    @Path("/{id: req_[0-9a-z]{26}}")
    @ProvedWithin(minutes = RequestPages.FRESH_MINUTES)
    public Response close(@PathParam("id") String id, @FormParam("words") @DefaultValue("") String words) {
        try {
            reviews.close(frame.caller(), PublicId.REQUEST.read(id), Typed.onOneLine(words));
            return Leads.to("/approvals/reviews");
        } catch (Problem e) {
            return page(UNFIT, id, words, Words.fault(e, Kind.INVALID, Kind.CONFLICT));
        }
    }

    private Response page(int status, String at, String typed, String fault) {
        List<Line> open =
                reviews.open(frame.caller()).stream().map(ReviewPages::line).toList();
        long waiting = requests.waiting(frame.caller());
        return Response.status(status)
                .entity(Templates.reviews(frame.shell(Place.APPROVALS), open, waiting, at, typed, fault))
                .build();
    }

    private static Line line(Card card) {
        AccessRequest request = card.request();
        return new Line(
                PublicId.REQUEST.of(request.id()),
                Sheets.who(card),
                Wording.wish(Sheets.verb(request)).noun().toLowerCase(java.util.Locale.ROOT),
                card.now().map(Placed::name).orElse(request.matter().path()),
                card.now().map(Placed::path).orElse(""),
                card.reason().orElse(""),
                card.given().map(left -> left(left)).orElse("Not known"),
                Sheets.second(request.terms().asked()));
    }

    private static String left(Remains left) {
        return left.usesLeft() == 0 ? "All of it" : Wording.count(left.usesLeft(), "use") + " not used";
    }
}
