// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.duties;

import dev.cofactor.desk.factors.Demands;
import dev.cofactor.ledger.directory.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is asked of whom. Read anew each time: somebody may have joined a group, or been asked, a moment ago. */
@ApplicationScoped
@Transactional
public class Duties implements Demands {
    private final RequiredActionRows rows;
    private final Groups groups;

    Duties(RequiredActionRows rows, Groups groups) {
        this.rows = rows;
        this.groups = groups;
    }

    /** Something asked of somebody, and since when. */
    public record Due(Duty duty, Instant since) {}

    /** The oldest first; whether they are met is not said. */
    public List<Due> of(UUID person) {
        Set<UUID> targets = new HashSet<>(groups.of(person));
        targets.add(person);
        return rows.on(person, targets).stream()
                .map(row -> new Due(row.duty(), row.since))
                .toList();
    }

    /** Whether this is asked of him: then what meets it cannot be taken away either. */
    public boolean ask(UUID person, Duty duty) {
        return of(person).stream().anyMatch(due -> due.duty() == duty);
    }

    @Override
    public boolean factorIsDemanded(UUID person) {
        return ask(person, Duty.SET_UP_SECOND_FACTOR);
    }

    /** Part of the change that meets it: what was asked of him alone is done with. By rule it stands for the others. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void met(UUID person, Duty duty, Instant at) {
        rows.standing(duty, person).ifPresent(row -> rows.end(row.id, at));
    }
}
