// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which step has the button. */
class GuideTest {
    private static final String SOMEWHERE = "/secrets/one/code";

    @Test
    void theStepsComeInTheirOrder() {
        assertThat(guide("", "").next()).isEqualTo("secret");
        assertThat(guide("secret", "").next()).isEqualTo("seed");
        assertThat(guide("secret seed", SOMEWHERE).next()).isEqualTo("code");
        assertThat(guide("secret seed code", SOMEWHERE).next()).isEqualTo("factor");
        assertThat(guide("secret seed code factor", SOMEWHERE).next()).isEqualTo("colleague");
        assertThat(guide("secret seed code factor colleague", SOMEWHERE).next()).isEqualTo("policy");
        assertThat(guide("secret seed code factor colleague policy", SOMEWHERE).next())
                .isEqualTo("log");
    }

    @Test
    void aCodeThatAPolicyHasToAllowFirstWaitsForIt() {
        assertThat(guide("secret seed factor colleague", "").next()).isEqualTo("policy");
        assertThat(guide("secret seed factor colleague policy", SOMEWHERE).next())
                .isEqualTo("code");
    }

    @Test
    void whatIsDoneIsCounted() {
        assertThat(guide("secret seed policy", "").done()).isEqualTo(3);
        assertThat(guide("secret seed policy", "").isOver()).isFalse();
        assertThat(guide("secret seed code factor colleague policy log", "").isOver())
                .isTrue();
    }

    private static Guide guide(String done, String codeAt) {
        return new Guide(
                "",
                done.contains("secret"),
                done.contains("seed"),
                done.contains("code"),
                done.contains("colleague"),
                done.contains("policy"),
                done.contains("factor"),
                done.contains("log"),
                "",
                codeAt);
    }
}
