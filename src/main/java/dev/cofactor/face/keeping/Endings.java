// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.desk.backups.Counts;
import dev.cofactor.desk.outcomes.Uses;
import dev.cofactor.desk.secrets.Entrance;
import dev.cofactor.desk.secrets.PlaceDesk;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stops working when a secret is deleted, for whoever may delete it; of what is in it, only if he may read about it. */
@Singleton
class Endings {
    private final Entrance entrance;
    private final Gate gate;
    private final Seeds seeds;
    private final Counts counts;
    private final Uses uses;

    Endings(Entrance entrance, Gate gate, Seeds seeds, Counts counts, Uses uses) {
        this.entrance = entrance;
        this.gate = gate;
        this.seeds = seeds;
        this.counts = counts;
        this.uses = uses;
    }

    /** Who used it last, and when. */
    record Use(String who, Instant time) {}

    /**
     * @param serving whether a seed gives codes now
     * @param left how many backup codes nobody has had
     * @param others how many besides the reader are its owners
     */
    record Ending(
            String id,
            String name,
            String slug,
            String path,
            long seen,
            boolean serving,
            int left,
            int others,
            @Nullable Use use) {}

    /** What can be brought back, and until when. */
    record Gone(String id, String name, String path, String slug, boolean personal, Instant until) {
        static Gone of(PlaceDesk.Gone gone) {
            Placed was = gone.secret();
            return new Gone(
                    PublicId.SECRET.of(was.secret()),
                    was.name(),
                    was.path(),
                    was.slug(),
                    was.personalOf().isPresent(),
                    gone.until().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    Ending of(Caller caller, String id) {
        Placed secret = entrance.admit(caller, Verb.SECRET_DELETE, id);
        View view = gate.view(caller);
        Target target = Sight.of(secret, caller).target();
        boolean reads = view.may(Verb.SECRET_READ_META, target) || view.may(Verb.SECRET_EDIT, target);
        int left = reads
                ? counts.counts(secret).stream()
                        .mapToInt(count -> count.pool().left())
                        .sum()
                : 0;
        boolean own = secret.owners().contains(caller.actor().id());
        return new Ending(
                id,
                secret.name(),
                secret.slug(),
                secret.path(),
                secret.version(),
                seeds.isServing(secret),
                left,
                secret.owners().size() - (own ? 1 : 0),
                reads ? use(secret) : null);
    }

    /** As it is spelt, or by the last part of its path. */
    boolean isCalled(Caller caller, String id, String typed) {
        Placed secret = entrance.admit(caller, Verb.SECRET_DELETE, id);
        return List.of(secret.name(), secret.slug()).contains(typed.strip());
    }

    private @Nullable Use use(Placed secret) {
        return uses.last(secret)
                .use()
                .map(one -> new Use(one.name().orElse("Somebody"), one.time().truncatedTo(ChronoUnit.SECONDS)))
                .orElse(null);
    }
}
