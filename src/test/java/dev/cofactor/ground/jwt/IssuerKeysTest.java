// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.Later;
import dev.cofactor.fixtures.Signer;
import dev.cofactor.fixtures.TestIssuer;
import dev.cofactor.fixtures.TestIssuer.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How keys are had from whoever issues tokens. */
class IssuerKeysTest {
    private static final Signer OLD = Signer.curve("old");
    private static final Signer NEW = Signer.curve("new");

    private final TestIssuer issuer = new TestIssuer(OLD);
    private final Later clock = new Later(Instant.ofEpochSecond(1_800_000_000));
    private final IssuerKeys keys = Keyring.reaching(clock, "localhost");

    @AfterEach
    void nobodyAnswersAnyMore() {
        issuer.close();
    }

    @Test
    void keysAreFetchedOnceAndAskedForAgainWhenTheyAreNotFresh() {
        for (int i = 0; i < 20; i++) {
            assertThat(keys("old").knows(Optional.of("old"))).isTrue();
        }
        assertThat(issuer.asked).hasValue(1);
        clock.by(Duration.ofMinutes(10));
        keys("old");
        keys("old");
        assertThat(issuer.asked).hasValue(2);
    }

    @Test
    void aKeyNobodyKnowsIsAskedForOnceInHalfAMinuteHoweverManyAskForIt() {
        for (int i = 0; i < 1_000; i++) {
            keys("made-up-" + i);
        }
        assertThat(issuer.asked).hasValue(1);
        clock.by(Duration.ofSeconds(29));
        keys("new");
        assertThat(issuer.asked).hasValue(1);
        clock.by(Duration.ofSeconds(1));
        keys("made-up");
        keys("made-up");
        assertThat(issuer.asked).hasValue(2);
    }

    @Test
    void aNewKeyIsFoundAndAnOldOneIsGoodOnlyWhileItIsServed() {
        keys("old");
        clock.by(ServedKeys.PAUSE);
        issuer.keys = () -> TestIssuer.serving(OLD, NEW);
        assertThat(keys("new").knows(Optional.of("new"))).isTrue();
        assertThat(keys("old").knows(Optional.of("old"))).isTrue();
        issuer.keys = () -> TestIssuer.serving(NEW);
        clock.by(Duration.ofMinutes(10));
        assertThat(keys("old").knows(Optional.of("old"))).isFalse();
        assertThat(keys("new").knows(Optional.of("new"))).isTrue();
    }

    @Test
    void whileTheIssuerIsDownItsKeysAreGoodForSomeHoursAndThenNoLonger() {
        keys("old");
        issuer.keys = () -> new Reply(503, Map.of(), new byte[0]);
        clock.by(Duration.ofHours(3));
        assertThat(keys("old").knows(Optional.of("old"))).isTrue();
        assertThat(keys("new").knows(Optional.of("new"))).isFalse();
        int asked = issuer.asked.get();
        IntStream.range(0, 100).forEach(i -> keys("old"));
        assertThat(issuer.asked).hasValue(asked);
        clock.by(Duration.ofHours(1));
        assertThat(keys("old").keys()).isEmpty();
        issuer.keys = () -> TestIssuer.serving(OLD);
        clock.by(ServedKeys.PAUSE);
        assertThat(keys("old").knows(Optional.of("old"))).isTrue();
    }

    @Test
    void manyWhoComeAtOnceAskOnceAndNoCrowdWaits() throws Exception {
        CountDownLatch answering = new CountDownLatch(1);
        issuer.keys = () -> {
            awaited(answering);
            return TestIssuer.serving(OLD);
        };
        try (ExecutorService crowd = Executors.newFixedThreadPool(40)) {
            List<CompletableFuture<Boolean>> all = IntStream.range(0, 40)
                    .mapToObj(
                            i -> CompletableFuture.supplyAsync(() -> keys("old").knows(Optional.of("old")), crowd))
                    .toList();
            long soon = 32;
            while (all.stream().filter(CompletableFuture::isDone).count() < soon) {
                Thread.sleep(5);
            }
            answering.countDown();
            long served = all.stream().filter(CompletableFuture::join).count();
            assertThat(served).isEqualTo(ServedKeys.WAITING);
        }
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void onlyWhoSaysThatHeIsTheOneIsHeard() {
        for (String other : List.of(
                issuer.name() + "/",
                issuer.name().toUpperCase(java.util.Locale.ROOT),
                issuer.name().replace("localhost", "127.0.0.1"),
                "https://issuer.example")) {
            issuer.discovery = () -> Reply.json(Map.of("issuer", other, "jwks_uri", issuer.name() + "/keys"));
            nobody();
        }
        issuer.discovery = () -> Reply.json(Map.of("issuer", issuer.name()));
        nobody();
        issuer.discovery = () -> Reply.json(Map.of("issuer", issuer.name(), "jwks_uri", "no address at all"));
        nobody();
        issuer.discovery = () -> Reply.json(List.of());
        nobody();
        assertThat(issuer.asked).hasValue(0);
    }

    @Test
    void noRedirectIsFollowedAndNoPrivatePlaceIsAsked() {
        try (TestIssuer elsewhere = new TestIssuer(OLD)) {
            Reply away = new Reply(302, Map.of("Location", elsewhere.name() + "/keys"), new byte[0]);
            issuer.keys = () -> away;
            nobody();
            issuer.discovery = () -> away;
            nobody();
            for (String inside : List.of(
                    elsewhere.name().replace("localhost", "127.0.0.1"),
                    "https://169.254.169.254",
                    "https://10.0.0.1",
                    "https://user@localhost",
                    "file:///etc",
                    "http://issuer.example")) {
                issuer.discovery = () -> Reply.json(Map.of("issuer", issuer.name(), "jwks_uri", inside + "/keys"));
                nobody();
            }
            assertThat(elsewhere.asked).hasValue(0);
        }
        IssuerKeys outside = Keyring.reaching(clock);
        issuer.discovery = () -> Reply.json(Map.of("issuer", issuer.name(), "jwks_uri", issuer.name() + "/keys"));
        assertThat(outside.of(issuer.name(), Optional.empty(), Optional.empty()).keys())
                .isEmpty();
    }

    @Test
    void anAnswerThatIsTooLongOrHoldsNoKeyCountsAsNone() {
        issuer.keys = () -> new Reply(200, Map.of(), new byte[10_000_000]);
        nobody();
        issuer.keys = () -> Reply.json(Map.of("keys", List.of()));
        nobody();
        issuer.keys = () -> Reply.json(Map.of("keys", List.of(Map.of("kty", "oct", "k", "c2VjcmV0"))));
        nobody();
        issuer.keys = () -> TestIssuer.serving(OLD);
        issuer.discovery = () -> new Reply(200, Map.of(), new byte[10_000_000]);
        nobody();
    }

    @Test
    void theOperatorReadsWhyAndNothingOfWhatWasAnswered() {
        try (CapturedLog log = new CapturedLog()) {
            issuer.discovery = () -> Reply.json(Map.of("issuer", "https://canary-7791.example"));
            nobody();
            assertThat(log.text())
                    .contains("could not be had")
                    .contains("somebody else")
                    .doesNotContain("canary");
        }
    }

    @Test
    void keysThatWereHandedToUsAreUsedWithoutAsking() {
        Optional<String> handed = Optional.of(Keyring.handed(NEW));
        KeySet known = keys.of(issuer.name(), handed, Optional.of("other"));
        assertThat(known.knows(Optional.of("new"))).isTrue();
        assertThat(known.knows(Optional.of("other"))).isFalse();
        assertThat(issuer.asked).hasValue(0);
    }

    private KeySet keys(String kid) {
        return keys.of(issuer.name(), Optional.empty(), Optional.of(kid));
    }

    /** Each time by somebody who has asked nobody yet. */
    private void nobody() {
        IssuerKeys fresh = Keyring.reaching(clock, "localhost");
        assertThat(fresh.of(issuer.name(), Optional.empty(), Optional.of("old")).keys())
                .isEmpty();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
