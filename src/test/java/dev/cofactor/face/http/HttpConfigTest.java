// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpConfigTest {
    private static final Map<String, String> GIVEN = Map.of(
            "cofactor.url", "https://cofactor.example",
            "cofactor.management.host", "127.0.0.1",
            "cofactor.management.port", "9000",
            "cofactor.log.json", "false",
            "cofactor.shutdown-timeout", "PT60S");

    @Test
    void defaultsAreSafe() {
        HttpConfig config = mapped(GIVEN);
        assertThat(config.evaluation()).isFalse();
        assertThat(new Bodies(config).limit("/api/v1/anything")).isEqualTo(1024 * 1024);
    }

    @Test
    void everyKeyIsMapped() {
        Map<String, String> all = new HashMap<>(GIVEN);
        all.put("cofactor.evaluation", "true");
        all.put("cofactor.body.limit", "2M");
        all.put("cofactor.body.larger.\"/api/v1/pictures\"", "20M");
        all.put("cofactor.body.larger.\"/api/v1/pictures/small\"", "3M");
        HttpConfig config = mapped(all);
        assertThat(config.url()).isEqualTo(URI.create("https://cofactor.example"));
        assertThat(config.evaluation()).isTrue();
        assertThat(config.management().host()).isEqualTo("127.0.0.1");
        assertThat(config.management().port()).isEqualTo(9000);
        assertThat(config.log().json()).isFalse();
        assertThat(config.shutdownTimeout()).isEqualTo(Duration.ofMinutes(1));
        Bodies bodies = new Bodies(config);
        assertThat(bodies.limit("/api/v1/anything")).isEqualTo(2 << 20);
        assertThat(bodies.limit("/api/v1/pictures")).isEqualTo(20 << 20);
        assertThat(bodies.limit("/api/v1/pictures/small/one")).isEqualTo(3 << 20);
    }

    @Test
    void thereIsNoDefaultAddress() {
        Map<String, String> without = new HashMap<>(GIVEN);
        without.remove("cofactor.url");
        assertThatThrownBy(() -> mapped(without)).hasMessageContaining("cofactor.url");
    }

    private static HttpConfig mapped(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(HttpConfig.class)
                .withConverter(io.quarkus.runtime.configuration.MemorySize.class, 200, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(HttpConfig.class);
    }
}
