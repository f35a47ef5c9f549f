// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.world;

import dev.cofactor.engine.clauses.Quorum;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.grants.Grant;
import dev.cofactor.ledger.grants.Grants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody has done for it so far, as it is on record at this moment. Read when it matters, and never kept. */
@Singleton
public class Holdings {
    private static final Comparator<Grant> BEST = Comparator.comparing((Grant grant) -> grant.usesLeft() == 0)
            .thenComparing(Grant::reason, Comparator.reverseOrder())
            .thenComparing(Grant::ends, Comparator.reverseOrder());

    private final Proofs proofs;
    private final Grants grants;
    private final Held held;

    @Inject
    Holdings(Proofs proofs, Grants grants) {
        this(proofs, grants, grants::held);
    }

    private Holdings(Proofs proofs, Grants grants, Held held) {
        this.proofs = proofs;
        this.grants = grants;
        this.held = held;
    }

    /** Where what a hand holds for something is found. */
    private interface Held {
        List<Grant> by(UUID hand, Optional<String> run, String verb, UUID secret);
    }

    /** The same for this caller alone, read now and at once, for whoever looks at many things of one moment. */
    public Holdings readFor(Caller caller) {
        Optional<Steps.Proved> proved =
                caller.session().flatMap(session -> proofs.of(caller.actor().id(), session));
        Map<Grants.Use, List<Grant>> all = grants.held(caller.hand(), caller.run());
        return new Holdings(
                (person, session) -> proved,
                grants,
                (hand, run, verb, secret) -> all.getOrDefault(new Grants.Use(verb, secret), List.of()));
    }

    /**
     * @param said what he says himself: his reason, his ticket
     * @param without grants that were found used up when it came to the record
     * @param again whether it may be a repetition: for that one a grant without uses is held too, since whoever sees again what
     *     he has had needs no other
     */
    public Steps of(
            Caller caller, Verb verb, Target target, Facts facts, Steps said, Set<UUID> without, boolean again) {
        return new Steps(
                caller.session().flatMap(session -> proofs.of(caller.actor().id(), session)),
                said.reason(),
                said.ticket(),
                held(caller, verb, target, facts, again).stream()
                        .filter(held -> !without.contains(held.grant()))
                        .toList());
    }

    private List<Steps.Held> held(Caller caller, Verb verb, Target target, Facts facts, boolean again) {
        @Nullable UUID secret = target.secret();
        if (secret == null) {
            return List.of();
        }
        return held.by(caller.hand(), caller.run(), verb.code(), secret).stream()
                .filter(grant -> again || grant.usesLeft() > 0)
                .filter(grant -> stands(grant, facts))
                .sorted(BEST)
                .map(grant -> new Steps.Held(grant.id(), grant.clause(), grant.reason(), grant.ticket()))
                .toList();
    }

    /** INVARIANT: whoever approved could still do so now, or what he gave does not count. */
    private static boolean stands(Grant grant, Facts facts) {
        return Quorum.isMet(
                grant.approvals(),
                grant.yes(),
                (person, approval) -> facts.mayApprove(person, approval, grant.asker()));
    }
}
