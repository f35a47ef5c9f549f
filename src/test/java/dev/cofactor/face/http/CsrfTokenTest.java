// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsrfTokenTest {
    @Test
    void itIsTheHmacOfAFixedWordUnderTheCookie() {
        // printf csrf | openssl dgst -sha256 -hmac cookie -binary | basenc --base64url | tr -d =
        assertThat(CsrfToken.of("cookie")).isEqualTo("mYbvJpiN-Xa_dlTPoL3hDvw8VEJlMhpicsHmFpWCXbQ");
    }

    @Test
    void anotherCookieMakesAnotherToken() {
        assertThat(CsrfToken.of("a")).isNotEqualTo(CsrfToken.of("b"));
    }
}
