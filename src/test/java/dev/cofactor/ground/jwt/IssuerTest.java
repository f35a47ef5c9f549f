// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://token.actions.githubusercontent.com",
                "https://gitlab.com",
                "https://oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4",
                "https://kubernetes.default.svc.cluster.local",
                "https://tenant.example.com/",
                "https://keycloak.example.org:8443/realms/jobs",
                "http://localhost:8090",
                "http://127.0.0.1:8090/x"
            })
    void theseAreNamesOfIssuers(String name) {
        assertThat(Issuer.of(name, host -> true).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "issuer",
                "http://gitlab.com",
                "http://10.0.0.1",
                "ftp://gitlab.com",
                "HTTPS://gitlab.com",
                "https://GitLab.com",
                "https://gitlab.com:443",
                "https://gitlab.com:99999",
                "https://user@gitlab.com",
                "https://gitlab.com@evil.example",
                "https://gitlab.com?x=1",
                "https://gitlab.com#x",
                "https://gitlab.com/a/../b",
                "https://gitlab.com/./a",
                "https://gitlab.com//a",
                "https://gitlab.com/%61",
                "https://g\u0456tlab.com",
                "https://gitlab.com\u3002",
                "https://gitlab.com\\a",
                "https://gitlab.com ",
                " https://gitlab.com",
                "https://gitlab.com\n",
                "https://-gitlab.com",
                "https://",
                "https:///a"
            })
    void theseAreNot(String name) {
        assertThatThrownBy(() -> Issuer.of(name, host -> true)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8090", "http://127.0.0.1", "http://[::1]:80"})
    void withoutTheSettingsSayingSoNobodyIsAskedInTheOpen(String name) {
        assertThatThrownBy(() -> Issuer.of(name, host -> false)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.com, https://gitlab.com/.well-known/openid-configuration",
        "https://a.example/, https://a.example/.well-known/openid-configuration",
        "https://a.example/realms/x, https://a.example/realms/x/.well-known/openid-configuration"
    })
    void anIssuerTellsOfItselfBelowItsName(String name, String discovery) {
        assertThat(Issuer.discovery(name)).hasToString(discovery);
    }
}
