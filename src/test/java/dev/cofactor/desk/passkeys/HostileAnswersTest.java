// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.KeyBearers;
import dev.cofactor.fixtures.KeyBearers.Bearer;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.SoftKey;
import dev.cofactor.fixtures.SoftKey.Manner;
import dev.cofactor.ground.identity.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What comes from a browser is whatever somebody wanted it to be. */
@QuarkusTest
class HostileAnswersTest {
    private static final long SEED = 20261128;
    private static final int ROUNDS = 1_000;

    private final KeyBearers bearers;
    private final Newcomers newcomers;
    private final Passkeys passkeys;
    private final PasskeyDesk desk;
    private final LogEntries entries;

    HostileAnswersTest(
            KeyBearers bearers, Newcomers newcomers, Passkeys passkeys, PasskeyDesk desk, LogEntries entries) {
        this.bearers = bearers;
        this.newcomers = newcomers;
        this.passkeys = passkeys;
        this.desk = desk;
        this.entries = entries;
    }

    @Test
    void anAnswerWithAnyPartOfItChangedProvesNothing() {
        Bearer one = bearers.one();
        String good = one.key().get(bearers.asked(one.caller()));
        for (String part : List.of("clientDataJSON", "authenticatorData", "signature")) {
            byte[] bytes = Base64.getUrlDecoder().decode(JsonPath.from(good).getString("response." + part));
            for (int i = 0; i < bytes.length; i++) {
                byte[] changed = bytes.clone();
                changed[i] ^= 1;
                String bad = good.replace(SoftKey.text(bytes), SoftKey.text(changed));
                assertThat(passkeys.check(one.caller(), Purpose.SIGN_IN, bad))
                        .as(part + " at " + i)
                        .isEmpty();
            }
        }
        String added = tampered(good, text -> text.replace("\"crossOrigin\":false", "\"crossOrigin\":true"));
        assertThat(passkeys.check(one.caller(), Purpose.SIGN_IN, added)).isEmpty();
        assertThat(passkeys.check(one.caller(), Purpose.SIGN_IN, good)).isPresent();
    }

    private static String tampered(String response, java.util.function.UnaryOperator<String> how) {
        String sent = JsonPath.from(response).getString("response.clientDataJSON");
        String text = new String(Base64.getUrlDecoder().decode(sent), UTF_8);
        return response.replace(sent, SoftKey.text(how.apply(text).getBytes(UTF_8)));
    }

    @Test
    void whateverIsNoAnswerIsRefusedWithoutAWord() {
        Bearer one = bearers.one();
        String good = one.key().get(bearers.asked(one.caller()));
        try (CapturedLog log = new CapturedLog()) {
            for (String each : unlike(good)) {
                assertThat(passkeys.check(one.caller(), Purpose.SIGN_IN, each)).isEmpty();
            }
            // Some spellings are the same to a reader of JSON or Base64; those few prove what the good one does.
            assertThat(mutants(good).stream()
                            .filter(each -> passkeys.check(one.caller(), Purpose.SIGN_IN, each)
                                    .isPresent())
                            .count())
                    .isLessThan(ROUNDS / 4);
            assertThat(log.text()).isEmpty();
        }
        assertThat(bearers.proves(one.caller(), good)).isTrue();
    }

    private static List<String> unlike(String good) {
        return List.of(
                "",
                "null",
                "[]",
                "{}",
                "\"text\"",
                "{\"response\":{}}",
                "{\"rawId\":null,\"response\":null}",
                good.substring(0, good.length() - 1),
                good.replace("\"signature\"", "\"nature\""),
                good.replace("\"rawId\"", "\"raw\""),
                good + " ".repeat(32 * 1024),
                "[".repeat(20_000),
                "{\"a\":".repeat(5_000),
                "x".repeat(10 * 1024 * 1024));
    }

    private static List<String> mutants(String good) {
        Random random = new Random(SEED);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = good.getBytes(UTF_8);
            for (int change = 0; change < 1 + i % 4; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            all.add(new String(bytes, UTF_8));
        }
        all.removeIf(good::equals);
        return all;
    }

    @Test
    void aRegistrationOfAnythingButANewKeyForThisSiteIsRefusedAndOnTheLog() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        SoftKey key = SoftKey.ordinary();
        Manner offered = bearers.offered(caller);
        for (Manner wrong : List.of(
                offered.from("https://evil.example"),
                offered.of("evil.example"),
                offered.doing("webauthn.get"),
                offered.flagged(0))) {
            assertRefused(caller, key.create(wrong), "passkey-unproved");
        }
        assertRefused(caller, new SoftKey(SoftKey.Kind.ES384).create(offered), "passkey-unproved");
        for (SoftKey odd : List.of(SoftKey.withId(0), SoftKey.withId(1_024), SoftKey.withModulus(1_024))) {
            assertRefused(caller, odd.create(offered), "passkey-unproved");
        }
        assertRefused(caller, "{}", "passkey-unproved");
        assertRefused(caller, "x".repeat(10 * 1024 * 1024), "passkey-unproved");
        assertThat(desk.all(caller)).isEmpty();
        assertThat(entries.of(caller.actor().id(), "factor-enrolled"))
                .hasSize(10)
                .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo("failed"));
        assertThat(desk.register(caller, "Mine", key.create(offered)).label()).isEqualTo("Mine");
    }

    @Test
    void mutantsOfARegistrationAreRefusedOrAreThatRegistration() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        String good = SoftKey.ordinary().create(bearers.offered(caller));
        String attestation = JsonPath.from(good).getString("response.attestationObject");
        byte[] bytes = Base64.getUrlDecoder().decode(attestation);
        int refused = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] = (byte) ~changed[i];
            try {
                desk.register(caller, "Odd", good.replace(attestation, SoftKey.text(changed)));
                break; // what is not signed may differ: then it is registered, and the challenge is used up
            } catch (PasskeyRefused e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(bytes.length / 8);
        assertThat(desk.all(caller)).hasSizeLessThanOrEqualTo(1);
    }

    private void assertRefused(Caller caller, String response, String code) {
        assertThatThrownBy(() -> desk.register(caller, "A key", response))
                .isInstanceOfSatisfying(
                        PasskeyRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
