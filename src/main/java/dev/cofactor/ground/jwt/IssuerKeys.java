// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that an issuer's tokens must be signed with: those handed to us, or those it serves. */
@Singleton
public class IssuerKeys {
    /** More than anybody has; beyond it they are read or fetched anew. */
    private static final int MOST = 1_000;

    private final Fetching fetching;
    private final JwtConfig config;
    private final Clock clock;
    private final Map<String, KeySet> handed = new ConcurrentHashMap<>();
    private final Map<String, ServedKeys> served = new ConcurrentHashMap<>();

    IssuerKeys(Fetching fetching, JwtConfig config, Clock clock) {
        this.fetching = fetching;
        this.config = config;
        this.clock = clock;
    }

    /**
     * For issuers that somebody trusts, and for none that only a token names.
     *
     * @param given keys that were handed to us; where there are none the issuer is asked
     * @param kid which key a token wants: if it is not known the issuer may be asked
     */
    public KeySet of(String issuer, Optional<String> given, Optional<String> kid) {
        return given.map(set -> remembered(handed).computeIfAbsent(set, KeySet::served))
                .orElseGet(() ->
                        remembered(served).computeIfAbsent(issuer, this::source).now(kid));
    }

    private ServedKeys source(String one) {
        return new ServedKeys(() -> fetching.keysOf(one), config, clock);
    }

    private static <T> Map<String, T> remembered(Map<String, T> some) {
        if (some.size() >= MOST) {
            some.clear();
        }
        return some;
    }
}
