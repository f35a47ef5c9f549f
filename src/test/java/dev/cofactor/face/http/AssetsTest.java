// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
    private final Assets assets = new Assets();

    @Test
    void theAddressCarriesTheHashOfTheContent() {
        assertThat(assets.url("sample.js")).isEqualTo("/assets/sample.js?v=a4118f86dceeb85e");
    }

    @Test
    void htmxIsTheVersionOnTheClassPath() {
        assertThat(assets.htmx()).matches("/webjars/htmx\\.org/\\d+\\.\\d+\\.\\d+/dist/htmx\\.min\\.js");
        assertThat(getClass().getResource("/META-INF/resources" + assets.htmx()))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing.js",
                "",
                "/sample.js",
                "../sample.js",
                "a/../sample.js",
                "./sample.js",
                "SAMPLE.JS",
                "sample.js/"
            })
    void aMisspeltAssetFailsLoudly(String name) {
        assertThatThrownBy(() -> assets.url(name)).isInstanceOf(IllegalArgumentException.class);
        assertThat(assets.cacheControl("/assets/" + name, "0".repeat(16))).isEmpty();
    }

    @Test
    void otherWebjarsAreNotKept() {
        assertThat(assets.cacheControl("/webjars/htmx.org/2.0.10/dist/htmx.js", null))
                .isEmpty();
    }
}
