// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings that decide how the server is started, read before there is a server: from the environment
 * ({@code COFACTOR_…}) and from system properties ({@code -Dcofactor.…}).
 */
final class Settings {
    private static final int DEFAULT_PORT = 8080;
    private static final int DEFAULT_MANAGEMENT_PORT = 9000;

    private final SmallRyeConfig config;

    private Settings(SmallRyeConfig config) {
        this.config = config;
    }

    static Settings read() {
        return new Settings(new SmallRyeConfigBuilder()
                .addSystemSources()
                .addDefaultInterceptors()
                .build());
    }

    boolean evaluation() {
        return databaseUrl().isEmpty();
    }

    Optional<String> databaseUrl() {
        return text("cofactor.database.url");
    }

    Optional<Login> server() {
        return login("cofactor.database.username", "cofactor.database.password");
    }

    Optional<Login> owner() {
        return login("cofactor.database.owner-username", "cofactor.database.owner-password");
    }

    Path dataDir() {
        return Path.of(text("cofactor.data-dir").orElse("data"));
    }

    Optional<String> host() {
        return text("cofactor.host");
    }

    int port() {
        return config.getOptionalValue("cofactor.port", Integer.class).orElse(DEFAULT_PORT);
    }

    int managementPort() {
        return config.getOptionalValue("cofactor.management.port", Integer.class)
                .orElse(DEFAULT_MANAGEMENT_PORT);
    }

    Optional<URI> url() {
        return config.getOptionalValue("cofactor.url", URI.class);
    }

    Optional<String> certificate() {
        return text("cofactor.tls.certificate");
    }

    Optional<String> certificateKey() {
        return text("cofactor.tls.key");
    }

    Optional<String> proxy() {
        return text("cofactor.proxy");
    }

    private Optional<Login> login(String name, String password) {
        return text(name).map(user -> new Login(user, text(password).orElse("")));
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }

    /** A role of the database and its password. */
    record Login(String role, String password) {
        @Override
        public String toString() {
            return "Login[" + role + "]";
        }
    }
}
