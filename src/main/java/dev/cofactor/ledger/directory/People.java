// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Who there is. Says nothing of what anybody may do. */
@ApplicationScoped
@Transactional
public class People {
    private final PersonRows rows;
    private final Ids ids;
    private final Clock clock;

    People(PersonRows rows, Ids ids, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return rows.count() == 0;
    }

    public Optional<Person> find(AccountName name) {
        return rows.byName(name).map(PersonRow::person);
    }

    public Optional<Person> find(UUID id) {
        return rows.findByIdOptional(id).map(PersonRow::person);
    }

    public Person add(AccountName name, String displayName) {
        if (rows.byName(name).isPresent()) {
            throw new Problem(Problem.Kind.CONFLICT, "account-name-taken", "somebody has this account name already");
        }
        PersonRow row = new PersonRow(ids.next(), name, displayName, clock.instant());
        rows.persist(row);
        return row.person();
    }
}
