// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.gate.Done;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.post.Message.AccessKind;
import dev.cofactor.ledger.post.Message.OfAccess;
import dev.cofactor.ledger.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tells people of requests, by ids alone. Part of the change it tells of. */
@ApplicationScoped
class Letters {
    private final Post post;

    Letters(Post post) {
        this.post = post;
    }

    List<Claim.Tell> to(Collection<UUID> people, AccessKind kind, UUID request, Done.Moment at, UUID by) {
        return people.isEmpty() ? List.of() : post.access(people, new OfAccess(kind, request, at.event(), by));
    }

    /** A service reads no notices, and is told when it asks again. */
    List<Claim.Tell> asker(AccessRequest request, AccessKind kind, Done.Moment at, UUID by) {
        return to(request.asker().person().stream().toList(), kind, request.id(), at, by);
    }
}
