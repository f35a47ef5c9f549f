// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All claims of one batch: first come, first served, and a claimant wins all of its own or none. Used once. */
public final class ClaimDesk {
    private final Outbox outbox = new Outbox();
    private final List<Desk<? extends Claim>> desks = List.of(
            new SessionDesk(),
            new ReplayDesk(),
            new InsteadDesk(),
            new LimitDesk(),
            new GrantDesk(),
            new ShowingDesk(),
            new StepDesk(),
            new CounterDesk(),
            new BackupCodeDesk(outbox),
            outbox);

    /** In the order in which kinds are settled: first what only asks, then what is scarce, last what tells others. */
    private static int kind(Claim claim) {
        return switch (claim) {
            case Claim.SessionStands c -> 0;
            case Claim.Replay c -> 1;
            case Claim.InsteadOf c -> 2;
            case Claim.Limit c -> 3;
            case Claim.GrantUse c -> 4;
            case Claim.Showing c -> 5;
            case Claim.Step c -> 6;
            case Claim.Counter c -> 7;
            case Claim.BackupCode c -> 8;
            case Claim.Tell c -> 9;
        };
    }

    public void settle(Connection connection, Instant clock, List<Claimant> claimants) throws SQLException {
        List<Claim> claims = claimants.stream()
                .flatMap(claimant -> claimant.claims().stream())
                .toList();
        if (claims.isEmpty()) {
            return;
        }
        for (int kind = 0; kind < desks.size(); kind++) {
            load(desks.get(kind), kind, connection, clock, claims);
        }
        claimants.forEach(this::settle);
        for (Desk<? extends Claim> desk : desks) {
            desk.save(connection);
        }
    }

    private void settle(Claimant claimant) {
        List<Claim> claims = claimant.claims().stream()
                .sorted(Comparator.comparingInt(ClaimDesk::kind))
                .toList();
        claims.forEach(claim -> desk(claim).notes(claim, claimant));
        for (Claim claim : claims) {
            Optional<Loss> loss = desk(claim).refuses(claim, claimant);
            if (loss.isPresent()) {
                claimant.loses(loss.get());
                return;
            }
        }
        claims.forEach(claim -> desk(claim).take(claim, claimant));
    }

    /** A desk meets the claims of its own kind only: that is what makes the casts safe. */
    @SuppressWarnings("unchecked")
    private Desk<Claim> desk(Claim claim) {
        return (Desk<Claim>) desks.get(kind(claim));
    }

    @SuppressWarnings("unchecked")
    private static <C extends Claim> void load(
            Desk<C> desk, int kind, Connection connection, Instant clock, List<Claim> claims) throws SQLException {
        List<C> own = claims.stream()
                .filter(claim -> kind(claim) == kind)
                .map(claim -> (C) claim)
                .toList();
        desk.load(connection, clock, own);
    }
}
