// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.workloads.Foundry.Works;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Signer;
import dev.cofactor.fixtures.Stored;
import dev.cofactor.fixtures.TestIssuer;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs that keep no secret of ours, as they see it: their own token is the bearer of the one-liner. */
@QuarkusTest
@TestProfile(Loopback.class)
class WorkloadsHttpTest {
    private static final int STEP = 8;

    private static final Signer SIGNER = Signer.rsa("k1");

    private final Foundry foundry;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;
    private final Stored stored;
    private final Clocks clock = new Clocks();
    private TestIssuer issuer = new TestIssuer();

    WorkloadsHttpTest(Foundry foundry, Rules rules, LogEntries entries, WholeLog log, Stored stored) {
        this.foundry = foundry;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
        this.stored = stored;
    }

    @BeforeEach
    void anIssuer() {
        issuer.close();
        issuer = new TestIssuer(SIGNER);
    }

    @AfterEach
    void theWholeLogIsRight() {
        issuer.close();
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aJobOfGithubFetchesACodeWithTheTokenItHasAnyway() {
        fetches("github", Jobs.OF_GITHUB, github());
    }

    @Test
    void aJobOfGitlabFetchesACodeToo() {
        fetches("gitlab", Jobs.OF_GITLAB, SIGNER.token(Jobs.gitlab(issuer.name(), clock.instant())));
    }

    @Test
    void aPodOfKubernetesFetchesACodeToo() {
        Map<String, Object> untyped = Map.of("typ", "");
        fetches(
                "kubernetes",
                Jobs.OF_KUBERNETES,
                SIGNER.token(untyped, Jobs.kubernetes(issuer.name(), clock.instant())));
    }

    private void fetches(String preset, Map<String, String> conditions, String token) {
        Works works = foundry.works();
        String federation = foundry.federation(works.service(), preset, issuer, conditions);
        Response answer = Foundry.fetch(token, works.stand());
        assertThat(answer.statusCode()).isEqualTo(200);
        LogEntries.Entry entry = entries.of(UUID.fromString(answer.header("X-Receipt")));
        long counter = entry.body().at("/details/counter").asLong();
        assertThat(answer.asString()).isEqualTo(works.stand().codeOf(counter) + "\n");
        assertThat(entry.body().at("/actor/id").asText())
                .isEqualTo(works.service().toString());
        assertThat(entry.body().at("/details/federation").asText()).isEqualTo(federation);
        assertThat(Foundry.status(token, works.stand())).isEqualTo(200);
        assertThat(issuer.asked).hasValue(1);
    }

    @Test
    void whatIsNotToTheLetterIsNobodys() {
        Works works = foundry.works();
        foundry.federation(works.service(), "github", issuer, Jobs.OF_GITHUB);
        Map<String, Object> claims = Jobs.github(issuer.name(), clock.instant());
        assertThat(Foundry.status(SIGNER.token(claims), works.stand())).isEqualTo(200);
        for (Map.Entry<String, Object> other : Map.<String, Object>of(
                        "repository_id", "75",
                        "repository_owner_id", "66",
                        "ref", "refs/heads/main/x",
                        "aud", "https://other.example",
                        "iss", issuer.name() + "/",
                        "exp", clock.instant().getEpochSecond() - 1,
                        "iat", clock.instant().getEpochSecond() + 120)
                .entrySet()) {
            Map<String, Object> changed = new HashMap<>(claims);
            changed.put(other.getKey(), other.getValue());
            Foundry.fetch(SIGNER.token(changed), works.stand())
                    .then()
                    .statusCode(401)
                    .body("code", org.hamcrest.Matchers.equalTo("unauthenticated"));
        }
        assertThat(entries.of(works.service(), "request-refused"))
                .as("it never was the service")
                .isEmpty();
    }

    @Test
    void whatIsForgedOrMadeToConfuseIsNobodys() {
        Works works = foundry.works();
        foundry.federation(works.service(), "github", issuer, Jobs.OF_GITHUB);
        Map<String, Object> claims = Jobs.github(issuer.name(), clock.instant());
        assertThat(Foundry.status(SIGNER.token(claims), works.stand())).isEqualTo(200);
        for (String name :
                List.of("\\u0000", "\\ud800", "\\u0456", "x'; drop table federation; --", "x".repeat(4_000))) {
            String json = Signer.json(claims).replace(issuer.name(), issuer.name() + name);
            assertThat(Foundry.status(SIGNER.token(Map.of(), json), works.stand()))
                    .as(name)
                    .isEqualTo(401);
        }
        String[] parts = SIGNER.token(claims).split("\\.");
        for (String forged : List.of(
                Signer.edwards("k1").token(claims),
                Signer.curve("k1").token(claims),
                parts[0] + "." + parts[1] + ".AAAA",
                Signer.encoded("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "." + parts[1]
                        + ".",
                SIGNER.token(Map.of("alg", "HS256"), claims),
                SIGNER.token(Map.of("kid", "../k1"), claims))) {
            assertThat(Foundry.status(forged, works.stand())).isEqualTo(401);
        }
        assertThat(entries.of(works.service(), "request-refused"))
                .as("it never was the service")
                .isEmpty();
    }

    @Test
    void whoWaitsForACodeWhileHisTrustEndsGetsNone() throws InterruptedException {
        Works works = foundry.works();
        String federation = foundry.federation(works.service(), "github", issuer, Jobs.OF_GITHUB);
        Stand busy = foundry.exclusive(works.service(), STEP);
        String token = github();
        while (clock.millis() % (STEP * 1_000) > 500) {
            Thread.sleep(50);
        }
        Foundry.fetch(token, busy).then().statusCode(200);
        var waiting = CompletableFuture.supplyAsync(() -> Foundry.fetch(token, busy));
        Thread.sleep(1_000);
        assertThat(waiting).isNotDone();
        foundry.end(federation).then().statusCode(204);
        waiting.join().then().statusCode(401);
        assertThat(entries.about(busy.secret(), "code-released")).hasSize(1);
    }

    @Test
    void rulesMayAskWhatTheIssuerSaysAboutTheJob() {
        Works works = foundry.works();
        Stand guarded = foundry.unseen();
        String federation = foundry.federation(works.service(), "github", issuer, Jobs.OF_GITHUB);
        assertThat(Foundry.status(github(), guarded)).isEqualTo(404);
        UUID issuedBy = UUID.fromString(federation);
        rules.allow(new Subject.Claim(issuedBy, "environment", "prod"), guarded.secret(), Verb.CODE_FETCH);
        assertThat(Foundry.status(github(), guarded)).isEqualTo(200);
        Map<String, Object> elsewhere = Jobs.github(issuer.name(), clock.instant());
        elsewhere.put("environment", "test");
        assertThat(Foundry.status(SIGNER.token(elsewhere), guarded)).isEqualTo(404);
        Works others = foundry.works();
        foundry.federation(
                others.service(), "github", issuer, Map.of("repository_id", "80", "repository_owner_id", "65"));
        Map<String, Object> another = Jobs.github(issuer.name(), clock.instant());
        another.put("repository_id", "80");
        assertThat(Foundry.status(SIGNER.token(another), others.stand())).isEqualTo(200);
        assertThat(Foundry.status(SIGNER.token(another), guarded))
                .as("said through another federation")
                .isEqualTo(404);
    }

    @Test
    void nothingOfATokenIsInALogAnAnswerOrARow() throws Exception {
        Works works = foundry.works();
        String federation = foundry.federation(works.service(), "github", issuer, Jobs.OF_GITHUB);
        Map<String, Object> claims = Jobs.github(issuer.name(), clock.instant());
        claims.put("actor", "canary-83511");
        String token = SIGNER.token(claims);
        String refused = Signer.curve("canary-83511").token(claims);
        List<String> pieces = List.of("canary-83511", token.substring(token.length() - 40), token.split("\\.")[1]);
        try (CapturedLog captured = new CapturedLog()) {
            String answers = Foundry.fetch(token, works.stand()).asString()
                    + Foundry.fetch(token, foundry.unseen()).asString()
                    + Foundry.fetch(refused, works.stand()).asString()
                    + foundry.tried(federation, token)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString()
                    + foundry.tried(federation, refused).asString()
                    + foundry.tried(federation, "{" + token).asString();
            assertThat(answers).contains("\"letsIn\":true");
            pieces.forEach(piece -> {
                assertThat(answers).doesNotContain(piece);
                assertThat(captured.text()).doesNotContain(piece);
            });
        }
        for (LogEntries.Entry entry : entries.of(works.service(), "code-released")) {
            pieces.forEach(piece -> assertThat(entry.body().toString()).doesNotContain(piece));
        }
        StringBuilder rows = new StringBuilder();
        stored.rows((table, row) -> rows.append(row));
        pieces.forEach(piece -> assertThat(rows.indexOf(piece)).isNegative());
    }

    private String github() {
        return SIGNER.token(Jobs.github(issuer.name(), clock.instant()));
    }
}
