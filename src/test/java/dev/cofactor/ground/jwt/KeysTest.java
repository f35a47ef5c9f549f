// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.Signer;
import dev.cofactor.ground.problem.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which key checks which token, and which signature is good. */
class KeysTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Map<String, Object> CLAIMS =
            Map.of("iss", "https://issuer.example", "aud", "us", "iat", 1_800_000_000, "exp", 1_800_000_300);
    private static final Signer RSA = Signer.rsa("rsa");
    private static final Signer CURVE = Signer.curve("curve");

    private final Signatures signatures = new Signatures();

    @Test
    void eachAlgorithmOnTheListIsCheckedByItsOwnKindOfKey() {
        List<Signer> all = List.of(RSA, Signer.rsa("pss", "PS256", 2048), CURVE, Signer.edwards("edwards"));
        KeySet keys = Keyring.served(all.toArray(Signer[]::new));
        for (Signer signer : all) {
            Jwt good = token(signer, Map.of());
            assertThat(signatures.isGood(good, keys, NOW))
                    .as(signer.algorithm())
                    .isTrue();
            for (Signer other : all) {
                if (!other.equals(signer)) {
                    Jwt swapped = token(signer, Map.of("kid", other.kid()));
                    assertThat(signatures.isGood(swapped, keys, NOW))
                            .as("swapped")
                            .isFalse();
                    Jwt confused = token(signer, Map.of("alg", other.algorithm()));
                    assertThat(signatures.isGood(confused, keys, NOW))
                            .as("confused")
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aChangedByteAnywhereMakesItBad() {
        KeySet keys = Keyring.served(CURVE);
        String text = CURVE.token(CLAIMS);
        String[] parts = text.split("\\.");
        String others = Signer.encoded(Signer.json(Map.of(
                        "iss", "https://issuer.example", "aud", "us", "iat", 1_800_000_000, "exp", 1_800_000_301))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(good(text, keys)).isTrue();
        assertThat(good(parts[0] + "." + others + "." + parts[2], keys)).isFalse();
        assertThat(good(parts[0] + "." + parts[1] + "." + Signer.encoded(new byte[64]), keys))
                .as("r and s are zero")
                .isFalse();
        assertThat(good(parts[0] + "." + parts[1] + ".AAAA", keys)).isFalse();
        assertThat(good(text, Keyring.served(Signer.curve("curve")))).isFalse();
        assertThat(good(text, KeySet.NONE)).isFalse();
    }

    @Test
    void aTokenBringsNoKeyAlong() {
        Signer mine = Signer.curve("mine");
        KeySet keys = Keyring.served(CURVE);
        for (String kid : List.of(
                "../../dev/null",
                "https://evil.example/keys",
                "' or 1=1 --",
                "mine",
                "curve\u0000",
                "CURVE",
                "file:/etc")) {
            Map<String, Object> header = new HashMap<>(Map.of("kid", kid, "jwk", mine.jwk()));
            header.put("jku", "https://evil.example/keys");
            header.put("x5u", "https://evil.example/chain");
            header.put("x5c", List.of("MIIB"));
            assertThat(good(mine.token(header, CLAIMS), keys)).as(kid).isFalse();
        }
        Map<String, Object> besides = Map.of("jku", "https://evil.example/keys", "jwk", mine.jwk());
        assertThat(good(CURVE.token(besides, CLAIMS), keys))
                .as("they are not looked at")
                .isTrue();
    }

    @Test
    void aTokenWithoutANameOfAKeyIsCheckedOnlyWhereThereIsOneItCanBe() {
        Jwt nameless = token(CURVE, Map.of("kid", ""));
        assertThat(nameless.kid()).isEmpty();
        assertThat(signatures.isGood(nameless, Keyring.served(CURVE, RSA), NOW)).isTrue();
        assertThat(signatures.isGood(nameless, Keyring.served(CURVE, Signer.curve("other")), NOW))
                .isFalse();
        Signer namesake = new Signer("curve", "ES256", Signer.curve("x").pair());
        assertThat(signatures.isGood(token(CURVE, Map.of()), Keyring.served(CURVE, namesake), NOW))
                .as("two of one name")
                .isFalse();
    }

    @Test
    void aKeyThatIsForSomethingElseChecksNothing() {
        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of("use", "enc"), Map.of("alg", "ES384"), Map.of("key_ops", List.of("deriveKey")))) {
            Map<String, Object> key = new HashMap<>(CURVE.jwk());
            key.putAll(other);
            KeySet keys = KeySet.served(Signer.json(Map.of("keys", List.of(key))));
            assertThat(good(CURVE.token(CLAIMS), keys)).as(other.toString()).isFalse();
        }
    }

    @Test
    void keysThatAreTooWeakOrTooMuchAreNotTaken() {
        assertThat(Keyring.served(RSA).keys()).hasSize(1);
        refused(Map.of("keys", List.of(Signer.rsa("short", "RS256", 1024).jwk())));
        refused(Map.of("keys", List.of(Map.of("kty", "oct", "k", "c2VjcmV0", "kid", "a"))));
        refused(Map.of("keys", List.of(withD(CURVE))));
        refused(Map.of("keys", List.of()));
        refused(Map.of("keys", "none"));
        refused(Map.of("keys", List.of(7)));
        refused(Map.of("keys", List.of(Map.of("kty", 7))));
        refused(Map.of("keys", List.of(CURVE.jwk(), Map.of("kty", "EC", "crv", "P-256", "x", "AA", "y", "AA"))));
        refused(Map.of("keys", java.util.Collections.nCopies(101, CURVE.jwk())));
        assertThat(KeySet.served("{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}")
                        .keys())
                .isEmpty();
        assertThat(KeySet.served("no json").keys()).isEmpty();
        assertThat(Keyring.handed(CURVE)).doesNotContain("\"d\"").contains("\"x\"");
    }

    @Test
    void thatASignatureWasGoodIsRememberedUntilItEndsOrTheKeysChange() {
        KeySet keys = Keyring.served(CURVE);
        Jwt token = token(CURVE, Map.of());
        KeySet unable = new KeySet(List.of(), keys.fingerprint());
        assertThat(signatures.isGood(token, unable, NOW)).isFalse();
        signatures.remember(token, keys);
        assertThat(signatures.isGood(token, unable, NOW)).as("remembered").isTrue();
        assertThat(signatures.isGood(token, unable, NOW.plusSeconds(299))).isTrue();
        assertThat(signatures.isGood(token, unable, NOW.plusSeconds(300))).isFalse();
        KeySet others =
                new KeySet(List.of(), Keyring.served(Signer.curve("curve")).fingerprint());
        assertThat(signatures.isGood(token, others, NOW)).isFalse();
    }

    @Test
    void failuresAreNotRememberedAndWhatIsHasAnEnd() {
        KeySet keys = Keyring.served(CURVE);
        String[] parts = CURVE.token(CLAIMS).split("\\.");
        for (int i = 0; i < 50; i++) {
            good(parts[0] + "." + parts[1] + "." + Signer.encoded(new byte[64 + i]), keys);
        }
        assertThat(signatures.remembered()).isZero();
        Jwt token = token(CURVE, Map.of());
        for (int i = 0; i < Signatures.MOST + 100; i++) {
            signatures.remember(token, new KeySet(List.of(), "keys " + i));
        }
        assertThat(signatures.remembered()).isEqualTo(Signatures.MOST);
    }

    private static Map<String, Object> withD(Signer signer) {
        Map<String, Object> key = new HashMap<>(signer.jwk());
        key.put("d", "AAAA");
        return key;
    }

    private static void refused(Map<String, Object> set) {
        assertThatThrownBy(() -> KeySet.handed(set))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("keys-invalid"));
    }

    private boolean good(String text, KeySet keys) {
        return Jwt.read(text)
                .filter(token -> signatures.isGood(token, keys, NOW))
                .isPresent();
    }

    private static Jwt token(Signer signer, Map<String, Object> header) {
        return Jwt.read(signer.token(header, CLAIMS)).orElseThrow();
    }
}
