// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages that leave if, and only if, their event is recorded. What somebody has already tells nobody again. */
final class Outbox implements Desk<Claim.Tell> {
    private static final String POST = """
            insert into outbox (id, kind, recipient, message, event, created_at)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bytea[], ?::uuid[], ?::timestamptz[])
            """;

    private final List<Posted> posted = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    private record Posted(Claim.Tell tell, UUID event) {}

    @Override
    public void load(Connection connection, Instant clock, List<Claim.Tell> claims) {
        now = clock;
    }

    @Override
    public Optional<Loss> refuses(Claim.Tell claim, Claimant by) {
        return Optional.empty();
    }

    @Override
    public void take(Claim.Tell claim, Claimant by) {
        if (!by.consumesNothing()) {
            posted.add(new Posted(claim, by.event()));
        }
    }

    @Override
    public void save(Connection connection) throws SQLException {
        Table.writeAll(
                connection,
                POST,
                posted.size(),
                Table.column("uuid", posted, one -> one.tell.id()),
                Table.column("text", posted, one -> one.tell.kind()),
                Table.column("uuid", posted, one -> one.tell.recipient()),
                Table.column("bytea", posted, one -> one.tell.message()),
                Table.column("uuid", posted, Posted::event),
                Table.column("timestamptz", posted, one -> now));
    }
}
