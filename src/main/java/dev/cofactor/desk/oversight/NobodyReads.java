// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** As long as no gate stands before this desk, it is shut. */
@DefaultBean
@Singleton
class NobodyReads implements Reading {
    @Override
    public void isRecorded(EventClass kind, Details what) {
        throw new Problem(Problem.Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed");
    }
}
