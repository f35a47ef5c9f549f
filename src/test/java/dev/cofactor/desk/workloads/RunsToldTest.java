// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.ground.identity.Voucher.Said;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By what the tokens of an issuer tell one run of a program from another. */
class RunsToldTest {
    private static final Said RUN = new Said("run_id", "1001");
    private static final Said ATTEMPT = new Said("run_attempt", "2");
    private static final Said JOB = new Said("job_id", "302");
    private static final Said POD = new Said("/kubernetes.io/pod/uid", "5e0bd49b");

    @Test
    void eachIssuerHasItsOwnWordForIt() {
        Set<Said> all = Set.of(RUN, ATTEMPT, JOB, POD);
        assertThat(Preset.GITHUB.run(all)).contains("1001.2");
        assertThat(Preset.GITLAB.run(all)).contains("302");
        assertThat(Preset.KUBERNETES.run(all)).contains("5e0bd49b");
        assertThat(Preset.OTHER.run(all)).contains("302");
    }

    @Test
    void whatIsNotToldIsDoneWithout() {
        assertThat(Preset.GITHUB.run(Set.of(RUN, JOB))).contains("1001");
        assertThat(Preset.OTHER.run(Set.of(RUN))).contains("1001");
        assertThat(Preset.GITLAB.run(Set.of(RUN))).isEmpty();
        assertThat(Preset.KUBERNETES.run(Set.of(JOB, RUN))).isEmpty();
    }

    @Test
    void whatIsToldTwiceTellsNothing() {
        assertThat(Preset.GITLAB.run(Set.of(JOB, new Said("job_id", "303")))).isEmpty();
    }
}
