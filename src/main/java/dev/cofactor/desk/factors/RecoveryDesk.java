// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.OwnKind;
import dev.cofactor.ledger.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Other recovery codes, on demand, and saying that one keeps them. Until that is said the ones before are good. */
@ApplicationScoped
public class RecoveryDesk {
    private final CodeRows rows;
    private final RecoveryCodes recovery;
    private final SecondFactors kinds;
    private final Again again;
    private final Post post;
    private final Clock clock;

    RecoveryDesk(CodeRows rows, RecoveryCodes recovery, SecondFactors kinds, Again again, Post post, Clock clock) {
        this.rows = rows;
        this.recovery = recovery;
        this.kinds = kinds;
        this.again = again;
        this.post = post;
        this.clock = clock;
    }

    /** @return what is shown once, to the session that asked */
    public RecoveryCodes.Draft renew(Caller caller, Again.Typed typed) {
        UUID person = caller.actor().id();
        if (!kinds.isEnrolled(person)) {
            throw again.failed(caller, EventClass.RECOVERY_CODES_MADE, FactorRefused.none());
        }
        Again.Proof proof = again.proof(caller, typed, EventClass.RECOVERY_CODES_MADE);
        RecoveryCodes.Draft draft = recovery.draft(person, caller.session().orElseThrow());
        return again.change(proof, EventClass.RECOVERY_CODES_MADE, at -> {
            if (!kinds.isEnrolled(person)) {
                throw FactorRefused.none();
            }
            recovery.add(draft);
            Message.OfPerson message = new Message.OfPerson(OwnKind.RECOVERY_CODES_NEW, person, at.event(), person);
            return new Done<>(
                    draft, Details.none().with(Name.OTHER, draft.set()), post.people(List.of(person), message));
        });
    }

    /** From now on they are taken, and those before are not. Only the session that saw them can say so. */
    public void keep(Caller caller, UUID set) {
        Fact kept = Fact.done(caller, EventClass.RECOVERY_CODES_KEPT, Again.subject(caller))
                .saying(Details.none().with(Name.OTHER, set));
        again.note(kept.whileSignedIn(), at -> {
            if (!rows.keep(caller.actor().id(), set, caller.session().orElseThrow(), clock.instant())) {
                throw FactorRefused.gone();
            }
            return Done.of(set);
        });
    }
}
