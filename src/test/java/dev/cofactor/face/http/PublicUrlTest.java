// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://Cofactor.Example,      https://cofactor.example",
        "https://cofactor.example/,     https://cofactor.example",
        "https://cofactor.example:443,  https://cofactor.example",
        "https://cofactor.example:8443, https://cofactor.example:8443",
        "HTTP://localhost:80,           http://localhost",
        "http://[::1]:8080,             http://[::1]:8080",
    })
    void theOriginIsWrittenAsBrowsersWriteIt(String url, String origin) {
        assertThat(PublicUrl.of(URI.create(url)).origin()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cofactor.example",
                "ftp://cofactor.example",
                "https://cofactor.example/path",
                "https://cofactor.example?a",
                "https://cofactor.example#a",
                "https://user@cofactor.example",
                "https:///nowhere",
            })
    void anythingButAnOriginIsRefused(String url) {
        assertThatThrownBy(() -> PublicUrl.of(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cofactor.url must be http(s)://host[:port] and no more");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "localhost:8080,  -",
                "LocalHost:8080,  -",
                "127.0.0.1:8080,  http://localhost:8080/a?b",
                "localhost,       http://localhost:8080/a?b",
                "-,               http://localhost:8080/a?b",
            })
    void anotherNameLeadsHome(@Nullable String host, @Nullable String location) {
        PublicUrl home = PublicUrl.of(URI.create("http://localhost:8080"));
        assertThat(home.elsewhere(host, "/a", "b").orElse(null)).isEqualTo(location);
    }

    @Test
    void theUsualPortMayBeSaid() {
        PublicUrl home = PublicUrl.of(URI.create("https://cofactor.example"));
        assertThat(home.elsewhere("cofactor.example:443", "/", null)).isEmpty();
        assertThat(home.elsewhere("cofactor.example:80", "/", null)).contains("https://cofactor.example/");
    }
}
