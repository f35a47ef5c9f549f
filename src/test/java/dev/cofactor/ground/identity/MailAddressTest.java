// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org",
                "anna.berg+cofactor@mail.example.org",
                "o'neill@xn--bcher-kva.example",
                "a@b.c",
                "!#$%&'*+/=?^_`{|}~-@example.org"
            })
    void thesePlainOnesAreTaken(String address) {
        assertThat(MailAddress.of(address).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.org",
                "anna@",
                "anna@localhost",
                "anna@@example.org",
                "anna@example..org",
                ".anna@example.org",
                "anna.@example.org",
                "anna..berg@example.org",
                "anna@-example.org",
                "anna@[127.0.0.1]",
                "\"anna berg\"@example.org",
                "anna@example.org\r\nBcc: eve@example.org",
                "anna@example.org\n",
                "anna@example.org, eve@example.org",
                "Anna <anna@example.org>",
                "anna(x)@example.org",
                "anna\u0000@example.org",
                "zoë@example.org",
                "anna@exämple.org",
                "anna@example.org%0a"
            })
    void theseAreNone(String address) {
        assertThatThrownBy(() -> MailAddress.of(address))
                .isInstanceOf(Problem.class)
                .hasMessageNotContaining("anna@");
    }

    @Test
    void itHasAnEnd() {
        assertThat(MailAddress.of("a".repeat(64) + "@example.org").value()).hasSize(76);
        assertThatThrownBy(() -> MailAddress.of("a".repeat(65) + "@example.org")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> MailAddress.of("a@" + "b.".repeat(200) + "org")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> MailAddress.of("a".repeat(10_000_000) + "@example.org"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void ofTheHostUpperAndLowerCaseAreOne() {
        assertThat(MailAddress.of("Anna@Example.ORG")).isEqualTo(MailAddress.of("Anna@example.org"));
    }
}
