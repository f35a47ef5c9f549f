// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uses of grants. Whoever has it already uses nothing more, but the grant must still stand and be for the same clause. */
final class GrantDesk implements Desk<Claim.GrantUse> {
    private static final String STANDING = """
            select g.id, g.clause, g.uses_left from access_grant g
             where g.id = any(?) and g.ended is null and g.ends > clock_timestamp()
            """;

    private static final String USE = """
            update access_grant g set uses_left = g.uses_left - taken.uses
              from unnest(?::uuid[], ?::integer[]) as taken (id, uses)
             where g.id = taken.id and g.ended is null and g.uses_left >= taken.uses
            """;

    private final Map<UUID, Standing> standing = new HashMap<>();
    private final Map<UUID, Integer> taken = new HashMap<>();

    private record Standing(byte[] clause, int usesLeft) {}

    @Override
    public void load(Connection connection, Instant clock, List<Claim.GrantUse> claims) throws SQLException {
        if (!claims.isEmpty()) {
            Table.read(
                    connection,
                    STANDING,
                    row -> standing.put(row.getObject(1, UUID.class), new Standing(row.getBytes(2), row.getInt(3))),
                    Table.column("uuid", claims, Claim.GrantUse::grant));
        }
    }

    @Override
    public Optional<Loss> refuses(Claim.GrantUse claim, Claimant by) {
        @Nullable Standing grant = standing.get(claim.grant());
        boolean holds = grant != null
                && Arrays.equals(grant.clause, claim.clause())
                && (by.consumesNothing() || taken.getOrDefault(claim.grant(), 0) < grant.usesLeft);
        return holds ? Optional.empty() : Optional.of(new Loss.Ended(Loss.Reason.GRANT_ENDED));
    }

    @Override
    public void take(Claim.GrantUse claim, Claimant by) {
        if (!by.consumesNothing()) {
            taken.merge(claim.grant(), 1, Integer::sum);
        }
    }

    @Override
    public void save(Connection connection) throws SQLException {
        List<UUID> grants = List.copyOf(taken.keySet());
        Table.writeAll(
                connection,
                USE,
                grants.size(),
                Table.column("uuid", grants, grant -> grant),
                Table.column("integer", grants, taken::get));
    }
}
