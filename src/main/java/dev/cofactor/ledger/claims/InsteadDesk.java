// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Won;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was paid for and never seen: it is not paid for twice. */
final class InsteadDesk implements Desk<Claim.InsteadOf> {
    @Override
    public void load(Connection connection, Instant clock, List<Claim.InsteadOf> claims) {}

    @Override
    public void notes(Claim.InsteadOf claim, Claimant by) {
        by.hadIt();
    }

    @Override
    public Optional<Loss> refuses(Claim.InsteadOf claim, Claimant by) {
        return Optional.empty();
    }

    @Override
    public void take(Claim.InsteadOf claim, Claimant by) {
        by.wins(new Won.Replay(claim.event()));
    }

    @Override
    public void save(Connection connection) {}
}
