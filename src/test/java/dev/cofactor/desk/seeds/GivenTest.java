// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GivenTest {
    private static final String KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    @Test
    void whatWasTypedIsOverwrittenOnceItIsASeed() {
        char[] key = KEY.toCharArray();
        given(null, key).entered().close();
        assertThat(key).containsOnly('\0');
        char[] link = ("otpauth://totp/Example:team?secret=" + KEY).toCharArray();
        given(link, null).entered().close();
        assertThat(link).containsOnly('\0');
    }

    @Test
    void alsoWhereItIsNoneOrThereAreTwo() {
        char[] wrong = "JBSWY3DP!".toCharArray();
        assertThatThrownBy(() -> given(null, wrong).entered()).isInstanceOf(Problem.class);
        assertThat(wrong).containsOnly('\0');
        char[] key = KEY.toCharArray();
        char[] link = "otpauth://totp/x".toCharArray();
        assertThatThrownBy(() -> given(link, key).entered()).isInstanceOf(SeedRefused.class);
        assertThat(key).containsOnly('\0');
        assertThat(link).containsOnly('\0');
    }

    @Test
    void codesThatWereTypedDoNotPrint() {
        assertThat(new SeedJson.GivenCodes("hunter2".toCharArray(), null, null)).hasToString("[redacted]");
    }

    private static SeedJson.Given given(char @Nullable [] uri, char @Nullable [] key) {
        return new SeedJson.Given(uri, key, null, null, null, null, null, null, null, null, null);
    }
}
