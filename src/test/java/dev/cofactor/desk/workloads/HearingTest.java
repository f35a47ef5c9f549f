// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Later;
import dev.cofactor.fixtures.Signer;
import dev.cofactor.ground.jwt.Jwt;
import dev.cofactor.ground.jwt.Keyring;
import dev.cofactor.ledger.trust.Federation;
import dev.cofactor.ledger.trust.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token is worth under one federation, at one moment. */
class HearingTest {
    private static final String ISSUER = "https://issuer.example";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Signer SIGNER = Signer.curve("k1");

    @Test
    void aTokenThatMeetsEverythingIsGood() {
        Verdict verdict = verdict(Jobs.github(ISSUER, NOW));
        assertThat(verdict.isGood()).isTrue();
        assertThat(verdict.conditions()).containsOnlyKeys("repository_id", "repository_owner_id", "ref");
    }

    @Test
    void whatHasEndedHasEndedToTheSecond() {
        Map<String, Object> claims = Jobs.github(ISSUER, NOW.minusSeconds(200));
        assertThat(with(claims, "exp", NOW.getEpochSecond() + 1).isGood()).isTrue();
        assertThat(with(claims, "exp", NOW.getEpochSecond()).time()).isFalse();
        assertThat(with(claims, "exp", NOW.getEpochSecond() - 1).time()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    void anIssuersClockMayBeAheadByHalfAMinute(String time) {
        Map<String, Object> claims = Jobs.github(ISSUER, NOW);
        assertThat(with(claims, time, NOW.getEpochSecond() + 30).isGood()).isTrue();
        assertThat(with(claims, time, NOW.getEpochSecond() + 31).time()).isFalse();
    }

    @Test
    void aTokenMayLackOnlyTheTimeBeforeWhichItIsNotGood() {
        Map<String, Object> claims = Jobs.github(ISSUER, NOW);
        claims.remove("nbf");
        assertThat(verdict(claims).isGood()).isTrue();
    }

    @Test
    void aTokenThatIsGoodForLongerThanADayIsNone() {
        Map<String, Object> claims = Jobs.github(ISSUER, NOW);
        assertThat(with(claims, "exp", NOW.getEpochSecond() + 86_400).isGood()).isTrue();
        assertThat(with(claims, "exp", NOW.getEpochSecond() + 86_401).time()).isFalse();
        claims.put("iat", NOW.getEpochSecond() - 86_000);
        assertThat(with(claims, "exp", NOW.getEpochSecond() + 401).time()).isFalse();
        claims.put("iat", NOW.getEpochSecond() + 20);
        assertThat(with(claims, "exp", NOW.getEpochSecond() + 10).time()).isFalse();
    }

    @Test
    void aTokenIsMeantForUsAndForNobodyElse() {
        Map<String, Object> claims = Jobs.github(ISSUER, NOW);
        assertThat(with(claims, "aud", List.of(Jobs.US)).isGood()).isTrue();
        assertThat(with(claims, "aud", List.of(Jobs.US, "https://second.example"))
                        .isGood())
                .as("both are ours")
                .isTrue();
        for (Object other : List.of(
                "https://other.example",
                Jobs.US + "/",
                Jobs.US.toUpperCase(java.util.Locale.ROOT),
                List.of(Jobs.US, "https://other.example"))) {
            assertThat(with(claims, "aud", other).audience())
                    .as(other.toString())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://issuer.example/",
                "https://Issuer.example",
                "HTTPS://issuer.example",
                "https://user@issuer.example",
                "https://issuer.example:443",
                "https://issuer.example.evil.example",
                "issuer.example"
            })
    void whoLooksAlmostLikeTheIssuerIsSomebodyElse(String lookAlike) {
        Verdict verdict = verdict(Jobs.github(lookAlike, NOW));
        assertThat(verdict.issuer()).isFalse();
        assertThat(verdict.signature()).as("nobody's keys are asked for").isFalse();
        assertThat(verdict.isGood()).isFalse();
    }

    @Test
    void everyConditionMustHoldAndOfAListOneMember() {
        assertThat(with(Jobs.github(ISSUER, NOW), "repository_id", "75").isGood())
                .isFalse();
        assertThat(with(Jobs.github(ISSUER, NOW), "repository_id", 74).isGood())
                .as("a number as JSON writes it")
                .isTrue();
        assertThat(with(Jobs.github(ISSUER, NOW), "repository_id", 74.0).isGood())
                .isFalse();
        assertThat(with(Jobs.github(ISSUER, NOW), "ref", List.of("refs/tags/v1", "refs/heads/main"))
                        .isGood())
                .isTrue();
        assertThat(with(Jobs.github(ISSUER, NOW), "ref", List.of()).isGood()).isFalse();
        assertThat(with(Jobs.github(ISSUER, NOW), "ref", Map.of("x", "refs/heads/main"))
                        .isGood())
                .isFalse();
        Map<String, Object> missing = Jobs.github(ISSUER, NOW);
        missing.remove("repository_owner_id");
        assertThat(verdict(missing).conditions()).containsEntry("repository_owner_id", false);
        assertThat(with(Jobs.github(ISSUER, NOW), "ref", "refs/heads/a/b").isGood())
                .as("a star reaches over no slash")
                .isFalse();
        assertThat(with(Jobs.github(ISSUER, NOW), "ref", "refs/heads/*").isGood())
                .as("a star in a token is a star")
                .isTrue();
    }

    @Test
    void anAlgorithmThatThisFederationDoesNotTakeIsNotTaken() {
        Federation federation = federation(List.of("RS256"));
        assertThat(verdict(federation, SIGNER.token(Jobs.github(ISSUER, NOW))).algorithm())
                .isFalse();
        assertThat(verdict(federation, SIGNER.token(Jobs.github(ISSUER, NOW))).isGood())
                .isFalse();
    }

    @Test
    void whatSomebodyElseSignedIsWorthNothingHoweverRightItIs() {
        Verdict verdict =
                verdict(federation(List.of("ES256")), Signer.curve("k1").token(Jobs.github(ISSUER, NOW)));
        assertThat(verdict.signature()).isFalse();
        assertThat(verdict.conditions()).doesNotContainValue(false);
        assertThat(verdict.isGood()).isFalse();
    }

    private static Verdict with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> changed = new java.util.HashMap<>(claims);
        changed.put(name, value);
        return verdict(changed);
    }

    private static Verdict verdict(Map<String, Object> claims) {
        return verdict(federation(List.of("ES256")), SIGNER.token(claims));
    }

    private static Verdict verdict(Federation federation, String token) {
        return new Hearing(
                        Jwt.read(token).orElseThrow(),
                        Keyring.reaching(new Later(NOW)),
                        Keyring.signatures(),
                        Duration.ofHours(24),
                        NOW)
                .under(federation);
    }

    private static Federation federation(List<String> algorithms) {
        Terms terms = new Terms(
                List.of(Jobs.US, "https://second.example"),
                algorithms,
                new TreeMap<>(Jobs.OF_GITHUB),
                Optional.of(Keyring.handed(SIGNER)));
        return new Federation(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "A job",
                "github",
                ISSUER,
                true,
                1,
                terms,
                UUID.randomUUID(),
                NOW,
                Optional.empty());
    }
}
