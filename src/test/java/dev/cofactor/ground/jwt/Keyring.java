// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import dev.cofactor.fixtures.Signer;
import dev.cofactor.ground.outbound.Lines;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keys of issuers for tests that run without a server. */
public final class Keyring {
    static final JwtConfig USUAL = new JwtConfig() {
        @Override
        public Duration fresh() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration good() {
            return Duration.ofHours(4);
        }
    };

    private Keyring() {}

    /** Reaches these hosts though they are private. */
    public static IssuerKeys reaching(Clock clock, String... hosts) {
        return new IssuerKeys(new Fetching(Lines.to(hosts)), USUAL, clock);
    }

    public static Signatures signatures() {
        return new Signatures();
    }

    public static int remembered(Signatures signatures) {
        return signatures.remembered();
    }

    /** As they are handed to us. */
    public static String handed(Signer... signers) {
        return KeySet.handed(
                Map.of("keys", List.of(signers).stream().map(Signer::jwk).toList()));
    }

    static KeySet served(Signer... signers) {
        return KeySet.served(handed(signers));
    }
}
