// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.rulebook.Role;

/** The right use of what has nothing to do with a secret, each by people of its own: one line for each feature. */
record Rounds(Wire wire, Canaries canaries, Newcomers newcomers, Machinery machinery) {
    void all() {
        new Offices(wire, canaries, machinery).use(newcomers);
        new Seconding(wire, newcomers).all();
        new Clockwork(wire).all();
        new Keys(wire).use(newcomers.settled());
        new Petitions(wire).use(newcomers);
        new Admitting(wire, canaries).all();
        new OwnFactors(wire, canaries).use(newcomers.settled());
        new Spares(wire, canaries).all();
        new Bringing(wire, canaries).use(newcomers);
        new Administering(wire, canaries, newcomers).all();
        new Bundling(wire, canaries).all();
        new Consenting(wire).use(newcomers);
        new Watching(wire).use(newcomers.inRole(Role.ADMINISTRATOR));
        new Counting(wire, canaries).use(newcomers);
        new Drafting(wire, newcomers).all();
        new Rearranging(wire).use(newcomers);
        new Tooling(wire, canaries).use(newcomers);
        new Steps(wire, canaries, newcomers).use(newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR)));
    }
}
