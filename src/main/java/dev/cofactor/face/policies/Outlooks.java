// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import dev.cofactor.desk.insight.WhatChanges;
import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Looks at what a policy says, and at what saving it would come to, before anybody saves it. */
@Singleton
class Outlooks {
    private final RuleDesk desk;
    private final WhatChanges changes;

    Outlooks(RuleDesk desk, WhatChanges changes) {
        this.desk = desk;
        this.changes = changes;
    }

    /** What withdrawing a policy would come to. */
    Outlook withdrawn(Caller caller, UUID policy, long seen) {
        return of(caller, Optional.of(policy), seen, false, id -> Optional.empty());
    }

    /** Now, or once it is saved. */
    private boolean decides(Caller caller, Optional<UUID> policy, Policy wanted) {
        return wanted.isActive()
                || policy.map(id -> desk.read(caller, id).policy())
                        .filter(Policy::isActive)
                        .isPresent();
    }

    /** Of what decides nothing yet it is asked what would come of it in force. */
    private Outlook saved(Caller caller, Optional<UUID> policy, long seen, RuleDraft draft, boolean decides) {
        return of(caller, policy, seen, !decides, id -> {
            Policy wanted = draft.policy(id);
            return Optional.of(decides ? wanted : RuleDesk.inForce(wanted));
        });
    }

    /** Says what stands in the way, where something does. */
    private Outlook of(
            Caller caller,
            Optional<UUID> policy,
            long seen,
            boolean supposed,
            Function<UUID, Optional<Policy>> wanted) {
        try {
            RuleDesk.Trial trial = desk.tried(caller, policy, () -> seen, wanted);
            return Outlook.of(
                    changes.told(trial.now(), trial.next()), caller.actor().id(), supposed);
        } catch (Problem e) {
            return switch (e.kind()) {
                case INVALID, CONFLICT, CHANGED_MEANWHILE, UNAVAILABLE -> Outlook.of(e);
                case UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, TOO_LARGE, CONDITION_MISSING, TOO_MANY -> throw e;
            };
        }
    }

    /** What stands beside the form of a policy while it is written. */
    Beside beside(Caller caller, Optional<UUID> policy, RuleDraft draft, long seen, boolean changes) {
        String id = policy.map(UUID::toString).orElse("");
        try {
            RuleDesk.Stated stated = desk.draft(caller, policy, draft::policy);
            Outlook outlook = changes
                    ? saved(caller, policy, seen, draft, decides(caller, policy, stated.policy()))
                    : Outlook.NONE;
            List<String> warnings = stated.lints().stream()
                    .map(lint -> Warning.of(lint).sentence())
                    .toList();
            return new Beside(
                    id,
                    seen,
                    stated.sentence(),
                    warnings,
                    "",
                    draft.json(),
                    draft.isByHand(),
                    outlook,
                    Optional.of(stated.policy()));
        } catch (Problem e) {
            String fault = Words.fault(e, Kind.INVALID, Kind.CONFLICT);
            return new Beside(
                    id, seen, "", List.of(), fault, draft.json(), draft.isByHand(), Outlook.NONE, Optional.empty());
        }
    }
}
