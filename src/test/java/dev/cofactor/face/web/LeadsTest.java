// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/secrets", "/secrets?q=aws&page=2", "/a/b.c_d~e-f", "/%C3%A4"})
    void ourOwnPathsAreFollowed(String path) {
        assertThat(Leads.isOurs(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/ok\r\nSet-Cookie: a=b",
                "/\tx",
                "\\\\evil",
                "/a\\b",
                "secrets"
            })
    void nothingLeadsElsewhere(String path) {
        assertThat(Leads.isOurs(path)).isFalse();
    }
}
