// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever checks messages here comes to what the specification publishes, without any of our classes. */
class VerifierTest {
    @Test
    void itComesToThePublishedSignature() {
        String signed = "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}";
        assertThat(Verifier.signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", signed.getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
