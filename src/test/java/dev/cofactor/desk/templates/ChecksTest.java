// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.templates.FieldRules.CharacterClass;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    private static final String KEY = "\ud83d\udd11";

    @Test
    void theLongestValueOfEachTypeIsTakenAndOneMoreIsNot() {
        assertLongest(open(FieldType.SINGLE_LINE), 250);
        assertLongest(open(FieldType.MULTI_LINE), 5_000);
        assertLongest(sealed(FieldType.SINGLE_LINE), 250);
        assertLongest(sealed(FieldType.MULTI_LINE), 5_000);
        assertLongest(sealed(FieldType.PASSWORD), 250);
        assertLongest(sealed(FieldType.BACKUP_CODES), 64);
        assertLongest(sealed(FieldType.RECOVERY_KEY), 1_000);
        take(sealed(FieldType.SEED), "a".repeat(2_000));
        refuse(sealed(FieldType.SEED), "a".repeat(2_001));
    }

    private static void assertLongest(Field field, int longest) {
        take(field, KEY.repeat(longest));
        refuse(field, KEY.repeat(longest + 1));
        refuse(field, "");
    }

    @Test
    void aFileHasFourHundredKilobytesAtMostAndAnyBytes() {
        Field file = sealed(FieldType.FILE);
        assertThatCode(() -> Checks.sealed(file, new byte[400 * 1024])).doesNotThrowAnyException();
        assertThatThrownBy(() -> Checks.sealed(file, new byte[400 * 1024 + 1])).isInstanceOf(TemplateRefused.class);
        assertThatThrownBy(() -> Checks.sealed(file, new byte[0])).isInstanceOf(TemplateRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\tb",
                "a\u001bb",
                "\u202eroot",
                "a\u2066b",
                "a\u2028b",
                "a\u007fb",
                "a\u0085b"
            })
    void aLineHidesNothing(String value) {
        refuse(open(FieldType.SINGLE_LINE), value);
        refuse(sealed(FieldType.SINGLE_LINE), value);
        refuse(sealed(FieldType.PASSWORD), value);
        refuse(sealed(FieldType.BACKUP_CODES), value);
    }

    @Test
    void severalLinesMayHaveTabsEndsOfLinesAndOtherDirections() {
        take(open(FieldType.MULTI_LINE), "one\n\ttwo \u202bthree\u202c");
        take(sealed(FieldType.RECOVERY_KEY), "one\ntwo");
        refuse(open(FieldType.MULTI_LINE), "a\u0000b");
        refuse(sealed(FieldType.MULTI_LINE), "a\u001b[2Jb");
        refuse(sealed(FieldType.MULTI_LINE), "a\rb");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        Field field = sealed(FieldType.SINGLE_LINE);
        for (byte[] value : List.of(new byte[] {(byte) 0xff}, new byte[] {'a', (byte) 0xc3}, new byte[] {
            (byte) 0xed, (byte) 0xa0, (byte) 0x80
        })) {
            assertThatThrownBy(() -> Checks.sealed(field, value)).isInstanceOf(TemplateRefused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTP://example.org:8080/sign-in?next=%2F#top",
                "https://[2001:db8::1]/",
                "https://xn--bcher-kva.example/"
            })
    void anAddressOfTheWebIsTaken(String value) {
        take(open(FieldType.URL), value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "ftp://example.org",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://",
                "https:///path",
                "https:example.org",
                "https://user@example.org",
                "https://user:word@example.org",
                "https://example.org/a b",
                "https://example.org/\u0000",
                "https://\u0435xample.org",
                "//example.org",
                " https://example.org"
            })
    void anythingElseIsNoAddress(String value) {
        refuse(open(FieldType.URL), value);
        refuse(sealed(FieldType.URL), value);
    }

    @Test
    void aPasswordHasWhatItsPolicyAsksFor() {
        Field field = new Field(
                UUID.randomUUID(),
                "Password",
                "",
                FieldType.PASSWORD,
                true,
                false,
                new FieldRules.Password(8, EnumSet.allOf(CharacterClass.class)));
        take(field, "aB3-5678");
        for (String value : List.of("aB3-567", "AB3-5678", "ab3-5678", "aBc-defg", "aB345678")) {
            refuse(field, value);
        }
    }

    @Test
    void aSeedIsASetupKeyOrAddress() {
        take(sealed(FieldType.SEED), "JBSW Y3DP");
        take(sealed(FieldType.SEED), "otpauth://totp/a?secret=JBSWY3DP");
        refuse(sealed(FieldType.SEED), "JBSW\nY3DP");
        refuse(sealed(FieldType.SEED), "\u0430");
    }

    @Test
    void whatIsSealedIsNotTakenAsOpenNorTheOtherWayRound() {
        assertThatThrownBy(() -> Checks.open(sealed(FieldType.SINGLE_LINE), "a"))
                .isInstanceOf(TemplateRefused.class);
        assertThatThrownBy(() -> Checks.sealed(open(FieldType.SINGLE_LINE), new byte[] {'a'}))
                .isInstanceOf(TemplateRefused.class);
    }

    @Test
    void aRefusalNamesTheFieldAsTheTemplateDoesAndNeverTheValue() {
        for (Field field : List.of(open(FieldType.URL), open(FieldType.SINGLE_LINE), sealed(FieldType.PASSWORD))) {
            assertThatThrownBy(() -> give(field, "zq7marker\u0000"))
                    .isInstanceOfSatisfying(TemplateRefused.class, e -> {
                        assertThat(e.members()).isEqualTo(Map.of("field", field.name()));
                        assertThat(e.getMessage()).doesNotContain("zq7marker");
                        assertThat(e.getCause()).isNull();
                    });
        }
    }

    @Test
    void whatIsRequiredMustBeThere() {
        Field needed = open(FieldType.SINGLE_LINE);
        TemplateVersion version =
                new TemplateVersion(UUID.randomUUID(), 1, Instant.EPOCH, Optional.empty(), List.of(needed));
        Checks.complete(version, Set.of(needed.id()));
        assertThatThrownBy(() -> Checks.complete(version, Set.of())).isInstanceOf(TemplateRefused.class);
    }

    private static void take(Field field, String value) {
        assertThatCode(() -> give(field, value)).doesNotThrowAnyException();
    }

    private static void refuse(Field field, String value) {
        assertThatThrownBy(() -> give(field, value))
                .isInstanceOfSatisfying(
                        TemplateRefused.class, e -> assertThat(e.code()).isEqualTo("field-invalid"));
    }

    private static void give(Field field, String value) {
        if (field.open()) {
            Checks.open(field, value);
        } else {
            Checks.sealed(field, value.getBytes(UTF_8));
        }
    }

    private static Field open(FieldType type) {
        return new Field(UUID.randomUUID(), "Name", "", type, true, true, new FieldRules.None());
    }

    static Field sealed(FieldType type) {
        FieldRules rules = switch (type) {
            case PASSWORD -> new FieldRules.Password(1, Set.of());
            case SEED ->
                new FieldRules.Otp(
                        Set.of(Kind.TOTP), Set.of(6), Set.of(30), Set.of(Algorithm.SHA1), StepPolicy.EXCLUSIVE, 5);
            case SINGLE_LINE, MULTI_LINE, URL, FILE, BACKUP_CODES, RECOVERY_KEY -> new FieldRules.None();
        };
        return new Field(UUID.randomUUID(), "Name of " + type.word(), "", type, true, false, rules);
    }
}
