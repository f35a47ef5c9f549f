// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import static dev.cofactor.face.consent.Hearing.led;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.consent.Hearing.Scene;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A proof that some policy wants is a way, whatever page it is that meets it; a script is told in words. */
@QuarkusTest
class MissingProofHttpTest {
    private final Hearing hearing;

    MissingProofHttpTest(Hearing hearing) {
        this.hearing = hearing;
    }

    @Test
    void whateverPageMeetsItLeadsToTheProofAndFromThereToWhereOneWas() {
        Scene scene = hearing.scene();
        hearing.allow(scene, Verb.SECRET_READ_META);
        hearing.allow(scene, Verb.SEED_OVERWRITE, new Need.StepUp(Duration.ofMinutes(5), Set.of()));
        Browser asker = hearing.at(scene.asker());
        String seed = scene.secret() + "/seed";
        assertThat(asker.open(seed + "?another").statusCode()).isEqualTo(200);
        Clocks.goOn(Duration.ofMinutes(6));
        asker.open(seed + "?another");
        assertThat(led(asker.send(seed, Map.of("key", "JBSWY3DPEHPK3PXP")))).isEqualTo("/step-up?back=%2Fsecrets");
        assertThat(led(asker.sendFrom("https://cofactor.test" + seed + "?another", seed, Map.of("key", "JBSWY3DP"))))
                .isEqualTo("/step-up?back=" + seed.replace("/", "%2F") + "%3Fanother");
    }

    @Test
    void nobodyIsLedElsewhereByWhatABrowserSaysItCameFrom() {
        Scene scene = hearing.scene();
        hearing.allow(scene, Verb.SEED_OVERWRITE, new Need.StepUp(Duration.ofMinutes(5), Set.of()));
        Browser asker = hearing.at(scene.asker());
        Clocks.goOn(Duration.ofMinutes(6));
        String seed = scene.secret() + "/seed";
        for (String from : new String[] {
            "https://cofactor.test//evil.example/",
            "https://evil.example/\\evil",
            "javascript:alert(1)",
            "https://cofactor.test/<img>",
            "x"
        }) {
            asker.open("/secrets");
            assertThat(led(asker.sendFrom(from, seed, Map.of("key", "JBSWY3DP"))))
                    .isEqualTo("/step-up?back=%2Fsecrets");
        }
    }

    @Test
    void aScriptIsToldInWords() {
        Scene scene = hearing.scene();
        hearing.allow(scene, Verb.FIELD_REVEAL, new Need.StepUp(Duration.ofMinutes(5), Set.of()));
        Browser asker = hearing.at(scene.asker());
        Clocks.goOn(Duration.ofMinutes(6));
        asker.open("/secrets");
        asker.script(scene.secret() + "/fields/fie_" + "7".repeat(26), Map.of())
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }
}
