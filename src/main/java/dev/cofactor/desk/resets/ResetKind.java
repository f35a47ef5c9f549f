// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.resets;

import dev.cofactor.desk.proposals.Kind;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** A reset of somebody who could object to something: it takes two. */
@ApplicationScoped
class ResetKind implements Kind {
    private final FactorReset desk;

    ResetKind(FactorReset desk) {
        this.desk = desk;
    }

    @Override
    public String word() {
        return FactorReset.RESET;
    }

    @Override
    public Verb verb() {
        return Verb.FACTOR_RESET;
    }

    @Override
    public Optional<Sight> look(Proposed change, Caller caller) {
        return desk.there(change.id(FactorReset.PERSON));
    }

    @Override
    public List<String> words(Proposed change) {
        String name = desk.known(change.id(FactorReset.PERSON)).displayName();
        return List.of("All second factors of " + name + " are taken away, and all sessions end.");
    }

    @Override
    public void apply(Proposed change, Caller by) {
        desk.reset(by, change);
    }
}
