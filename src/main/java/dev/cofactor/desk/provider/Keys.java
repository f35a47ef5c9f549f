// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The provider's keys, by their ids alone: nothing else in a token's head leads to a key. They are fetched again after ten
 * minutes, and earlier for an id that is not among them, but never twice within ten seconds.
 */
@ApplicationScoped
class Keys implements VerificationKeyResolver {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(10);

    private final Discovery discovery;
    private final Fetching fetching;
    private final Clock clock;
    private volatile Kept kept = new Kept(List.of(), Instant.MIN);

    private record Kept(List<JsonWebKey> keys, Instant since) {
        boolean isOlder(Duration than, Instant now) {
            return since.equals(Instant.MIN) || since.plus(than).isBefore(now);
        }
    }

    Keys(Discovery discovery, Fetching fetching, Clock clock) {
        this.discovery = discovery;
        this.fetching = fetching;
        this.clock = clock;
    }

    @Override
    public Key resolveKey(JsonWebSignature token, @Nullable List<JsonWebStructure> nested)
            throws UnresolvableKeyException {
        if (kept.isOlder(FRESH, clock.instant())) {
            fetch(FRESH);
        }
        Optional<Key> known = find(token);
        if (known.isEmpty()) {
            fetch(AT_MOST_EVERY);
            known = find(token);
        }
        return known.orElseThrow(() -> new UnresolvableKeyException("no such key"));
    }

    private Optional<Key> find(JsonWebSignature token) {
        String id = token.getKeyIdHeaderValue();
        String algorithm = token.getAlgorithmHeaderValue();
        List<Key> fitting = kept.keys.stream()
                .filter(PublicJsonWebKey.class::isInstance)
                .filter(key -> id == null || id.equals(key.getKeyId()))
                .filter(key -> key.getUse() == null || key.getUse().equals(Use.SIGNATURE))
                .filter(key -> key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                .map(JsonWebKey::getKey)
                .toList();
        // Of several that could be meant none is: which one counts must not depend on their order.
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private synchronized void fetch(Duration unlessYounger) {
        Instant now = clock.instant();
        if (!kept.isOlder(unlessYounger, now)) {
            return;
        }
        Object keys = fetching.get(discovery.now().keys()).get("keys");
        kept = new Kept(keys instanceof List<?> some ? read(some) : List.of(), now);
    }

    /** Kinds of keys that are not known here are somebody else's. */
    private static List<JsonWebKey> read(List<?> keys) {
        return keys.stream().map(Keys::read).flatMap(Optional::stream).toList();
    }

    private static Optional<JsonWebKey> read(@Nullable Object key) {
        try {
            return key instanceof Map<?, ?> members
                    ? new JsonWebKeySet(JsonUtil.toJson(Map.of("keys", List.of(members))))
                            .getJsonWebKeys().stream().findFirst()
                    : Optional.empty();
        } catch (JoseException e) {
            return Optional.empty();
        }
    }
}
