// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {
    @ParameterizedTest
    @CsvSource({
        "/, PAGE",
        "/secrets, PAGE",
        "/api, API",
        "/api/, API",
        "/api/v1/code/aws/root, API",
        "/apiary, PAGE",
        "/API/v1, PAGE",
        "/openapi, OPEN",
        "/openapi.json, OPEN",
        "/assets/app.css, OPEN",
        "/assets-of-mine, PAGE",
        "/webjars/htmx.org/x, OPEN",
        "/log, OPEN",
        "/log/1/tile/0/000, OPEN",
        "/login, PAGE",
        "/q/health, PAGE",
    })
    void thePathAloneDecides(String path, Area area) {
        assertThat(Area.of(path)).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource({"API, false, true", "PAGE, true, false", "OPEN, false, false"})
    void eachAreaKeepsItsOwnCredential(Area area, boolean cookie, boolean header) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("cookie", "a")
                .add("AUTHORIZATION", "b")
                .add("Accept", "c");
        area.dropForeignCredentials(headers);
        assertThat(headers.contains("Cookie")).isEqualTo(cookie);
        assertThat(headers.contains("Authorization")).isEqualTo(header);
        assertThat(headers.contains("Accept")).isTrue();
    }

    @Test
    void everySpellingOfACredentialGoes() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("cookie", "a").add("Cookie", "b");
        Area.API.dropForeignCredentials(headers);
        assertThat(headers.isEmpty()).isTrue();
    }
}
