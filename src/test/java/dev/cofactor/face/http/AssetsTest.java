// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
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
    void textTravelsSmallAndIsTheSameText() throws IOException {
        Assets.Pressed small = assets.pressed("/assets/app.css").orElseThrow();
        assertThat(small.type()).isEqualTo("text/css;charset=UTF-8");
        try (var whole = getClass().getResourceAsStream("/META-INF/resources/assets/app.css");
                var read = new GZIPInputStream(new ByteArrayInputStream(small.bytes()))) {
            byte[] bytes = whole.readAllBytes();
            assertThat(read.readAllBytes()).isEqualTo(bytes);
            assertThat(small.bytes().length).isLessThan(bytes.length / 2);
        }
        assertThat(assets.pressed(assets.htmx())).isPresent();
    }

    @Test
    void whatIsNotThereOrIsNoTextIsNotPressed() {
        assertThat(assets.pressed("/assets/nothing.js")).isEmpty();
        assertThat(assets.pressed("/assets/../application.properties")).isEmpty();
        assertThat(assets.pressed("/webjars/htmx.org/2.0.10/dist/htmx.js")).isEmpty();
        assertThat(assets.pressed("/secrets.js")).isEmpty();
    }

    @Test
    void onlyWhoeverTakesItGetsItSmall() {
        assertThat(Assets.takesGzip("gzip, deflate, br")).isTrue();
        assertThat(Assets.takesGzip("br, GZIP;q=0.5")).isTrue();
        assertThat(Assets.takesGzip("br;q=1, gzip;q=0")).isFalse();
        assertThat(Assets.takesGzip("gzip; q=0.0")).isFalse();
        assertThat(Assets.takesGzip("identity")).isFalse();
        assertThat(Assets.takesGzip(null)).isFalse();
    }

    @Test
    void otherWebjarsAreNotKept() {
        assertThat(assets.cacheControl("/webjars/htmx.org/2.0.10/dist/htmx.js", null))
                .isEmpty();
    }
}
