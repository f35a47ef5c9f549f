// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Placed;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something that is there, and where it lies.
 *
 * @param at with the place left open: whose personal folder it is in is asked of each asker
 */
public record Thing(UUID id, Gain.Sort sort, Target at, Optional<UUID> personalOf) {
    private static final UUID NO_ID = new UUID(0, 0);

    static Thing installation() {
        return new Thing(NO_ID, Gain.Sort.INSTALLATION, Target.installation(), Optional.empty());
    }

    static Thing template(UUID id) {
        return new Thing(id, Gain.Sort.TEMPLATE, Target.template(id), Optional.empty());
    }

    public static Thing of(Placed secret) {
        Target at = new Target(
                secret.secret(), Set.copyOf(secret.folders()), secret.tags(), secret.templateId(), Place.SHARED);
        return new Thing(secret.secret(), Gain.Sort.SECRET, at, secret.personalOf());
    }

    public static Thing of(Folder folder) {
        Target at = Target.folder(Set.copyOf(folder.itselfAndAbove()), Place.SHARED);
        return new Thing(folder.id(), Gain.Sort.FOLDER, at, folder.personalOf());
    }

    /** The same to whoever wants it. */
    public Goal goal() {
        return new Goal(at, personalOf.orElse(null));
    }
}
