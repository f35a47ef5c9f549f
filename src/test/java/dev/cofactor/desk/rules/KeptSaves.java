// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.ground.identity.Caller;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes a save as it is made when it had been kept. */
@Singleton
public class KeptSaves {
    private final Saves saves;

    KeptSaves(Saves saves) {
        this.saves = saves;
    }

    public Edition made(Caller caller, Save save) {
        return saves.kept(caller, new Proposed(Saves.KIND, new String(save.document(), UTF_8), Optional.empty()));
    }
}
