// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Won;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Backup codes: the oldest first, each to one claimant. A replay is shown the one it had, as long as it has it. When so few
 * are left that the alarm is due, it goes out with what is taken here. Where a restored copy cannot know which went out, none
 * does.
 */
final class BackupCodeDesk implements Desk<Claim.BackupCode> {
    private static final String ALL = """
            select c.pool, c.code, c.position, c.event, u.object is not null
              from claim_backup_code c left join claim_unsure u on u.object = c.pool
             where c.pool = any(?) order by c.pool, c.position
            """;

    private static final String TAKE = """
            update claim_backup_code b set event = taken.event
              from unnest(?::uuid[], ?::uuid[]) as taken (code, event)
             where b.code = taken.code and b.event is null
            """;

    private final Outbox outbox;
    private final Map<UUID, Deque<UUID>> free = new HashMap<>();
    private final Set<UUID> unsure = new HashSet<>();
    private final Map<UUID, Place> places = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();

    BackupCodeDesk(Outbox outbox) {
        this.outbox = outbox;
    }

    private record Taken(UUID code, UUID event) {}

    /** @param event that took it, before this batch */
    private record Place(int position, @Nullable UUID event) {}

    @Override
    public void load(Connection connection, Instant clock, List<Claim.BackupCode> claims) throws SQLException {
        if (!claims.isEmpty()) {
            Table.read(
                    connection,
                    ALL,
                    row -> {
                        UUID code = row.getObject(2, UUID.class);
                        Place place = new Place(row.getInt(3), row.getObject(4, UUID.class));
                        places.put(code, place);
                        if (place.event == null) {
                            pool(row.getObject(1, UUID.class)).add(code);
                        }
                        if (row.getBoolean(5)) {
                            unsure.add(row.getObject(1, UUID.class));
                        }
                    },
                    Table.column("uuid", claims, Claim.BackupCode::pool));
        }
    }

    @Override
    public Optional<Loss> refuses(Claim.BackupCode claim, Claimant by) {
        Optional<Claimant.Repeat> repeat = by.repeat();
        @Nullable
        UUID code = repeat.isPresent() ? had(repeat.get()) : pool(claim.pool()).peek();
        if (code == null) {
            return Optional.of(new Loss.Ended(Loss.Reason.POOL_EMPTY));
        }
        if (repeat.isEmpty() && unsure.contains(claim.pool())) {
            return Optional.of(new Loss.Ended(Loss.Reason.RESTORED));
        }
        @Nullable Place place = places.get(code);
        if (place == null) {
            return Optional.empty(); // of a former pool, out of which nobody gets anything but this
        }
        if (repeat.isPresent() && !repeat.get().event().equals(place.event)) {
            return Optional.of(new Loss.Ended(Loss.Reason.GIVEN_BACK));
        }
        return place.position < claim.places() ? Optional.empty() : Optional.of(new Loss.Moved());
    }

    @Override
    public void take(Claim.BackupCode claim, Claimant by) {
        Deque<UUID> left = pool(claim.pool());
        @Nullable UUID before = by.repeat().map(BackupCodeDesk::had).orElse(null);
        UUID code = before == null ? left.remove() : before;
        if (before == null) {
            taken.add(new Taken(code, by.event()));
            if (claim.marks().contains((long) left.size())) {
                claim.alarm().forEach(tell -> outbox.take(tell.apply(by.event()), by));
            }
        }
        by.wins(new Won.BackupCode(code, left.size()));
    }

    private static @Nullable UUID had(Claimant.Repeat repeat) {
        String code = repeat.result();
        return code == null ? null : UUID.fromString(code);
    }

    @Override
    public void save(Connection connection) throws SQLException {
        Table.writeAll(
                connection,
                TAKE,
                taken.size(),
                Table.column("uuid", taken, Taken::code),
                Table.column("uuid", taken, Taken::event));
    }

    private Deque<UUID> pool(UUID pool) {
        return free.computeIfAbsent(pool, none -> new ArrayDeque<>());
    }
}
