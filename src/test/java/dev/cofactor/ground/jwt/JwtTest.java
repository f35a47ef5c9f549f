// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Signer;
import dev.cofactor.ground.identity.Voucher.Said;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read at all, of what strangers show. */
class JwtTest {
    private static final Signer SIGNER = Signer.curve("k1");
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Map<String, Object> CLAIMS =
            Map.of("iss", "https://issuer.example", "aud", "us", "iat", 1_800_000_000, "exp", 1_800_000_300);

    @Test
    void aSignedTokenIsReadAsItIs() {
        Jwt token = Jwt.read(SIGNER.token(CLAIMS)).orElseThrow();
        assertThat(token.algorithm()).isEqualTo(Algorithm.ES256);
        assertThat(token.kid()).contains("k1");
        assertThat(token.claims().issuer()).isEqualTo("https://issuer.example");
        assertThat(token.claims().audiences()).containsExactly("us");
        assertThat(token.claims().until()).isEqualTo(NOW.plusSeconds(300));
        assertThat(token.toString() + token.claims()).doesNotContain("issuer.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "HS256", "HS384", "RS1", "ES256K", "es256", "dir", "", "RSA-OAEP"})
    void noOtherAlgorithmIsRead(String algorithm) {
        assertThat(read(Map.of("alg", algorithm), CLAIMS)).isEmpty();
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsNone() throws Exception {
        Signer rsa = Signer.rsa("k2");
        String signed = Signer.encoded("{\"alg\":\"HS256\",\"kid\":\"k2\"}".getBytes(UTF_8)) + "."
                + Signer.encoded(Signer.json(CLAIMS).getBytes(UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(rsa.pair().getPublic().getEncoded(), "HmacSHA256"));
        assertThat(Jwt.read(signed + "." + Signer.encoded(mac.doFinal(signed.getBytes(UTF_8)))))
                .isEmpty();
        String bare = Signer.encoded("{\"alg\":\"none\"}".getBytes(UTF_8)) + signed.substring(signed.indexOf('.'));
        assertThat(Jwt.read(bare + ".")).isEmpty();
        assertThat(Jwt.read(bare)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crit", "b64", "zip", "enc", "cty"})
    void whatIsToBeReadOtherwiseIsNotRead(String member) {
        assertThat(read(Map.of(member, List.of("exp")), CLAIMS)).isEmpty();
        assertThat(read(Map.of(member, "JWT"), CLAIMS)).isEmpty();
    }

    @Test
    void whatIsInsideAnotherOrEncryptedIsNotRead() {
        String inner = SIGNER.token(CLAIMS);
        assertThat(Jwt.read(SIGNER.token(Map.of("cty", "JWT"), inner))).isEmpty();
        assertThat(Jwt.read(SIGNER.token(Map.of(), inner))).isEmpty();
        assertThat(Jwt.read(inner + ".AAAA.BBBB")).isEmpty();
        assertThat(read(Map.of("typ", "JOSE"), CLAIMS)).isEmpty();
        assertThat(read(Map.of("typ", "at+JWT"), CLAIMS)).isPresent();
        assertThat(read(Map.of("typ", ""), CLAIMS)).isPresent();
    }

    @Test
    void aTokenHasOneSpelling() {
        String token = SIGNER.token(CLAIMS);
        String[] parts = token.split("\\.");
        char last = token.charAt(token.length() - 1);
        assertThat(Jwt.read(token + "=")).isEmpty();
        assertThat(Jwt.read(token + "==")).isEmpty();
        assertThat(Jwt.read(" " + token)).isEmpty();
        assertThat(Jwt.read(token + "\n")).isEmpty();
        assertThat(Jwt.read(parts[0] + "=." + parts[1] + "." + parts[2])).isEmpty();
        assertThat(Jwt.read(token.substring(0, token.length() - 1) + (char) (last + 1)))
                .as("bits that mean nothing")
                .isEmpty();
        assertThat(Jwt.read(
                        SIGNER.token(Map.of(), "{\"iss\":\"i\",\"x\":\"\u00e9\",\"aud\":\"a\",\"iat\":1,\"exp\":2}")))
                .isPresent();
        String broken = Signer.encoded(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
        assertThat(Jwt.read(SIGNER.sign(parts[0] + "." + broken))).isEmpty();
    }

    @Test
    void aMemberThatComesTwiceMakesItNone() {
        String json = Signer.json(CLAIMS);
        String twice = json.substring(0, json.length() - 1) + ",\"aud\":\"them\"}";
        assertThat(Jwt.read(SIGNER.token(Map.of(), twice))).isEmpty();
        String escaped = json.substring(0, json.length() - 1) + ",\"\\u0061ud\":\"them\"}";
        assertThat(Jwt.read(SIGNER.token(Map.of(), escaped))).isEmpty();
        String deep = json.substring(0, json.length() - 1) + ",\"in\":{\"a\":1,\"a\":2}}";
        assertThat(Jwt.read(SIGNER.token(Map.of(), deep))).isEmpty();
        String header = Signer.encoded("{\"alg\":\"ES256\",\"alg\":\"none\"}".getBytes(UTF_8));
        assertThat(Jwt.read(SIGNER.sign(header + "." + Signer.encoded(json.getBytes(UTF_8)))))
                .isEmpty();
    }

    @Test
    void aTokenThatIsTooLongTooDeepOrSaysTooMuchIsNone() {
        assertThat(Jwt.read(SIGNER.token(with("pad", "x".repeat(Jwt.LONGEST))))).isEmpty();
        assertThat(Jwt.read("eyJ" + "A".repeat(10_000_000))).isEmpty();
        Map<String, Object> deep = Map.of("a", Map.of("b", Map.of("c", Map.of("d", Map.of("e", Map.of("f", "g"))))));
        assertThat(Jwt.read(SIGNER.token(with("in", deep)))).isEmpty();
        assertThat(Jwt.read(SIGNER.token(Map.of(), "[".repeat(3_000) + "]".repeat(3_000))))
                .isEmpty();
        List<Integer> many = java.util.stream.IntStream.range(0, 300).boxed().toList();
        assertThat(Jwt.read(SIGNER.token(with("many", many)))).isEmpty();
    }

    @Test
    void whatEveryTokenHasIsThereAndOfItsKind() {
        for (String needed : List.of("iss", "aud", "iat", "exp")) {
            assertThat(Jwt.read(SIGNER.token(with(needed, Optional.empty()))))
                    .as(needed)
                    .isEmpty();
            assertThat(Jwt.read(SIGNER.token(with(needed, List.of()))))
                    .as(needed)
                    .isEmpty();
            assertThat(Jwt.read(SIGNER.token(with(needed, Map.of("a", 1)))))
                    .as(needed)
                    .isEmpty();
        }
        for (Object issuer : List.of(7, "", "a b", "a\u0000", "\u0456ssuer", "x".repeat(501))) {
            assertThat(Jwt.read(SIGNER.token(with("iss", issuer)))).isEmpty();
        }
        assertThat(Jwt.read(SIGNER.token(with("aud", List.of("us", 7))))).isEmpty();
        assertThat(Jwt.read(SIGNER.token(with("exp", "1800000300")))).isEmpty();
        assertThat(Jwt.read(SIGNER.token(with("exp", -1)))).isEmpty();
        assertThat(Jwt.read(SIGNER.token(with("exp", 1e300)))).isEmpty();
        assertThat(Jwt.read(SIGNER.token(with("nbf", "soon")))).isEmpty();
        assertThat(Jwt.read(SIGNER.token(
                        Map.of(), "{\"iss\":\"a\",\"aud\":\"b\",\"iat\":1,\"exp\":1" + "0".repeat(400) + "}")))
                .isEmpty();
        assertThat(Jwt.read(SIGNER.token(Map.of("kid", 7), CLAIMS))).isEmpty();
        assertThat(Jwt.read(SIGNER.token(Map.of("kid", "k".repeat(300)), CLAIMS)))
                .isEmpty();
    }

    @Test
    void claimsInsideOthersAreCalledByTheirWayAndListsHaveManyValues() {
        Map<String, Object> claims = new HashMap<>(CLAIMS);
        claims.put("kubernetes.io", Map.of("namespace", "shop", "a/b", Map.of("c~d", 7L)));
        claims.put("groups", List.of("one", "two", List.of("no"), Map.of("x", "no")));
        claims.put("protected", true);
        claims.put("share", 1.5);
        claims.put("/kubernetes.io/namespace", "look-alike");
        assertThat(Jwt.read(SIGNER.token(claims)).orElseThrow().claims().said())
                .contains(
                        new Said("/kubernetes.io/namespace", "shop"),
                        new Said("/kubernetes.io/a~1b/c~0d", "7"),
                        new Said("groups", "one"),
                        new Said("groups", "two"),
                        new Said("protected", "true"),
                        new Said("/~1kubernetes.io~1namespace", "look-alike"))
                .noneMatch(one -> one.value().equals("no") || one.name().equals("share"))
                .doesNotContain(new Said("/kubernetes.io/namespace", "look-alike"));
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> claims = new HashMap<>(CLAIMS);
        if (value.equals(Optional.empty())) {
            claims.remove(name);
        } else {
            claims.put(name, value);
        }
        return claims;
    }

    private static Optional<Jwt> read(Map<String, Object> header, Map<String, Object> claims) {
        return Jwt.read(SIGNER.token(header, claims));
    }
}
