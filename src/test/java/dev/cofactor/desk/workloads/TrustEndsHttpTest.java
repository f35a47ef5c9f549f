// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.workloads.Foundry.Works;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.Signer;
import dev.cofactor.fixtures.TestIssuer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How trust in somebody's word ends, for those who still have it. */
@QuarkusTest
@TestProfile(Loopback.class)
class TrustEndsHttpTest {
    private static final Signer SIGNER = Signer.curve("k1");

    private final Foundry foundry;
    private final Clocks clock = new Clocks();
    private TestIssuer issuer = new TestIssuer();

    TrustEndsHttpTest(Foundry foundry) {
        this.foundry = foundry;
    }

    @BeforeEach
    void anIssuer() {
        issuer.close();
        issuer = new TestIssuer(SIGNER);
    }

    @AfterEach
    void noIssuer() {
        issuer.close();
    }

    @Test
    void aTokenThatCouldBeTwoServicesIsNeither() {
        Works works = foundry.works();
        foundry.federation(works.service(), "github", issuer, Jobs.OF_GITHUB);
        String token = github();
        assertThat(Foundry.status(token, works.stand())).isEqualTo(200);
        String second = foundry.federation(foundry.service(), "github", issuer, Jobs.OF_GITHUB);
        assertThat(Foundry.status(token, works.stand())).isEqualTo(401);
        foundry.edit(second, Map.of("active", false)).then().statusCode(200);
        assertThat(Foundry.status(token, works.stand())).isEqualTo(200);
        foundry.federation(
                works.service(),
                "github",
                issuer,
                Map.of("repository_id", "74", "repository_owner_id", "65", "run_attempt", "2"));
        assertThat(Foundry.status(token, works.stand()))
                .as("the same service twice")
                .isEqualTo(200);
    }

    @Test
    void suspendingAServiceDoesNotTurnItsProgramsIntoAnother() {
        Works works = foundry.works();
        foundry.federation(works.service(), "github", issuer, Jobs.OF_GITHUB);
        UUID other = foundry.service();
        foundry.federation(other, "github", issuer, Jobs.OF_GITHUB);
        foundry.suspend(other, false);
        assertThat(Foundry.status(github(), works.stand())).isEqualTo(401);
    }

    @Test
    void afterTheAnswerToAnEndTheVeryNextRequestIsRefused() {
        Works works = foundry.works();
        String token = github();
        for (int i = 0; i < 3; i++) {
            String federation = foundry.federation(works.service(), "github", issuer, Jobs.OF_GITHUB);
            assertThat(Foundry.status(token, works.stand())).isEqualTo(200);
            foundry.edit(federation, Map.of("active", false)).then().statusCode(200);
            assertThat(Foundry.status(token, works.stand())).as("suspended").isEqualTo(401);
            foundry.edit(federation, Map.of("active", true)).then().statusCode(200);
            assertThat(Foundry.status(token, works.stand())).isEqualTo(200);
            foundry.suspend(works.service(), false);
            assertThat(Foundry.status(token, works.stand()))
                    .as("of a suspended service")
                    .isEqualTo(401);
            foundry.suspend(works.service(), true);
            assertThat(Foundry.status(token, works.stand())).isEqualTo(200);
            foundry.edit(federation, Map.of("audiences", List.of("https://other.example")))
                    .then()
                    .statusCode(200);
            assertThat(Foundry.status(token, works.stand()))
                    .as("on other terms")
                    .isEqualTo(401);
            foundry.edit(federation, Map.of("audiences", List.of(Jobs.US)))
                    .then()
                    .statusCode(200);
            assertThat(Foundry.status(token, works.stand())).isEqualTo(200);
            foundry.end(federation).then().statusCode(204);
            assertThat(Foundry.status(token, works.stand())).as("ended").isEqualTo(401);
        }
    }

    @Test
    void newKeysAreFoundAndTheOldOnesAreWorthNothingOnceTheyAreNotServed() {
        Works works = foundry.works();
        foundry.federation(works.service(), "github", issuer, Jobs.OF_GITHUB);
        assertThat(Foundry.status(github(), works.stand())).isEqualTo(200);
        Signer next = Signer.curve("k2");
        issuer.keys = () -> TestIssuer.serving(next);
        Clocks.goOn(Duration.ofSeconds(31));
        String rotated = next.token(Jobs.github(issuer.name(), clock.instant()));
        String withdrawn = github();
        assertThat(Foundry.status(rotated, works.stand())).isEqualTo(200);
        assertThat(Foundry.status(withdrawn, works.stand())).isEqualTo(401);
    }

    @Test
    void aTokenThatWasGoodIsNotOnceItsKeyIsWithdrawn() {
        Works works = foundry.works();
        foundry.federation(works.service(), "gitlab", issuer, Jobs.OF_GITLAB);
        String token = SIGNER.token(Jobs.gitlab(issuer.name(), clock.instant()));
        assertThat(Foundry.status(token, works.stand())).isEqualTo(200);
        issuer.keys = () -> TestIssuer.serving(Signer.curve("k2"));
        Clocks.goOn(Duration.ofMinutes(11));
        assertThat(Foundry.status(token, works.stand())).isEqualTo(401);
    }

    @Test
    void whileItsIssuerIsDownAJobStillFetches() {
        Works works = foundry.works();
        foundry.federation(works.service(), "gitlab", issuer, Jobs.OF_GITLAB);
        String token = SIGNER.token(Jobs.gitlab(issuer.name(), clock.instant()));
        assertThat(Foundry.status(token, works.stand())).isEqualTo(200);
        issuer.close();
        Clocks.goOn(Duration.ofMinutes(11));
        assertThat(Foundry.status(token, works.stand())).isEqualTo(200);
        Clocks.goOn(Duration.ofHours(1));
        assertThat(Foundry.status(token, works.stand())).as("it ended").isEqualTo(401);
    }

    private String github() {
        return SIGNER.token(Jobs.github(issuer.name(), clock.instant()));
    }
}
