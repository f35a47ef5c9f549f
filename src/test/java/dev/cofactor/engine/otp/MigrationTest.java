// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static dev.cofactor.engine.otp.Export.entry;
import static dev.cofactor.engine.otp.Export.part;
import static dev.cofactor.engine.otp.KeyUriTest.text;
import static dev.cofactor.engine.otp.KeyUriTest.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.otp.Enrolment.Remark;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {
    private static final String SEED = "12345678901234567890";
    private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static MigrationPart read(String uri) {
        return MigrationPart.read(text(uri));
    }

    private static void isRefused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        OtpRefused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void thePublishedExampleIsRead() {
        try (MigrationPart part = read("otpauth-migration://offline?data="
                + "CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZTAC")) {
            assertThat(part.enrolments().stream().map(KeyUriTest::written))
                    .containsExactly("otpauth://totp/Example:alice%40google.com?secret=JBSWY3DPEHPK3PXP&issuer=Example"
                            + "&algorithm=SHA1&digits=6&period=30");
            assertThat(part.size()).isEqualTo(1);
        }
    }

    @Test
    void everyFieldOfAnEntryCounts() {
        Export hotp = entry(SEED, "bob", "Acme")
                .number(4, 2)
                .number(5, 2)
                .number(6, 1)
                .number(7, 41);
        Export totp =
                entry(SEED, "eve", "").number(4, 3).number(5, 1).number(6, 2).number(7, 41);
        try (MigrationPart part = part(7, 0, 1, hotp, totp).read()) {
            assertThat(part.leftOut()).isEmpty();
            assertThat(part.enrolments().stream().map(KeyUriTest::written))
                    .containsExactly(
                            "otpauth://hotp/Acme:bob?secret=" + KEY
                                    + "&issuer=Acme&algorithm=SHA256&digits=8&counter=41",
                            "otpauth://totp/eve?secret=" + KEY + "&algorithm=SHA512&digits=6&period=30");
        }
    }

    @Test
    void whatIsUnspecifiedIsWhatIsUsual() {
        try (MigrationPart part = part(7, 0, 1, entry(SEED, "bob", "Acme")).read()) {
            assertThat(part.enrolments().getFirst().parameters()).isEqualTo(Parameters.usual());
            assertThat(part.enrolments().getFirst().remarks()).isEmpty();
        }
    }

    @Test
    void whatCannotBeServedIsNamedAndNotDropped() {
        Export fine = entry(SEED, "bob", "Acme");
        try (MigrationPart part = part(
                        7,
                        0,
                        1,
                        entry(SEED, "m", "Old").number(4, 4),
                        entry(SEED, "a", "").number(4, 5),
                        entry(SEED, "d", "").number(5, 3),
                        entry(SEED, "t", "").number(6, 3),
                        entry(SEED, "c", "").number(6, 1).number(7, -1),
                        entry("", "s", ""),
                        entry(SEED.repeat(7), "l", ""),
                        entry(SEED, "n".repeat(300), ""),
                        fine)
                .read()) {
            assertThat(part.enrolments()).hasSize(1);
            assertThat(part.leftOut().stream().map(left -> left.why().code()))
                    .containsExactly(
                            "otp-md5-unsupported",
                            "otp-algorithm",
                            "otp-digits",
                            "otp-type-unsupported",
                            "otp-counter",
                            "seed-missing",
                            "seed-too-long",
                            "otp-label");
            assertThat(part.leftOut().getFirst().account()).isEqualTo(new Account("Old", "m"));
        }
    }

    @Test
    void anIssuerInFrontOfTheNameIsNoPartOfIt() {
        try (MigrationPart part = part(7, 0, 1, entry(SEED, "Acme:bob", "Acme"), entry(SEED, "Steam:bob", "Steam"))
                .read()) {
            assertThat(part.enrolments().getFirst().account()).isEqualTo(new Account("Acme", "bob"));
            assertThat(part.enrolments().getLast().remarks()).containsExactly(Remark.MAY_BE_STEAM);
        }
    }

    @Test
    void unknownFieldsArePassedOver() {
        Export entry = entry(SEED, "bob", "Acme")
                .text(8, "unique")
                .number(9, -1)
                .raw(0x51, 1, 2, 3, 4, 5, 6, 7, 8)
                .raw(0x5d, 1, 2, 3, 4);
        try (MigrationPart part = part(7, 0, 1, entry).text(100_000, "more").read()) {
            assertThat(written(part.enrolments().getFirst())).contains("bob", KEY);
        }
    }

    /** Seeds are chosen so that the base64 has a plus, a slash and padding. */
    @Test
    void base64IsReadInEverySpelling() {
        Export export = part(7, 0, 1, entry("~~~???>>>~~~????", "bobby", "Acme>>>???"));
        String base64 = export.base64();
        assertThat(base64).contains("+", "/").endsWith("=");
        Stream.of(
                        base64,
                        base64.replace("=", ""),
                        base64.replace("+", " "),
                        base64.replace('+', '-').replace('/', '_'),
                        base64.replace("+", "%2B").replace("/", "%2f").replace("=", "%3D"),
                        base64 + "&x=1")
                .forEach(data -> {
                    try (MigrationPart part = read("otpauth-migration://offline?data=" + data)) {
                        assertThat(part.enrolments().getFirst().seed().reveal())
                                .asString(UTF_8)
                                .isEqualTo("~~~???>>>~~~????");
                    }
                });
    }

    @Test
    void partsAreGatheredInAnyOrder() {
        try (Migration migration = new Migration()) {
            assertThat(migration.isComplete()).isFalse();
            migration.add(part(7, 2, 3, entry(SEED, "c", "")).read());
            assertThat(migration.progress()).isEqualTo("1 of 3 parts are here, add parts 1, 2");
            migration.add(part(7, 0, 3, entry(SEED, "a", "")).read());
            assertThat(migration.progress()).isEqualTo("2 of 3 parts are here, add part 2");
            assertThat(migration.missing()).containsExactly(2);
            isRefused("migration-incomplete", migration::take);
            migration.add(part(7, 1, 3, entry(SEED, "b", "")).read());
            assertThat(migration.isComplete()).isTrue();
            List<MigrationPart> parts = migration.take();
            assertThat(parts.stream()
                            .map(part -> part.enrolments().getFirst().account().name()))
                    .containsExactly("a", "b", "c");
            parts.forEach(MigrationPart::close);
            assertThat(migration.size()).isZero();
        }
    }

    @Test
    void aPartOfAnotherExportIsRefusedAndStaysTheCallers() {
        try (Migration migration = new Migration();
                MigrationPart other = part(8, 1, 2, entry(SEED, "b", "")).read();
                MigrationPart longer = part(7, 1, 3, entry(SEED, "b", "")).read()) {
            migration.add(part(7, 0, 2, entry(SEED, "a", "")).read());
            isRefused("migration-other-batch", () -> migration.add(other));
            isRefused("migration-other-batch", () -> migration.add(longer));
            assertThat(migration.missing()).containsExactly(2);
            assertThat(other.enrolments().getFirst().seed().reveal()).isNotEmpty();
        }
    }

    @Test
    void aPartThatComesTwiceChangesNothing() {
        MigrationPart first = part(7, 0, 1, entry(SEED, "a", "")).read();
        MigrationPart again = part(7, 0, 1, entry(SEED, "a", "")).read();
        byte[] seed = again.enrolments().getFirst().seed().reveal();
        try (Migration migration = new Migration()) {
            migration.add(first);
            migration.add(again);
            migration.add(first);
            assertThat(seed).containsOnly(0);
            assertThat(migration.progress()).isEqualTo("1 of 1 part is here");
            assertThat(first.enrolments().getFirst().seed().reveal()).isNotEmpty();
        }
        assertThatThrownBy(() -> first.enrolments().getFirst().seed().reveal())
                .isInstanceOf(IllegalStateException.class);
    }

    static Stream<Export> broken() {
        int[] endless = IntStream.generate(() -> 0xff).limit(11).toArray();
        return Stream.of(
                new Export().raw(0x0a),
                new Export().raw(0x0a, 0x05, 1),
                new Export().raw(0x0a, 0xff, 0xff, 0xff, 0xff, 0x07),
                new Export().raw(0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01),
                new Export().raw(0x7a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01),
                new Export().raw(endless),
                new Export().raw(0x18).raw(endless),
                new Export().raw(0x79, 1, 2, 3),
                new Export().raw(0x7d, 1),
                new Export().raw(0x7b),
                new Export().raw(0x7c),
                new Export().raw(0x7e),
                new Export().raw(0x02, 0x00),
                new Export().raw(0x08, 0x01),
                new Export().text(3, "no number"),
                new Export().bytes(1, new Export().number(1, 5).message()),
                new Export()
                        .bytes(
                                1,
                                new Export().bytes(2, new byte[] {(byte) 0xff}).message()),
                new Export().bytes(1, entry(SEED, "a", "").raw(0x12, 0x7f).message()),
                part(7, 1, 1),
                part(7, -1, 3),
                part(7, 0, 101),
                new Export().number(3, Long.MIN_VALUE).number(4, -1));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("broken")
    void brokenExportsAreRefused(Export export) {
        isRefused("migration-malformed", export::read);
    }

    @Test
    void aPartHasOnlySoManyEntries() {
        Export[] entries = Stream.generate(() -> entry("abcde", "b", ""))
                .limit(MigrationPart.MAX_ENTRIES + 1L)
                .toArray(Export[]::new);
        isRefused("migration-malformed", part(7, 0, 1, entries)::read);
        entries[0] = new Export();
        isRefused("migration-malformed", part(7, 0, 1, entries)::read);
    }

    @Test
    void otherAddressesHoldNoExport() {
        isRefused("migration-malformed", () -> read("otpauth-migration://online?data=CjEK"));
        isRefused("migration-malformed", () -> read("otpauth-migration://offline?dato=CjEK"));
        isRefused("migration-malformed", () -> read("otpauth-migration://offline?data=C*EK"));
        isRefused("migration-malformed", () -> read("otpauth-migration://offline?data=CjEKC"));
        isRefused("otp-parameter-twice", () -> read("otpauth-migration://offline?data=CjEK&data=CjEK"));
        isRefused("otp-uri-malformed", () -> read("otpauth-migration://offline?data=Cj%0"));
        isRefused("otp-text-too-long", () -> read("otpauth-migration://offline?data=" + "A".repeat(16_384)));
    }
}
