// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.AddressRanges;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Stands behind the doors for tokens: is a good one shown where it may be? It remembers when each was last shown. */
@ApplicationScoped
public class TokenWatch {
    private final Gate gate;
    private final LastUse lastUse;

    TokenWatch(Gate gate, LastUse lastUse) {
        this.gate = gate;
        this.lastUse = lastUse;
    }

    /**
     * @param from where what he shows may be shown
     * @throws Problem elsewhere, in the words for a token that is nobody's. It says on the log which one it was, as its
     *     owner's doing and not a stranger's: whoever shows it has it, and a flood of strangers must not cover that.
     */
    public Caller let(Caller caller, AddressRanges from) {
        UUID shown = caller.token().orElseThrow();
        if (!from.reach(caller.line().address())) {
            Problem problem =
                    new Problem(Problem.Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed");
            Details which = Details.none()
                    .with(Name.CODE, problem.code())
                    .with(Name.OTHER, shown)
                    .with(Name.MISSING, List.of("address"));
            gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED).saying(which));
            throw problem;
        }
        lastUse.seen(shown);
        return caller;
    }
}
