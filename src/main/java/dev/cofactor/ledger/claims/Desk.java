// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Settles the claims of one kind for one batch: reads what stands, once, for all of them; says of each whether it can be
 * met; takes what is won; writes it, once. All this happens under the head's lock, so between reading and writing nobody
 * else can take anything, and what a loser would have taken was never written. The tables' keys hold all the same: a
 * write that meets somebody else's row takes the whole batch down.
 */
interface Desk<C extends Claim> {
    void load(Connection connection, Instant clock, List<C> claims) throws SQLException;

    /** Says of a claimant what others have to know before they are asked: that he has this already. */
    default void notes(C claim, Claimant by) {}

    /** Why it cannot be met, if it cannot. Takes nothing, but may note that the claimant repeats itself. */
    Optional<Loss> refuses(C claim, Claimant by);

    /** Only after every claim of the claimant can be met. */
    void take(C claim, Claimant by);

    void save(Connection connection) throws SQLException;
}
