// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.desk.approvals.Card.Status;
import dev.cofactor.desk.approvals.Opening.Wanted;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Refused;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Home;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a program is told of a request: how it stands, its id, and where a person looks at it. */
@Singleton
class Answers {
    static final String REQUIRED = "approval-required";
    private static final String EXPIRED = "approval-expired";
    private static final String REJECTED = "approval-rejected";

    private final AccessRequests requests;
    private final Grants grants;
    private final Gate gate;
    private final Home home;

    Answers(AccessRequests requests, Grants grants, Gate gate, Home home) {
        this.requests = requests;
        this.grants = grants;
        this.gate = gate;
        this.home = home;
    }

    /** Of the request he goes on with. Another one's, or one for something else, changes nothing. */
    Optional<Problem> ofNamed(Wanted wanted, Refused refused) {
        return wanted.given()
                .request()
                .flatMap(requests::find)
                .filter(request -> request.asker().hand().equals(wanted.caller().hand()))
                .filter(request -> request.asker().run().equals(wanted.caller().run()))
                .filter(request -> request.matter().verb().equals(wanted.verb().code()))
                .filter(request ->
                        request.matter().secret().equals(wanted.secret().secret()))
                .flatMap(request -> of(request, refused, true));
    }

    /** Of the last one of this need. Somebody who said no is not asked again by mere retries, as long as he had time. */
    Optional<Problem> ofLast(Wanted wanted, Refused refused) {
        return requests.latest(wanted.key()).flatMap(request -> of(request, refused, false));
    }

    /** @param named whether he asked of this one; else of one that is over nothing is said */
    private Optional<Problem> of(AccessRequest request, Refused refused, boolean named) {
        Instant now = requests.now();
        boolean tells = named || now.isBefore(request.terms().decideBy());
        return switch (Status.of(request, grants.of(request.id()), now)) {
            case PENDING -> Optional.of(of(request, refused, "approval-pending", "nobody has decided yet"));
            case REJECTED -> only(tells, of(request, refused, REJECTED, "somebody said no"));
            case REVOKED -> only(tells, of(request, refused, REJECTED, "the approval was taken back"));
            case WITHDRAWN -> only(tells, of(request, refused, "approval-withdrawn", "the request was taken back"));
            case EXPIRED -> only(named, of(request, refused, EXPIRED, "nobody decided in time"));
            case USED_UP, ENDED -> only(named, of(request, refused, EXPIRED, "the approval is used up or has ended"));
            case VOID -> only(named, of(request, refused, EXPIRED, "the rules have changed since it was asked for"));
            case APPROVED ->
                Optional.empty(); // and yet refused: whoever approved is nobody any more, or the rules changed
        };
    }

    Problem opened(AccessRequest request, Refused refused) {
        return of(request, refused, REQUIRED, "somebody has to approve it; go on with the request");
    }

    private Problem of(AccessRequest request, Refused refused, String code, String message) {
        Map<String, Object> members = new HashMap<>(refused.members());
        members.putAll(where(request));
        return AccessRefused.waitsFor(code, message, members);
    }

    private Map<String, Object> where(AccessRequest request) {
        String id = PublicId.REQUEST.of(request.id());
        return Map.of(
                "request", id,
                "url", url(request.id()),
                "decideBy", request.terms().decideBy().toString());
    }

    String url(UUID request) {
        return home.link("/approvals/" + PublicId.REQUEST.of(request));
    }

    private static Optional<Problem> only(boolean tells, Problem problem) {
        return tells ? Optional.of(problem) : Optional.empty();
    }

    /** That somebody asked for what he may not know of is on the log before he hears that there is nothing. */
    Problem notFound(Caller caller, Optional<UUID> asked) {
        return refused(caller, asked, AccessRefused.notFound());
    }

    Problem refused(Caller caller, Optional<UUID> asked, AccessRefused why) {
        Details details = Details.none()
                .with(Name.CODE, why.code())
                .with(Name.PARTS, List.of("request"))
                .with(Name.OTHER, asked.map(UUID::toString));
        gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED).saying(details));
        return why;
    }
}
