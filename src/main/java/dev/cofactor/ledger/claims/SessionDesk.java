// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whether the session that asks still stands and its person is active: the last word, by the clock after the lock. Half a
 * sign-in is none, whoever let it through.
 */
final class SessionDesk implements Desk<Claim.SessionStands> {
    private static final String STANDING = """
            select s.id, least(s.idle_until, s.ends_at) from session s join person p on p.id = s.person and p.active
             where s.id = any(?) and s.stage <> 'half'
            """;

    private final Set<UUID> standing = new HashSet<>();

    @Override
    public void load(Connection connection, Instant clock, List<Claim.SessionStands> claims) throws SQLException {
        if (claims.isEmpty()) {
            return;
        }
        Table.read(
                connection,
                STANDING,
                row -> {
                    Timestamp end = row.getTimestamp(2);
                    if (end.toInstant().isAfter(clock)) {
                        standing.add(row.getObject(1, UUID.class));
                    }
                },
                Table.column("uuid", claims, Claim.SessionStands::session));
    }

    @Override
    public Optional<Loss> refuses(Claim.SessionStands claim, Claimant by) {
        return standing.contains(claim.session())
                ? Optional.empty()
                : Optional.of(new Loss.Ended(Loss.Reason.SESSION_ENDED));
    }

    @Override
    public void take(Claim.SessionStands claim, Claimant by) {}

    @Override
    public void save(Connection connection) {}
}
