// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * A signed token as somebody showed it. That it could be read says nothing of whether it is true.
 *
 * @param kid which of the issuer's keys it names; a word to be found among theirs, and never an address
 */
public record Jwt(String text, Algorithm algorithm, Optional<String> kid, TokenClaims claims) {
    static final int LONGEST = 8_192;

    private static final int LONGEST_KID = 256;
    private static final Pattern SHAPE = Pattern.compile("eyJ[A-Za-z0-9_-]*+\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/jwt", "application/at+jwt");

    /** Members that change how the rest is to be read: something inside is encrypted, nested or missing. */
    private static final Set<String> OTHERWISE = Set.of("crit", "b64", "zip", "enc", "cty");

    /** Empty for whatever is no token, or not in the one spelling: it costs no question to anybody. */
    public static Optional<Jwt> read(String shown) {
        if (shown.length() > LONGEST || !SHAPE.matcher(shown).matches()) {
            return Optional.empty();
        }
        String[] parts = shown.split("\\.", -1);
        try {
            Map<String, Object> header = JsonUtil.parseJson(text(parts[0]));
            decoded(parts[2]);
            Optional<Algorithm> algorithm = algorithm(header);
            return algorithm.isEmpty() || !isPlain(header)
                    ? Optional.empty()
                    : Optional.of(new Jwt(shown, algorithm.get(), kid(header), TokenClaims.read(text(parts[1]))));
        } catch (JoseException | CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Algorithm> algorithm(Map<String, Object> header) {
        return header.get("alg") instanceof String word ? Algorithm.read(word) : Optional.empty();
    }

    private static boolean isPlain(Map<String, Object> header) {
        Object type = header.getOrDefault("typ", "JWT");
        boolean known = type instanceof String word && TYPES.contains(word.toLowerCase(Locale.ROOT));
        return known && header.keySet().stream().noneMatch(OTHERWISE::contains);
    }

    private static Optional<String> kid(Map<String, Object> header) {
        if (!header.containsKey("kid")) {
            return Optional.empty();
        }
        if (header.get("kid") instanceof String kid && !kid.isEmpty() && kid.length() <= LONGEST_KID) {
            return Optional.of(kid);
        }
        throw new IllegalArgumentException("kid");
    }

    private static String text(String part) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded(part))).toString();
    }

    /** Of the spellings that mean the same bytes only the one that RFC 7515 asks for. */
    private static byte[] decoded(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
            throw new IllegalArgumentException("base64url");
        }
        return bytes;
    }

    /** By which it is known again. */
    public String hash() {
        return hash(text);
    }

    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Jwt[redacted]";
    }
}
