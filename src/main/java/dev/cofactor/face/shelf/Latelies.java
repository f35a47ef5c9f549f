// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.backups.Counts;
import dev.cofactor.desk.outcomes.Release;
import dev.cofactor.desk.outcomes.Result;
import dev.cofactor.desk.outcomes.Uses;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Fills in what happened lately, for whoever was found to be allowed to read about a secret. */
@Singleton
class Latelies {
    private static final String SOMEBODY = "Somebody";

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
        List<BackupCodePages.PoolLook> pools =
                counts.counts(secret).stream().map(BackupCodePages.PoolLook::of).toList();
        return new Lately(
                pools,
                takes(view, target),
                edits,
                last.use().map(Latelies::deed).orElse(null),
                last.report().map(Latelies::deed).orElse(null),
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
                        one.by().flatMap(Counts.By::name).orElse(SOMEBODY),
                        one.by().map(Counts.By::time).orElse(null),
                        one.result().map(Latelies::said).orElse("nobody has said how it went"),
                        one.isReturnable()))
                .toList();
    }

    private static Lately.Deed deed(Uses.Use use) {
        String what = use.kind() == Release.Kind.CODE ? "had a code" : "took a backup code";
        return new Lately.Deed(name(use.name()), what, use.time());
    }

    private static Lately.Deed deed(Uses.Report report) {
        return new Lately.Deed(name(report.name()), "says that " + said(report.result()), report.time());
    }

    private static String name(Optional<String> name) {
        return name.orElse(SOMEBODY);
    }

    static String said(Result result) {
        return switch (result) {
            case USED -> "the site took it";
            case REJECTED -> "the site refused it";
            case NOT_USED -> "it was not used";
        };
    }
}
