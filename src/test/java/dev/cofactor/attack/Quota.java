// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import dev.cofactor.fixtures.Roles;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What somebody may have in a minute, or what may be had of a secret. */
@Singleton
class Quota {
    private static final long MINUTE = Duration.ofMinutes(1).toSeconds();

    private final Roles roles;
    private final Clock clock;

    Quota(Roles roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    /** As if so many had been had, in this minute and the next ones, by whichever node. */
    void usedUp(String counter) throws SQLException {
        long now = clock.instant().getEpochSecond();
        Instant begin = Instant.ofEpochSecond(now - Math.floorMod(now, MINUTE));
        try (Connection server = roles.server();
                PreparedStatement row = server.prepareStatement("insert into claim_limit (counter, starts, ends, used)"
                        + " values (?, ?, ?, 1000000) on conflict (counter, starts) do update set used = 1000000")) {
            for (int i = 0; i < 3; i++) {
                row.setString(1, counter);
                row.setTimestamp(2, Timestamp.from(begin.plusSeconds(i * MINUTE)));
                row.setTimestamp(3, Timestamp.from(begin.plusSeconds((i + 1) * MINUTE)));
                row.executeUpdate();
            }
        }
    }
}
