// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jspecify.annotations.Nullable;

/** Looks at what the provider signed. Whatever is wrong with it, the answer is one: nothing is proven. */
@ApplicationScoped
class Tokens {
    /** Asymmetric ones: with a shared secret whoever holds ours could sign for the provider. */
    private static final String[] ALGORITHMS = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"
    };

    private static final String LOGOUT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int SKEW_SECONDS = 30;
    private static final int OLDEST_SECONDS = 300;
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_GROUP = 200;
    private static final int MOST_GROUPS = 1_000;

    private final Discovery discovery;
    private final SsoConfig config;
    private final Keys keys;
    private final Clock clock;

    Tokens(Discovery discovery, SsoConfig config, Keys keys, Clock clock) {
        this.discovery = discovery;
        this.config = config;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param nonce which only this sign-in's token has */
    Proven idToken(String token, String nonce) {
        try {
            JwtClaims claims = signed(token, true);
            String found = text(claims.getClaimValue("nonce")).orElse("");
            String subject = bounded(claims.getSubject()).orElseThrow(ProviderFailed::unproven);
            if (!MessageDigest.isEqual(found.getBytes(UTF_8), nonce.getBytes(UTF_8))) {
                throw ProviderFailed.unproven();
            }
            return new Proven(
                    claims.getIssuer(),
                    subject,
                    bounded(claims.getClaimValue("sid")),
                    groups(claims.getClaimValue(config.groupsClaim())),
                    factor(claims));
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw ProviderFailed.unproven(); // they quote the token: neither is told or kept as a cause
        }
    }

    LoggedOut logoutToken(String token) {
        try {
            JwtClaims claims = signed(token, false);
            Optional<String> subject = bounded(claims.getClaimValue("sub"));
            Optional<String> sid = bounded(claims.getClaimValue("sid"));
            String jti = bounded(claims.getClaimValue("jti")).orElseThrow(ProviderFailed::unproven);
            boolean says = claims.getClaimValue("events") instanceof Map<?, ?> events
                    && events.get(LOGOUT) instanceof Map<?, ?>;
            if (!says || claims.hasClaim("nonce") || (subject.isEmpty() && sid.isEmpty())) {
                throw ProviderFailed.unproven();
            }
            return new LoggedOut(claims.getIssuer(), subject, sid, jti);
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw ProviderFailed.unproven();
        }
    }

    private JwtClaims signed(String token, boolean ends) throws InvalidJwtException, MalformedClaimException {
        String client = config.clientId().orElseThrow(ProviderFailed::notSetUp);
        JwtConsumerBuilder consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS)
                .setExpectedIssuer(discovery.issuer())
                .setExpectedAudience(client)
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(0, OLDEST_SECONDS)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
        JwtClaims claims = (ends ? consumer.setRequireExpirationTime().setRequireSubject() : consumer)
                .build()
                .processToClaims(token);
        // For us alone: one that others may show as well could have been taken from them.
        boolean ours = claims.getAudience().equals(List.of(client))
                && text(claims.getClaimValue("azp")).map(client::equals).orElse(true);
        if (!ours) {
            throw ProviderFailed.unproven();
        }
        return claims;
    }

    private boolean factor(JwtClaims claims) {
        Set<String> amr = config.factorAmr().orElse(Set.of());
        Set<String> acr = config.factorAcr().orElse(Set.of());
        return texts(claims.getClaimValue("amr")).anyMatch(amr::contains)
                || text(claims.getClaimValue("acr")).filter(acr::contains).isPresent();
    }

    private static Set<String> groups(@Nullable Object claim) {
        Set<String> groups = texts(claim)
                .filter(group -> !group.isEmpty() && group.length() <= LONGEST_GROUP)
                .collect(Collectors.toSet());
        // More than anybody maps: half of them would be a choice nobody made.
        return groups.size() <= MOST_GROUPS ? groups : Set.of();
    }

    private static Stream<String> texts(@Nullable Object claim) {
        return claim instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast)
                : text(claim).stream();
    }

    private static Optional<String> bounded(@Nullable Object claim) {
        return text(claim).filter(value -> !value.isEmpty() && value.length() <= LONGEST_SUBJECT);
    }

    private static Optional<String> text(@Nullable Object claim) {
        return claim instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
