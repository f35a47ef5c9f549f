// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.ground.identity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody asked others for, or took while all of them slept. Names nothing but by id, save where the secret was.
 *
 * @param glass whether he broke it, and asked nobody
 * @param settled how it came into its state; absent while it waits
 * @param review who looked at a broken glass afterwards; absent while nobody did
 */
public record AccessRequest(
        UUID id,
        boolean glass,
        Asker asker,
        Matter matter,
        Terms terms,
        State state,
        Optional<Settled> settled,
        Optional<Settled> review) {

    /** How far it has come. What became of a grant afterwards is the grant's to say. */
    public enum State {
        PENDING,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        /** Nobody decided in time. */
        EXPIRED,
        /** What it was asked for is no way any more. */
        VOID,
        /** It was approved, and that was taken back. */
        REVOKED
    }

    /**
     * Whose need it is.
     *
     * @param hand to whom a grant would belong
     * @param person himself, or the one an agent asks for; a service has none
     * @param session in which a person asked
     * @param run of a program, to which alone a grant would belong; absent where runs are not told apart
     */
    public record Asker(UUID hand, Actor actor, Optional<UUID> person, Optional<UUID> session, Optional<String> run) {
        /** Who must never say yes to it. */
        public UUID self() {
            return person.orElse(hand);
        }
    }

    /** @param path where the secret was when it was asked for */
    public record Matter(String verb, UUID secret, String path, UUID template, int templateVersion) {}

    /**
     * In whose words it was asked.
     *
     * @param clause the hash of what has to be approved, in hex
     * @param needs all that the way asks: approvals or the glass, reason, ticket
     * @param skipped of a broken glass: what others would have had to approve
     * @param reason how long it was; what was said stands in the event
     * @param event that recorded it
     */
    public record Terms(
            String clause,
            List<Need> needs,
            List<Need.Approval> skipped,
            int reason,
            Optional<String> ticket,
            UUID event,
            Instant asked,
            Instant decideBy) {
        public Terms {
            needs = List.copyOf(needs);
            skipped = List.copyOf(skipped);
        }

        /** What has to be approved, all of it. */
        public List<Need.Approval> approvals() {
            return needs.stream()
                    .filter(Need.Approval.class::isInstance)
                    .map(Need.Approval.class::cast)
                    .toList();
        }
    }

    /** That something was decided: when, by whom, and which event says so. */
    public record Settled(Instant at, UUID by, UUID event) {}

    /** Which of all needs it is: one of it waits at a time. */
    public record Key(UUID hand, Optional<String> run, String verb, UUID secret, String clause) {}

    public Key key() {
        return new Key(asker.hand(), asker.run(), matter.verb(), matter.secret(), terms.clause());
    }

    /** Whether somebody can still say yes or no at this moment. Nothing has to happen for the time to be over. */
    public boolean isOpen(Instant now) {
        return state == State.PENDING && now.isBefore(terms.decideBy());
    }
}
