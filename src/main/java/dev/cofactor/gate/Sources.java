// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.mandates.Mandates;
import dev.cofactor.ledger.trust.Federations;
import jakarta.inject.Singleton;

/** Where the facts about askers are read: who there is, for whom he acts, and whose word counts. */
@Singleton
class Sources {
    final People people;
    final Groups groups;
    final Machines machines;
    final Mandates mandates;
    final Federations trust;
    final Groups.Brought brought;

    Sources(
            People people,
            Groups groups,
            Machines machines,
            Mandates mandates,
            Federations trust,
            Groups.Brought brought) {
        this.people = people;
        this.groups = groups;
        this.machines = machines;
        this.mandates = mandates;
        this.trust = trust;
        this.brought = brought;
    }
}
