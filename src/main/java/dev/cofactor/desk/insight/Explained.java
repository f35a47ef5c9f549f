// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.desk.wording.Names;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.gate.Refused;
import dev.cofactor.ledger.directory.Group;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What would be decided about somebody, and why.
 *
 * @param stands whether he has anything to show that is good then and there
 * @param timed whether it is known what time it is
 * @param refusal what he would hear; absent where he would be allowed
 * @param opens when he would next be allowed, or challenged, from the same address; absent where he is now, or never
 */
public record Explained(
        UUID who,
        String name,
        boolean active,
        boolean stands,
        List<Group> groups,
        Instant at,
        boolean timed,
        long edition,
        Optional<Decision> decision,
        Optional<Refused> refusal,
        Optional<Instant> opens,
        Names names) {
    public Explained {
        groups = List.copyOf(groups);
    }
}
