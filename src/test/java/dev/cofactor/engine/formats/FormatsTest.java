// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.QrPng;
import dev.cofactor.ground.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of export as its program writes it, and what is read of it. */
class FormatsTest {
    private static final String KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    private static final String OTHER = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String TOTP = "; totp SHA1 6 30; " + KEY;

    @Test
    void aListHasALinkOnEachLineAndSaysWhichLineIsNone() {
        assertThat(Samples.read(Samples.file("list.txt")))
                .containsExactly(
                        "otpauth",
                        "1 Example; team@example.com" + TOTP,
                        "2 Counter; ops; hotp SHA1 6 from 7; " + OTHER,
                        "3 Steam; gamer; steam; JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA",
                        "4 Other; team; totp SHA256 8 60; JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXC",
                        "5 ; !otp-yandex-unsupported",
                        "6 ; !seed-malformed",
                        "7 ; !import-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aegis-plain.json", "aegis-encrypted.json"})
    void aVaultOfAegisIsReadInClearAndUnderAPassword(String file) {
        assertThat(Samples.read(Samples.file(file), Samples.PASSWORD))
                .containsExactly(
                        "aegis",
                        "1 Example; team@example.com" + TOTP + "; notes The app of the team",
                        "2 Counter; ops; hotp SHA1 6 from 7; " + OTHER,
                        "3 Steam; gamer; steam; JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA",
                        "4 Mobile; !import-unsupported",
                        "5 Bad period; !otp-period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bitwarden.json", "bitwarden-pbkdf2.json", "bitwarden-argon2id.json"})
    void bitwardensExportIsReadInClearAndUnderAPassword(String file) {
        assertThat(Samples.read(Samples.file(file), Samples.PASSWORD))
                .containsExactly(
                        "bitwarden-json",
                        "1 Example; team@example.com; https://example.com/login" + TOTP
                                + "; password the team's password; notes Backup codes: 1234 5678; -earlier-passwords;"
                                + " -more-addresses; -more-fields; -passkeys",
                        "2 Bare key; ops; totp SHA1 6 30; " + OTHER + "; password ops' password",
                        "3 Games; gamer; steam; JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA",
                        "4 No second factor; solo; androidapp://com.example; password a password alone",
                        "5 A card; !import-unsupported",
                        "6 Broken; !seed-malformed");
    }

    @Test
    void tablesAreKnownByTheirColumns() {
        assertThat(Samples.read(Samples.file("bitwarden.csv")))
                .containsExactly(
                        "bitwarden-csv",
                        "1 Example; team@example.com; https://example.com/login" + TOTP
                                + "; password the team's, password; notes Two lines\nof \"notes\"; -more-fields",
                        "2 =HYPERLINK(\"http://x\"); ops; totp SHA1 6 30; " + OTHER + "; password ops' password",
                        "3 Alone; solo; password a password alone",
                        "4 A note; notes some text");
        assertThat(Samples.read(Samples.file("keepassxc.csv")))
                .containsExactly(
                        "keepassxc",
                        "1 Example; team@example.com; https://example.com/login" + TOTP
                                + "; password the team's password",
                        "2 Alone; solo; password a password alone");
        assertThat(Samples.read(Samples.file("delinea.csv")))
                .containsExactly(
                        "delinea",
                        "1 Example; team@example.com; https://example.com/login" + TOTP
                                + "; password the team's password; -more-fields");
        assertThat(Samples.read(Samples.file("ours.csv")))
                .containsExactly(
                        "cofactor",
                        "1 Example; team@example.com; https://example.com/login" + TOTP
                                + "; password the team's password",
                        "2 Example; ops@example.com; totp SHA1 6 30; " + OTHER);
    }

    @Test
    void ofAZipOnlyTheOneFileIsRead() {
        assertThat(Samples.read(Samples.onePassword(Samples.file("1password.data"))))
                .containsExactly(
                        "onepassword",
                        "1 Example; team@example.com; https://example.com/login" + TOTP
                                + "; password the team's password; notes Some notes; -more-fields",
                        "2 Alone; solo; https://example.com/login; password a password alone; -more-fields");
    }

    @Test
    void picturesOfAnExportBelongTogetherInAnyOrder() {
        List<byte[]> both = List.of(QrPng.of(export(1, 2, "second")), QrPng.of(export(0, 2, "first")));
        assertThat(Samples.read(both, Optional.empty(), Optional.empty()))
                .containsExactly(
                        "google",
                        "1 first; first; totp SHA1 6 30; " + OTHER,
                        "2 second; second; totp SHA1 6 30; GIZTINJWG44DSMBRGIZTINJWG44DSMA");
        assertThatThrownBy(() -> Samples.read(both.subList(0, 1), Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.code()).isEqualTo("migration-incomplete"));
        String lines = export(0, 2, "first") + "\r\n" + export(1, 2, "second") + "\r\n";
        assertThat(Samples.read(lines.getBytes(UTF_8))).hasSize(3).contains("otpauth");
    }

    @Test
    void whatIsSaidOfTheFormatCountsAndMustFit() {
        byte[] list = Samples.file("list.txt");
        assertThat(Samples.read(List.of(list), Optional.of(Format.OTPAUTH), Optional.empty()))
                .hasSize(8);
        for (Format other : List.of(Format.AEGIS, Format.KEEPASSXC, Format.ONEPASSWORD, Format.GOOGLE)) {
            assertThatThrownBy(() -> Samples.read(List.of(list), Optional.of(other), Optional.empty()))
                    .as(other.word())
                    .isInstanceOf(Problem.class);
        }
    }

    /** One account, whose key is a little another one in each part. */
    static String export(int index, int size, String account) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        field(entry, 1, "12345678901234567890".substring(index).getBytes(UTF_8));
        field(entry, 2, account.getBytes(UTF_8));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        field(message, 1, entry.toByteArray());
        message.writeBytes(new byte[] {3 << 3, (byte) size, 4 << 3, (byte) index, 5 << 3, 9});
        String data = Base64.getEncoder().encodeToString(message.toByteArray());
        return "otpauth-migration://offline?data=" + URLEncoder.encode(data, UTF_8);
    }

    private static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
        out.write(number << 3 | 2);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }
}
