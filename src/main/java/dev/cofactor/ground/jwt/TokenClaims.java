// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import dev.cofactor.ground.identity.Voucher.Said;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * What a token says. A claim at the top has its own name; one inside another is called by its way there, as RFC 6901 writes
 * it: {@code /kubernetes.io/namespace}. Values are texts; whole numbers and truths are as JSON writes them; of a list each
 * member is a value.
 *
 * @param said every name with every value
 */
public record TokenClaims(
        String issuer,
        Set<String> audiences,
        Instant issuedAt,
        Instant until,
        Optional<Instant> notBefore,
        Set<Said> said) {
    /** Whoever says more says something that a rule could ask for and never hear. */
    private static final int MOST = 250;

    private static final int DEEPEST = 5;

    /** No issuer has a name of other characters, and nobody is asked about one. */
    private static final Pattern NAME = Pattern.compile("[!-~]{1,500}");

    /** A year beyond any calendar is no time. */
    private static final BigDecimal LAST = BigDecimal.valueOf(253_402_300_799L);

    public TokenClaims {
        audiences = Set.copyOf(audiences);
        said = Set.copyOf(said);
    }

    /** @throws IllegalArgumentException where something is missing that every token must have */
    static TokenClaims read(String json) throws JoseException {
        Map<String, Object> claims = JsonUtil.parseJson(json);
        if (!(claims.get("iss") instanceof String issuer && NAME.matcher(issuer).matches())) {
            throw new IllegalArgumentException("iss");
        }
        Set<Said> said = new HashSet<>();
        claims.forEach(
                (name, value) -> collect(name.startsWith("/") ? way("", name) : name, way("", name), value, said, 0));
        return new TokenClaims(
                issuer,
                audiences(claims.get("aud")),
                time(claims, "iat").orElseThrow(() -> new IllegalArgumentException("iat")),
                time(claims, "exp").orElseThrow(() -> new IllegalArgumentException("exp")),
                time(claims, "nbf"),
                said);
    }

    private static void collect(String name, String way, @Nullable Object value, Set<Said> said, int depth) {
        if (depth > DEEPEST || said.size() > MOST) {
            throw new IllegalArgumentException("too much");
        }
        switch (value) {
            case null -> {
                // says nothing
            }
            case Map<?, ?> inside ->
                inside.forEach((key, one) -> {
                    String further = way(way, (String) key);
                    collect(further, further, one, said, depth + 1);
                });
            case Collection<?> members ->
                members.forEach(one -> {
                    if (!(one instanceof Map || one instanceof Collection)) {
                        collect(name, way, one, said, depth + 1);
                    }
                });
            case String text -> said.add(new Said(name, text));
            case Long number -> said.add(new Said(name, number.toString()));
            case Boolean truth -> said.add(new Said(name, truth.toString()));
            case Object other -> {
                // a number with a fraction has many spellings, so no condition can name it
            }
        }
    }

    private static String way(String above, String name) {
        return above + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static Set<String> audiences(@Nullable Object value) {
        Collection<?> all = value instanceof Collection<?> several ? several : List.of(value == null ? "" : value);
        Set<String> texts = new HashSet<>();
        for (Object one : all) {
            if (!(one instanceof String text) || text.isEmpty()) {
                throw new IllegalArgumentException("aud");
            }
            texts.add(text);
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("aud");
        }
        return texts;
    }

    private static Optional<Instant> time(Map<String, Object> claims, String name) {
        if (!claims.containsKey(name)) {
            return Optional.empty();
        }
        if (!(claims.get(name) instanceof Number number)) {
            throw new IllegalArgumentException(name);
        }
        BigDecimal seconds = new BigDecimal(number.toString());
        if (seconds.signum() < 0 || seconds.compareTo(LAST) > 0) {
            throw new IllegalArgumentException(name);
        }
        return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
    }

    @Override
    public String toString() {
        return "TokenClaims[redacted]";
    }
}
