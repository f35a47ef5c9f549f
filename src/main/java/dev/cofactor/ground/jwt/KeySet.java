// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import dev.cofactor.ground.problem.Problem;
import java.math.BigInteger;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.EllipticCurve;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The public keys of an issuer. What is no key for signatures, or none of the kinds on the list, is not in it.
 *
 * @param fingerprint of all that is in it: other keys, another fingerprint
 */
public record KeySet(List<JsonWebKey> keys, String fingerprint) {
    static final int LONGEST = 256 * 1024;
    public static final KeySet NONE = new KeySet(List.of(), "");

    private static final int MOST = 100;
    private static final int SHORTEST_RSA = 2_048;
    private static final int LONGEST_RSA = 8_192;
    private static final BigInteger LARGEST_EXPONENT = BigInteger.ONE.shiftLeft(64);

    /** Nothing else of a key is read: no certificate, no address, no private part. */
    private static final Set<String> READ = Set.of("kty", "kid", "use", "alg", "key_ops", "n", "e", "crv", "x", "y");

    /** Of a key that somebody should not have shown us. */
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    public KeySet {
        keys = List.copyOf(keys);
    }

    /** As an issuer serves it. */
    static KeySet served(String json) {
        try {
            return of(members(JsonUtil.parseJson(json)));
        } catch (JoseException e) {
            return NONE;
        }
    }

    /**
     * As somebody hands it to us.
     *
     * @return the same, with nothing but what counts
     */
    public static String handed(Map<String, Object> set) {
        List<Map<String, Object>> members = members(set);
        if (members.stream().anyMatch(key -> key.keySet().stream().anyMatch(PRIVATE::contains))) {
            throw invalid("there is a private or a shared key among these: whoever made them should"
                    + " take them out of use; only public ones are taken");
        }
        KeySet read = of(members);
        if (read.keys().isEmpty() || read.keys().size() != members.size()) {
            throw invalid("keys are a JSON Web Key Set of 1 to " + MOST
                    + " public keys for signatures: RSA of 2048 to 8192 bits, P-256 or Ed25519");
        }
        return JsonUtil.toJson(
                Map.of("keys", members.stream().map(KeySet::onlyRead).toList()));
    }

    private static Problem invalid(String rule) {
        return new Problem(Problem.Kind.INVALID, "keys-invalid", rule);
    }

    private static KeySet of(List<Map<String, Object>> members) {
        List<JsonWebKey> keys = new ArrayList<>();
        if (members.size() <= MOST) {
            members.forEach(member -> key(onlyRead(member)).ifPresent(keys::add));
        }
        String all = keys.stream()
                .map(key -> JsonUtil.toJson(
                        new java.util.TreeMap<>(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))))
                .sorted()
                .collect(Collectors.joining("\n"));
        return new KeySet(keys, Jwt.hash(all));
    }

    @SuppressWarnings("unchecked") // what JSON calls an object is a map of texts
    private static List<Map<String, Object>> members(Map<String, Object> set) {
        return set.get("keys") instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> (Map<String, Object>) one)
                        .toList()
                : List.of();
    }

    private static Map<String, Object> onlyRead(Map<String, Object> member) {
        Map<String, Object> read = new HashMap<>(member);
        read.keySet().retainAll(READ);
        return read;
    }

    private static Optional<JsonWebKey> key(Map<String, Object> member) {
        try {
            JsonWebKey key = JsonWebKey.Factory.newJwk(member);
            List<String> may = key.getKeyOps();
            boolean forSignatures =
                    (key.getUse() == null || key.getUse().equals("sig")) && (may == null || may.contains("verify"));
            return Optional.of(key).filter(one -> forSignatures && isOfAKindOnTheList(one));
        } catch (JoseException | RuntimeException e) {
            return Optional.empty(); // jose4j casts what it finds: a key that is none of its kind is none of ours
        }
    }

    private static boolean isOfAKindOnTheList(JsonWebKey key) {
        return switch (key) {
            case RsaJsonWebKey rsa -> isSensible(rsa.getRsaPublicKey());
            case EllipticCurveJsonWebKey curve ->
                curve.getCurveName().equals("P-256") && isOnIts(curve.getECPublicKey());
            case OctetKeyPairJsonWebKey pair -> pair.getSubtype().equals(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            case JsonWebKey other -> false;
        };
    }

    /** Neither too short to be safe nor so long that checking with it is an attack. */
    private static boolean isSensible(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        return bits >= SHORTEST_RSA
                && bits <= LONGEST_RSA
                && key.getPublicExponent().compareTo(LARGEST_EXPONENT) < 0;
    }

    /** Nothing else looks: a point beside the curve is taken for a key. */
    private static boolean isOnIts(ECPublicKey key) {
        EllipticCurve curve = key.getParams().getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = key.getW().getAffineX();
        BigInteger y = key.getW().getAffineY();
        BigInteger right =
                x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.multiply(y).mod(p).equals(right);
    }

    /** Whether the key that a token names is here; a token that names none does not ask for a new one. */
    boolean knows(Optional<String> kid) {
        return kid.isEmpty() || keys.stream().anyMatch(key -> kid.get().equals(key.getKeyId()));
    }

    /** The one key that it can be. Two that could be are none: which of them counts must not depend on their order. */
    Optional<Key> keyFor(Jwt token) {
        List<JsonWebKey> fitting = keys.stream()
                .filter(key -> token.kid().isEmpty() || token.kid().get().equals(key.getKeyId()))
                .filter(key -> fits(key, token.algorithm()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst().getKey()) : Optional.empty();
    }

    private static boolean fits(JsonWebKey key, Algorithm algorithm) {
        boolean kind = switch (algorithm) {
            case RS256, PS256 -> key instanceof RsaJsonWebKey;
            case ES256 -> key instanceof EllipticCurveJsonWebKey;
            case EDDSA -> key instanceof OctetKeyPairJsonWebKey;
        };
        return kind && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm.word()));
    }
}
