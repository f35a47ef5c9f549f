// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.backups.Counts;
import dev.cofactor.desk.outcomes.Uses;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.panel.Deed;
import dev.cofactor.face.panel.PoolLook;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.util.List;

/** Fills in what happened lately, for whoever was found to be allowed to read about a secret. */
@Singleton
class Latelies {
    private final Gate gate;
    private final Counts counts;
    private final Uses uses;

    Latelies(Gate gate, Counts counts, Uses uses) {
        this.gate = gate;
        this.counts = counts;
        this.uses = uses;
    }

    Lately of(Caller caller, Placed secret) {
        Target target = Sight.of(secret, caller).target();
        View view = gate.view(caller);
        boolean edits = view.may(Verb.SECRET_EDIT, target);
        Uses.Last last = uses.last(secret);
        List<PoolLook> pools = counts.counts(secret).stream().map(PoolLook::of).toList();
        return new Lately(
                pools,
                takes(view, target),
                edits,
                last.use().map(Deed::of).orElse(null),
                last.report().map(Deed::of).orElse(null),
                edits && !pools.isEmpty() ? gone(caller, secret) : List.of());
    }

    private static boolean takes(View view, Target target) {
        return view.decide(Verb.BACKUP_CODE_TAKE, target)
                .filter(decision -> !(decision instanceof Decision.Deny))
                .isPresent();
    }

    private List<Lately.Gone> gone(Caller caller, Placed secret) {
        return counts.taken(caller, PublicId.SECRET.of(secret.secret())).stream()
                .map(one -> new Lately.Gone(
                        one.number(),
                        one.event().toString(),
                        Deed.name(one.by().flatMap(Counts.By::name)),
                        one.by().map(Counts.By::time).orElse(null),
                        one.result().map(Deed::said).orElse("nobody has said how it went"),
                        one.isReturnable()))
                .toList();
    }
}
