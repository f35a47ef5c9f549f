// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import dev.cofactor.ground.jwt.IssuerKeys;
import dev.cofactor.ground.jwt.Jwt;
import dev.cofactor.ground.jwt.KeySet;
import dev.cofactor.ground.jwt.Signatures;
import dev.cofactor.ground.jwt.TokenClaims;
import dev.cofactor.ledger.trust.Federation;
import dev.cofactor.ledger.trust.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** One token at one moment, held against federations. Its signature is checked once for the same keys. */
final class Hearing {
    /** How far an issuer's clock may be ahead of ours. What has ended has ended. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private final Jwt token;
    private final IssuerKeys keys;
    private final Signatures signatures;
    private final Duration longestLife;
    private final Instant now;
    private final Map<String, Boolean> checked = new HashMap<>();

    Hearing(Jwt token, IssuerKeys keys, Signatures signatures, Duration longestLife, Instant now) {
        this.token = token;
        this.keys = keys;
        this.signatures = signatures;
        this.longestLife = longestLife;
        this.now = now;
    }

    /** Conditions are looked at whatever the signature is: how long this takes tells nobody which of them hold. */
    Verdict under(Federation federation) {
        Terms terms = federation.terms();
        boolean issuer = federation.issuer().equals(token.claims().issuer());
        KeySet set = issuer ? keys.of(federation.issuer(), terms.keys(), token.kid()) : KeySet.NONE;
        boolean algorithm = terms.algorithms().contains(token.algorithm().word());
        boolean signed =
                algorithm && checked.computeIfAbsent(set.fingerprint(), one -> signatures.isGood(token, set, now));
        TreeMap<String, Boolean> conditions = new TreeMap<>();
        terms.conditions().forEach((claim, wanted) -> conditions.put(claim, isMet(claim, new Glob(wanted))));
        return new Verdict(
                issuer,
                algorithm,
                !set.keys().isEmpty(),
                signed,
                terms.audiences().containsAll(token.claims().audiences()),
                isInTime(),
                conditions);
    }

    private boolean isMet(String claim, Glob wanted) {
        return token.claims().said().stream().anyMatch(one -> one.name().equals(claim) && wanted.fits(one.value()));
    }

    void remember(Federation letIn) {
        signatures.remember(token, keys.of(letIn.issuer(), letIn.terms().keys(), token.kid()));
    }

    private boolean isInTime() {
        TokenClaims claims = token.claims();
        Instant soon = now.plus(SKEW);
        boolean begun = !claims.issuedAt().isAfter(soon)
                && claims.notBefore().filter(from -> from.isAfter(soon)).isEmpty();
        Duration life = Duration.between(claims.issuedAt(), claims.until());
        return begun && now.isBefore(claims.until()) && life.isPositive() && life.compareTo(longestLife) <= 0;
    }
}
