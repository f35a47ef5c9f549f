// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody might want to do something to, before it is said who: a target is seen by one asker.
 *
 * @param target its place says nothing here
 * @param owner in whose personal folder it lies; null where it is shared
 */
public record Goal(Target target, @Nullable UUID owner) {
    public static Goal shared(Target target) {
        return new Goal(target, null);
    }

    public Target seenBy(Asker asker) {
        return with(place(asker));
    }

    /** Every resource through which a policy may mean it, whoever asks. */
    public Set<Resource> resources() {
        return new HashSet<>(
                with(owner == null ? Place.SHARED : Place.OWN_PERSONAL_FOLDER).resources());
    }

    private Place place(Asker asker) {
        if (owner == null) {
            return Place.SHARED;
        }
        UUID person = switch (asker) {
            case Asker.Person one -> one.id();
            case Asker.Agent one -> one.actsFor().id();
            case Asker.Service one -> null;
        };
        return owner.equals(person) ? Place.OWN_PERSONAL_FOLDER : Place.ANOTHERS_PERSONAL_FOLDER;
    }

    private Target with(Place place) {
        return target.place() == place
                ? target
                : new Target(target.secret(), target.folders(), target.tags(), target.template(), place);
    }
}
