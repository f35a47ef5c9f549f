// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Bearers;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Asks every kind of credential in turn. Whoever is known to none is turned away, and that is on the log before. */
@Singleton
class ApiDoor implements Bearers {
    private final Instance<Kind> kinds;
    private final Gate gate;

    ApiDoor(Instance<Kind> kinds, Gate gate) {
        this.kinds = kinds;
        this.gate = gate;
    }

    @Override
    public Caller admit(Optional<String> bearer, Line line) {
        return bearer.flatMap(shown -> kinds.stream()
                        .flatMap(kind -> kind.know(shown, line).stream())
                        .findFirst())
                .orElseThrow(() -> turnedAway(line));
    }

    private Problem turnedAway(Line line) {
        Problem problem = new Problem(Problem.Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed");
        gate.note(Fact.refused(Caller.stranger(line), EventClass.REQUEST_REFUSED)
                .saying(Details.none().with(Name.CODE, problem.code())));
        return problem;
    }
}
