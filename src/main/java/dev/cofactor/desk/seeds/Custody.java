// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Who could ever have known a seed, as against who only got codes. It belongs to the seed and not to a place, so it stays
 * when the secret moves.
 */
@ApplicationScoped
public class Custody {
    static final String UNKNOWN = "unknown";

    private final CustodyRows rows;

    Custody(CustodyRows rows) {
        this.rows = rows;
    }

    /** How somebody came to know it. */
    public enum How {
        TYPED,
        PICTURE,
        /** It was elsewhere before, and who had it there is not known here. */
        IMPORTED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One who could have known one seed.
     *
     * @param state of the seed: under-proof, serving or destroyed
     * @param actor absent for former holders whom nobody knows
     * @param kind person, service, agent, or unknown
     */
    public record Known(
            UUID secret,
            UUID seed,
            String state,
            Optional<UUID> actor,
            String kind,
            String how,
            Instant time,
            UUID event) {}

    /** Of all seeds the secret ever had, the last to learn one first. */
    List<Known> of(UUID secret) {
        return rows.ofSecret(secret);
    }

    /** What somebody could have known and what is not destroyed: to be enrolled anew when he leaves. */
    public List<Known> couldBeKnownTo(UUID actor) {
        return rows.ofActor(actor);
    }
}
