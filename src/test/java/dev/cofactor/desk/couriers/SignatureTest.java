// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] KEY = Base64.getDecoder().decode(SECRET.substring(6));
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1_614_265_330;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String PUBLISHED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void itIsThePublishedOne() {
        assertThat(Signature.of(KEY, ID, TIME, BODY)).isEqualTo(PUBLISHED);
        assertThat(Signature.spelled(KEY)).isEqualTo(SECRET);
    }

    @Test
    void idTimeBodyAndSecretEachCount() {
        byte[] other = KEY.clone();
        other[0] ^= 1;
        assertThat(Signature.of(other, ID, TIME, BODY)).isNotEqualTo(PUBLISHED);
        assertThat(Signature.of(KEY, ID + "x", TIME, BODY)).isNotEqualTo(PUBLISHED);
        assertThat(Signature.of(KEY, ID, TIME + 1, BODY)).isNotEqualTo(PUBLISHED);
        assertThat(Signature.of(KEY, ID, TIME, "{}".getBytes(UTF_8))).isNotEqualTo(PUBLISHED);
    }
}
