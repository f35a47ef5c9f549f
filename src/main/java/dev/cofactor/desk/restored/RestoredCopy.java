// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.restored;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.rulebook.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A database that was put back: what it says, and the word that codes may leave it again. */
@ApplicationScoped
public class RestoredCopy {
    private static final String HOW = "admin-recover-confirm";

    private final RestoredRows rows;
    private final People people;
    private final Gate gate;
    private final Ids ids;

    RestoredCopy(RestoredRows rows, People people, Gate gate, Ids ids) {
        this.rows = rows;
        this.people = people;
        this.gate = gate;
        this.ids = ids;
    }

    /** What has to be looked at before codes leave again, under names that stay. */
    public Map<String, String> look() {
        Edition edition = gate.edition();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("unconfirmed", Boolean.toString(rows.isUnconfirmed()));
        facts.put("edition", Long.toString(edition.number()));
        facts.put("edition-hash", edition.hash());
        int administrators =
                people.activeAmong(List.of(Role.ADMINISTRATOR.group())).size();
        facts.put("administrators-active", Integer.toString(administrators));
        facts.putAll(rows.facts());
        return facts;
    }

    /**
     * From the commit of this on what the policies allow leaves again.
     *
     * @param edition the number of the one in force, by whoever has looked at it
     */
    public void confirm(long edition) {
        Fact said = Fact.done(Caller.HOST, EventClass.HOST_ACTED, new Subject(Subject.Kind.LOG, ids.next()));
        gate.note(said, Moves.WORLD, at -> {
            Edition inForce = gate.edition();
            if (inForce.number() != edition) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "another-edition",
                        "edition " + inForce.number()
                                + " of the policies is in force and not that one: look at it, then confirm it");
            }
            if (!rows.confirm()) {
                throw new Problem(
                        Problem.Kind.CONFLICT, "nothing-restored", "there is no restored copy that waits for it");
            }
            Details what = Details.none()
                    .with(Name.METHOD, HOW)
                    .with(Name.EDITION, inForce.number())
                    .with(Name.HASH, inForce.hash());
            return new Done<>(edition, what, List.of());
        });
    }
}
