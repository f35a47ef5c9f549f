// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private record Given(Optional<String> issuer, Optional<String> clientId, Optional<Path> clientSecretFile)
            implements SsoConfig {
        @Override
        public String name() {
            return "a name";
        }

        @Override
        public String scope() {
            return "openid";
        }

        @Override
        public String groupsClaim() {
            return "groups";
        }

        @Override
        public Optional<Set<String>> factorAmr() {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> factorAcr() {
            return Optional.empty();
        }
    }

    private static void check(String issuer, String client, String secret) {
        Settings.check(new Given(
                Optional.of(issuer).filter(one -> !one.isEmpty()),
                Optional.of(client).filter(one -> !one.isEmpty()),
                Optional.of(secret).filter(one -> !one.isEmpty()).map(Path::of)));
    }

    @Test
    void allOrNothingIsSetUp() {
        assertThatCode(() -> check("", "", "")).doesNotThrowAnyException();
        assertThatCode(() -> check("https://login.example.org/realms/staff", "cofactor", ""))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check("", "cofactor", "")).hasMessageContaining("cofactor.sso.issuer");
        assertThatThrownBy(() -> check("", "", "/a/file")).hasMessageContaining("cofactor.sso.issuer");
        assertThatThrownBy(() -> check("https://login.example.org", "", "/a/file"))
                .hasMessageContaining("cofactor.sso.client-id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login.example.org",
                "ftp://login.example.org",
                "https:/nowhere",
                "https://login.example.org/?tenant=1",
                "https://login.example.org/#here",
                "https://user@login.example.org/"
            })
    void whatIsNoAddressOfAProviderStopsTheServer(String issuer) {
        assertThatThrownBy(() -> check(issuer, "cofactor", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cofactor.sso.issuer");
    }
}
