// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.problem.Problem;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"Anna", " anna ", "ANNA", "\uff21nna"})
    void everySpellingIsOneAccount(String typed) {
        assertThat(AccountName.of(typed).value()).isEqualTo("anna");
    }

    @Test
    void theServersLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(AccountName.of("ADMIN").value()).isEqualTo("admin");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-anna", "an na", "anna\u0000", "\u202eanna", "<img>", "\u0430nna"})
    void whatCannotBeANameIsRefusedWithoutRepeatingIt(String typed) {
        assertThat(AccountName.find(typed)).isEmpty();
        assertThatThrownBy(() -> AccountName.of(typed))
                .isInstanceOf(Problem.class)
                .message()
                .startsWith("an account name has 1 to 63 letters");
    }

    @Test
    void sixtyThreeLettersAreTheMost() {
        assertThat(AccountName.find("a".repeat(63))).isPresent();
        assertThat(AccountName.find("a".repeat(64))).isEmpty();
    }
}
