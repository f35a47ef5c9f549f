// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.KeyBearers;
import dev.cofactor.fixtures.KeyBearers.Bearer;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.SoftKey;
import dev.cofactor.fixtures.SoftKey.Manner;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key as proof of who sits there, and everything that only looks like one. */
@QuarkusTest
class PasskeysTest {
    private final KeyBearers bearers;
    private final Newcomers newcomers;
    private final Passkeys passkeys;
    private final PasskeyDesk desk;
    private final LogEntries entries;
    private final WholeLog log;

    PasskeysTest(
            KeyBearers bearers,
            Newcomers newcomers,
            Passkeys passkeys,
            PasskeyDesk desk,
            LogEntries entries,
            WholeLog log) {
        this.bearers = bearers;
        this.newcomers = newcomers;
        this.passkeys = passkeys;
        this.desk = desk;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "EDDSA", "RS256"})
    void aKeyOfEachKindThatIsAskedForProvesItsPerson(SoftKey.Kind kind) {
        Bearer one = bearers.with(new SoftKey(kind));
        assertThat(passkeys.isEnrolled(one.person().id())).isTrue();
        Manner asked = bearers.asked(one.caller()).flagged(SoftKey.PRESENT | SoftKey.VERIFIED);
        KeyMatch match = passkeys.check(one.caller(), Purpose.SIGN_IN, one.key().get(asked))
                .orElseThrow();
        assertThat(match.app()).isEqualTo(one.passkey());
        assertThat(match.method()).isEqualTo("passkey");
        assertThat(match.userVerified()).isTrue();
        assertThat(bearers.consumed(one.caller(), match)).isTrue();
        assertThat(desk.all(one.caller()).getFirst().used()).isPresent();
    }

    @Test
    void theBrowserIsToldThisSiteHisKeysAndNoName() {
        Bearer one = bearers.one();
        String asked = passkeys.challenge(one.caller(), Purpose.SIGN_IN);
        JsonPath json = JsonPath.from(asked);
        assertThat(json.getString("rpId")).isEqualTo("cofactor.test");
        assertThat(json.getString("userVerification")).isEqualTo("preferred");
        assertThat(json.getList("allowCredentials.id"))
                .isEqualTo(List.of(SoftKey.text(one.key().id())));
        assertThat(json.getList("allowCredentials[0].transports")).isEqualTo(List.of("usb"));
        assertThat(Base64.getUrlDecoder().decode(json.getString("challenge"))).hasSize(32);
        assertThat(asked)
                .doesNotContain(one.person().accountName())
                .doesNotContain(
                        passkeys.challenge(one.caller(), Purpose.SIGN_IN).substring(0, 60));
    }

    @Test
    void whoHasNoKeyIsAskedForNone() {
        Caller caller = newcomers.signedIn(newcomers.settled());
        assertThat(passkeys.isEnrolled(caller.actor().id())).isFalse();
        assertThatThrownBy(() -> passkeys.challenge(caller, Purpose.SIGN_IN)).isInstanceOf(PasskeyRefused.class);
    }

    @Test
    void anAnswerCountsOnce() {
        Bearer one = bearers.one();
        // One that does not count, so that nothing but the challenge tells the first from the second.
        String response = one.key().get(bearers.asked(one.caller()).counting(0));
        assertThat(bearers.proves(one.caller(), response)).isTrue();
        assertThat(bearers.proves(one.caller(), response)).isFalse();
    }

    @Test
    void ofAThousandWhoShowTheSameAnswerTogetherOneGetsIn() throws Exception {
        Bearer one = bearers.with(SoftKey.ordinary());
        String response = one.key().get(bearers.asked(one.caller()).counting(0));
        List<KeyMatch> looked = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            looked.add(passkeys.check(one.caller(), Purpose.SIGN_IN, response).orElseThrow());
        }
        List<Callable<Boolean>> all = looked.stream()
                .<Callable<Boolean>>map(match -> () -> bearers.consumed(one.caller(), match))
                .toList();
        int in = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> each : threads.invokeAll(all)) {
                in += each.get() ? 1 : 0;
            }
        }
        assertThat(in).isEqualTo(1);
    }

    @Test
    void theChallengeOfAnotherSessionPersonOrPurposeIsNone() {
        Bearer one = bearers.one();
        Bearer other = bearers.one();
        Caller elsewhere = bearers.session(one.person()).caller(Line.NONE);
        String response = one.key().get(bearers.asked(one.caller()));
        assertThat(passkeys.check(elsewhere, Purpose.SIGN_IN, response)).isEmpty();
        assertThat(passkeys.check(one.caller(), Purpose.STEP_UP, response)).isEmpty();
        assertThat(passkeys.check(other.caller(), Purpose.SIGN_IN, response)).isEmpty();
        assertThat(bearers.proves(one.caller(), one.key().get(bearers.asked(other.caller()))))
                .isFalse();
        Manner registering = bearers.offered(one.caller()).counting(7);
        assertThat(bearers.proves(one.caller(), one.key().get(registering))).isFalse();
        assertThat(bearers.proves(one.caller(), response)).isTrue();
    }

    @Test
    void theKeyOfOnePersonNeverCountsForAnother() {
        Bearer one = bearers.one();
        Bearer other = bearers.one();
        for (SoftKey key : List.of(other.key(), SoftKey.ordinary())) {
            String response = key.get(bearers.asked(one.caller()));
            assertThat(passkeys.check(one.caller(), Purpose.SIGN_IN, response)).isEmpty();
        }
    }

    @Test
    void aKeyThatSaysItIsSomebodyElsesIsRefusedAndHisOwnHandleIsRight() {
        Bearer one = bearers.one();
        Bearer other = bearers.one();
        byte[] own = handle(one.caller());
        assertThat(own).hasSize(32).isNotEqualTo(handle(other.caller())).isEqualTo(handle(one.caller()));
        Manner asked = bearers.asked(one.caller());
        assertThat(bearers.proves(one.caller(), one.key().get(asked.saying(handle(other.caller())))))
                .isFalse();
        assertThat(bearers.proves(one.caller(), one.key().get(asked.saying(own))))
                .isTrue();
    }

    private byte[] handle(Caller caller) {
        return Base64.getUrlDecoder().decode(JsonPath.from(desk.offer(caller)).getString("user.id"));
    }

    @Test
    void anAnswerFromAnotherSiteIsNone() {
        Bearer one = bearers.one();
        Manner asked = bearers.asked(one.caller());
        for (Manner wrong : List.of(
                asked.from("https://cofactor.test.evil.example"),
                asked.from("http://cofactor.test"),
                asked.from("https://cofactor.test:8443"),
                asked.from("https://sub.cofactor.test"),
                asked.of("evil.example"),
                asked.of("test"),
                asked.doing("webauthn.create"),
                asked.doing("payment.get"),
                asked.flagged(0),
                asked.flagged(SoftKey.VERIFIED),
                asked.flagged(SoftKey.PRESENT | SoftKey.MAY_BE_COPIED))) {
            assertThat(bearers.proves(one.caller(), one.key().get(wrong)))
                    .as(wrong.toString())
                    .isFalse();
        }
        assertThat(bearers.proves(one.caller(), one.key().get(asked))).isTrue();
    }

    @Test
    void anAnswerAfterFiveMinutesIsTooLate() {
        Bearer one = bearers.one();
        String early = one.key().get(bearers.asked(one.caller()));
        Clocks.goOn(Duration.ofMinutes(4));
        String late = one.key().get(bearers.asked(one.caller()).counting(2));
        KeyMatch looked = passkeys.check(one.caller(), Purpose.SIGN_IN, early).orElseThrow();
        Clocks.goOn(Duration.ofMinutes(2));
        assertThat(passkeys.check(one.caller(), Purpose.SIGN_IN, early)).isEmpty();
        assertThat(bearers.consumed(one.caller(), looked)).isFalse();
        assertThat(bearers.proves(one.caller(), late)).isTrue();
    }

    @Test
    void aCounterThatWentBackIsRefusedAndOnTheLog() {
        Bearer one = bearers.one();
        assertThat(bearers.proves(
                        one.caller(), one.key().get(bearers.asked(one.caller()).counting(5))))
                .isTrue();
        for (int count : new int[] {5, 4, 0}) {
            Manner asked = bearers.asked(one.caller()).counting(count);
            assertThat(bearers.proves(one.caller(), one.key().get(asked))).isFalse();
        }
        List<LogEntries.Entry> noted = entries.about(one.person().id(), "sign-in-failed");
        assertThat(noted).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.outcome()).isEqualTo("failed");
            assertThat(entry.body().at("/details/code").asText()).isEqualTo("passkey-went-back");
            assertThat(entry.body().at("/details/other").asText())
                    .isEqualTo(one.passkey().toString());
            assertThat(entry.body().at("/actor/id").asText())
                    .isEqualTo(one.person().id().toString());
        });
        assertThat(bearers.proves(
                        one.caller(), one.key().get(bearers.asked(one.caller()).counting(6))))
                .isTrue();
    }

    @Test
    void ofTwoCopiesThatAnswerTogetherTheSlowerIsRefused() {
        Bearer one = bearers.one();
        KeyMatch first = passkeys.check(
                        one.caller(),
                        Purpose.SIGN_IN,
                        one.key().get(bearers.asked(one.caller()).counting(3)))
                .orElseThrow();
        KeyMatch second = passkeys.check(
                        one.caller(),
                        Purpose.SIGN_IN,
                        one.key().get(bearers.asked(one.caller()).counting(3)))
                .orElseThrow();
        assertThat(bearers.consumed(one.caller(), first)).isTrue();
        assertThat(bearers.consumed(one.caller(), second)).isFalse();
    }

    @Test
    void aKeyThatIsRemovedMeanwhileCountsNoMore() {
        Bearer one = bearers.one();
        KeyMatch match = passkeys.check(one.caller(), Purpose.SIGN_IN, one.key().get(bearers.asked(one.caller())))
                .orElseThrow();
        desk.remove(one.caller(), one.passkey());
        assertThat(bearers.consumed(one.caller(), match)).isFalse();
        assertThat(passkeys.isEnrolled(one.person().id())).isFalse();
    }

    @Test
    void whoIsForgottenHasNeitherKeyNorChallenge() {
        Bearer one = bearers.one();
        byte[] before = handle(one.caller());
        String response = one.key().get(bearers.asked(one.caller()));
        QuarkusTransaction.requiringNew().run(() -> passkeys.forget(one.person().id()));
        assertThat(passkeys.isEnrolled(one.person().id())).isFalse();
        assertThat(bearers.proves(one.caller(), response)).isFalse();
        assertThat(handle(one.caller())).isNotEqualTo(before);
    }

    @Test
    void aSessionHasAFewChallengesAndTheOldestGoesFirst() {
        Bearer one = bearers.one();
        Bearer other = bearers.one();
        String others = other.key().get(bearers.asked(other.caller()));
        List<String> responses = new ArrayList<>();
        for (int i = 0; i < Challenges.MOST + 1; i++) {
            responses.add(one.key().get(bearers.asked(one.caller()).counting(i + 1)));
            Clocks.goOn(Duration.ofMillis(1));
        }
        assertThat(passkeys.check(one.caller(), Purpose.SIGN_IN, responses.getFirst()))
                .isEmpty();
        assertThat(bearers.proves(one.caller(), responses.get(1))).isTrue();
        assertThat(bearers.proves(one.caller(), responses.getLast())).isTrue();
        assertThat(bearers.proves(other.caller(), others)).isTrue();
    }
}
