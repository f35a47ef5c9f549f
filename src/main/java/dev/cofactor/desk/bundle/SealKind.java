// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.desk.proposals.Kind;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** A bundle that somebody proposes: whoever he is and however alone, another one agrees first. */
@ApplicationScoped
class SealKind implements Kind {
    private final BundleDesk desk;

    SealKind(BundleDesk desk) {
        this.desk = desk;
    }

    @Override
    public String word() {
        return Plan.KIND;
    }

    @Override
    public Verb verb() {
        return Verb.BUNDLE_SEAL;
    }

    @Override
    public Optional<Sight> look(Proposed change, Caller caller) {
        return desk.look(change, caller);
    }

    @Override
    public List<String> words(Proposed change) {
        return desk.words(change);
    }

    @Override
    public void apply(Proposed change, Caller by) {
        desk.agree(by, change);
    }

    @Override
    public boolean isNeverAlone() {
        return true;
    }
}
