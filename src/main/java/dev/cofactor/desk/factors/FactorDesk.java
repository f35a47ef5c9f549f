// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.gate.Done;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.OwnKind;
import dev.cofactor.ledger.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What somebody has, and taking it away again. The last factor stays while a rule asks for one. */
@ApplicationScoped
public class FactorDesk {
    private final AppRows rows;
    private final CodeRows codes;
    private final Factors factors;
    private final RecoveryCodes recovery;
    private final SecondFactors kinds;
    private final Again again;
    private final Post post;

    FactorDesk(
            AppRows rows,
            CodeRows codes,
            Factors factors,
            RecoveryCodes recovery,
            SecondFactors kinds,
            Again again,
            Post post) {
        this.rows = rows;
        this.codes = codes;
        this.factors = factors;
        this.recovery = recovery;
        this.kinds = kinds;
        this.again = again;
        this.post = post;
    }

    /**
     * What somebody has.
     *
     * @param enrolled whether he has a factor of any kind
     * @param demanded whether a rule asks him for one
     * @param keptCodes whether he has said that he keeps his recovery codes; until then none is taken
     * @param fewCodes whether so few are left that he had better make new ones
     */
    public record Standing(
            List<App> apps, boolean enrolled, boolean demanded, boolean keptCodes, int codesLeft, boolean fewCodes) {
        public boolean isFull() {
            return apps.size() >= Factors.MOST;
        }
    }

    public Standing standing(Caller caller) {
        UUID person = caller.actor().id();
        int left = recovery.left(person);
        return new Standing(
                factors.apps(person),
                kinds.isEnrolled(person),
                kinds.isDemanded(person),
                recovery.areKept(person),
                left,
                recovery.areFew(left));
    }

    /** @throws FactorRefused also where there is no such app of his; that he asked is on the log by then */
    public App app(Caller caller, UUID app) {
        return factors.apps(caller.actor().id()).stream()
                .filter(one -> one.id().equals(app))
                .findFirst()
                .orElseThrow(() -> again.failed(caller, EventClass.FACTOR_REMOVED, FactorRefused.notFound()));
    }

    /** Removes one app. With the last factor of any kind, recovery codes go too. */
    public void remove(Caller caller, UUID app, Again.Typed typed) {
        App known = app(caller, app);
        Again.Proof proof = again.proof(caller, typed, EventClass.FACTOR_REMOVED);
        again.change(proof, EventClass.FACTOR_REMOVED, at -> {
            if (!rows.remove(known.person(), known.id())) {
                throw FactorRefused.gone();
            }
            return removed(known.person(), Details.none().with(Name.OTHER, known.id()), at);
        });
    }

    /** Removes all apps at once. */
    public void disable(Caller caller, Again.Typed typed) {
        Again.Proof proof = again.proof(caller, typed, EventClass.FACTOR_REMOVED);
        UUID person = caller.actor().id();
        again.change(
                proof,
                EventClass.FACTOR_REMOVED,
                at -> removed(person, Details.none().with(Name.COUNT, rows.removeAll(person)), at));
    }

    /** Looked at within the change, where nobody else can take another one away. */
    private Done<UUID> removed(UUID person, Details details, Done.Moment at) {
        if (!kinds.isEnrolled(person)) {
            if (kinds.isDemanded(person)) {
                throw FactorRefused.demanded();
            }
            codes.removeAll(person);
        }
        Message.OfPerson message = new Message.OfPerson(OwnKind.FACTOR_REMOVED, person, at.event(), person);
        return new Done<>(person, details, post.people(List.of(person), message));
    }
}
