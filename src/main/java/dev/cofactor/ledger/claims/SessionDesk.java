// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the session that asks is there and its person active. It is the last word only over what is ended under the
 * head's lock; that a session has run out of time is asked before, by whoever found it.
 */
final class SessionDesk implements Desk<Claim.SessionStands> {
    private static final String STANDING = """
            select s.token_hash from session s join person p on p.id = s.person and p.active
             where s.token_hash = any(?)
            """;

    private final Set<String> standing = new HashSet<>();

    @Override
    public void load(Connection connection, Instant clock, List<Claim.SessionStands> claims) throws SQLException {
        if (!claims.isEmpty()) {
            Table.read(
                    connection,
                    STANDING,
                    row -> standing.add(text(row.getBytes(1))),
                    Table.column("bytea", claims, Claim.SessionStands::tokenHash));
        }
    }

    @Override
    public Optional<Loss> refuses(Claim.SessionStands claim, Claimant by) {
        return standing.contains(text(claim.tokenHash()))
                ? Optional.empty()
                : Optional.of(new Loss.Ended(Loss.Reason.SESSION_ENDED));
    }

    @Override
    public void take(Claim.SessionStands claim, Claimant by) {}

    @Override
    public void save(Connection connection) {}

    private static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
