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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Backup codes: the oldest first, each to one claimant. A replay is shown the one it had. */
final class BackupCodeDesk implements Desk<Claim.BackupCode> {
    private static final String FREE =
            "select pool, code from claim_backup_code where pool = any(?) and event is null order by pool, position";

    private static final String TAKE = """
            update claim_backup_code b set event = taken.event
              from unnest(?::uuid[], ?::uuid[]) as taken (code, event)
             where b.code = taken.code and b.event is null
            """;

    private final Map<UUID, Deque<UUID>> free = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();

    private record Taken(UUID code, UUID event) {}

    @Override
    public void load(Connection connection, Instant clock, List<Claim.BackupCode> claims) throws SQLException {
        if (!claims.isEmpty()) {
            Table.read(
                    connection,
                    FREE,
                    row -> pool(row.getObject(1, UUID.class)).add(row.getObject(2, UUID.class)),
                    Table.column("uuid", claims, Claim.BackupCode::pool));
        }
    }

    @Override
    public Optional<Loss> refuses(Claim.BackupCode claim, Claimant by) {
        boolean there = by.repeat().isPresent() || !pool(claim.pool()).isEmpty();
        return there ? Optional.empty() : Optional.of(new Loss.Ended(Loss.Reason.POOL_EMPTY));
    }

    @Override
    public void take(Claim.BackupCode claim, Claimant by) {
        Deque<UUID> left = pool(claim.pool());
        @Nullable String before = by.repeat().map(Claimant.Repeat::result).orElse(null);
        UUID code = before == null ? left.remove() : UUID.fromString(before);
        if (before == null) {
            taken.add(new Taken(code, by.event()));
        }
        by.wins(new Won.BackupCode(code, left.size()));
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
