// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.desk.seeds.BackupCodes.Standing;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.sealing.Where.Content;
import dev.cofactor.ledger.catalogue.Placed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is behind the door, as it was found in the last round of one passage. */
final class Sought {
    private final Order order;
    private @Nullable Placed secret;
    private List<Standing> pools = List.of();
    private boolean last;

    Sought(Order order) {
        this.order = order;
    }

    Order order() {
        return order;
    }

    Placed secret() {
        return Objects.requireNonNull(secret, "something was found");
    }

    /** @param atTheLast whether the code that he would get is one that others must have agreed to */
    Sight seen(Placed placed, List<Standing> found, boolean atTheLast) {
        secret = placed;
        pools = found;
        last = atTheLast;
        Sight sight = Sight.of(placed, order.caller());
        return atTheLast ? sight.atTheLastCodes() : sight;
    }

    /** The pool, for whoever is allowed: only now is it said what there is not. */
    Standing pool() {
        if (secret().state() == Placed.State.DRAFT) {
            throw BackupRefused.draft();
        }
        if (pools.isEmpty()) {
            throw BackupRefused.none();
        }
        if (pools.size() > 1) {
            throw BackupRefused.whichField();
        }
        return pools.getFirst();
    }

    /** What is taken for it; which value that opens is settled with the record. */
    Sight opening(Sight sight, List<Function<UUID, Claim.Tell>> alarm) {
        Standing pool = pool();
        long places = last ? Long.MAX_VALUE : pool.first();
        Claim code = new Claim.BackupCode(pool.pool(), places, marks(pool), alarm);
        List<Claim> claims = Stream.concat(order.replay(secret().secret()).stream(), Stream.of(code))
                .toList();
        Details details = order.details().with(Name.FIELD, pool.field());
        return sight.opening(pool.pool(), Content.BACKUP_CODE.word(), claims).saying(details);
    }

    /** When it gets low, of a pool that was low from the start with the first one; and when the last one goes. */
    private static Set<Long> marks(Standing pool) {
        long mark = Math.min(pool.lowWater(), pool.total() - 1);
        return mark == 0 ? Set.of(0L) : Set.of(mark, 0L);
    }
}
