// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which an address can be none has a sentence of its own, and none of them may hold the address. */
class ChecksRepeatNothingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zq7marker",
                "zq7marker://example.com",
                "https://[zq7marker",
                "https://example.com/%zzzq7marker",
                "https:// zq7marker",
                "https:///zq7marker",
                "https://zq7marker@example.com",
                "https://example.com/zq7markeré"
            })
    void anAddressThatIsNoneIsNotRepeated(String value) {
        refused(() -> Checks.open(field(FieldType.URL, true), value));
        refused(() -> Checks.sealed(field(FieldType.URL, false), value.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zq7marker\u0000", "zq7marker\u202e", "zq7marker\n\u001b"})
    void aTextWithWhatHidesInItIsNotRepeated(String value) {
        for (FieldType type : Set.of(FieldType.SINGLE_LINE, FieldType.MULTI_LINE, FieldType.RECOVERY_KEY)) {
            if (type == FieldType.SINGLE_LINE || !value.contains("\u202e")) {
                refused(() -> Checks.sealed(field(type, false), value.getBytes(UTF_8)));
            }
        }
        refused(() -> Checks.sealed(field(FieldType.SINGLE_LINE, false), ("zq7marker".repeat(30)).getBytes(UTF_8)));
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(TemplateRefused.class, e -> {
            assertThat(e.getMessage() + e.members()).doesNotContain("zq7");
            assertThat(e.getCause()).isNull();
        });
    }

    private static Field field(FieldType type, boolean open) {
        return new Field(UUID.randomUUID(), "A field", "", type, false, open, new FieldRules.None());
    }
}
