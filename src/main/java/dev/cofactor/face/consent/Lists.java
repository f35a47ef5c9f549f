// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.desk.approvals.Card;
import dev.cofactor.desk.approvals.GlassReviews;
import dev.cofactor.desk.approvals.Requests;
import dev.cofactor.desk.approvals.Card.Status;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.grants.AccessRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The lists of requests, each as its reader may see it. */
@Singleton
class Lists {
    /** A page of a list. */
    static final int MOST = 50;

    private final Requests requests;
    private final GlassReviews reviews;

    Lists(Requests requests, GlassReviews reviews) {
        this.requests = requests;
        this.reviews = reviews;
    }

    /** Which of them; as it stands in addresses. */
    enum At {
        WAITING,
        MINE,
        HISTORY;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param who asked; of the reader's own, who decided */
    record Line(
            String id, String what, String name, String path, String who, String reason, Instant time, Chip state) {}

    /**
     * One list.
     *
     * @param waiting how many wait for the reader, on whatever list he is
     * @param reviews how many emergencies he could close
     * @param next where it goes on, or empty
     */
    record Listing(String at, List<Line> lines, long waiting, int reviews, String next) {}

    Listing of(Caller caller, At at, String after) {
        Optional<UUID> last = PublicId.REQUEST.read(after);
        Card.Page page = switch (at) {
            case WAITING -> requests.waiting(caller, last, MOST);
            case MINE -> requests.mine(caller, last, MOST);
            case HISTORY -> requests.history(caller, last, MOST);
        };
        List<Line> lines = page.cards().stream()
                .filter(card -> at != At.HISTORY || card.status() != Status.PENDING)
                .map(card -> line(card, at))
                .toList();
        String here = at == At.WAITING ? "/approvals" : "/approvals/" + at.word();
        String next = page.next()
                .map(id -> here + "?after=" + PublicId.REQUEST.of(id))
                .orElse("");
        return new Listing(
                at.word(),
                lines,
                requests.waiting(caller),
                reviews.open(caller).size(),
                next);
    }

    private static Line line(Card card, At at) {
        AccessRequest request = card.request();
        String decided = String.join(
                ", ", card.said().stream().map(said -> Sheets.name(said.who())).toList());
        return new Line(
                PublicId.REQUEST.of(request.id()),
                Wording.wish(Sheets.verb(request)).noun(),
                card.now().map(Placed::name).orElse(request.matter().path()),
                card.now().map(Placed::path).orElse(""),
                at == At.MINE ? decided : Sheets.who(card),
                card.reason().orElse(""),
                Sheets.second(at == At.WAITING ? request.terms().decideBy() : request.terms().asked()),
                Chip.of(request, card.status()));
    }
}
