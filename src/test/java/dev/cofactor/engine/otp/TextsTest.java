// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static dev.cofactor.engine.otp.KeyUriTest.text;
import static dev.cofactor.engine.otp.KeyUriTest.written;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.cofactor.engine.otp.KeyUri.Source;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every reader, given noise and half-broken texts: it reads or refuses, never fails otherwise, and repeats nothing. */
class TextsTest {
    private static final int ROUNDS = 20_000;
    private static final String COMMON = "issuer secret period digits counter algorithm sha256 sha512 totp hotp steam";
    private static final String MIGRATION = "otpauth-migration://offline?data=";

    @Test
    void setupLinksAreReadOrRefused() {
        for (OtpVectors vector : KeyUriTest.vectors()) {
            holdsFor(ROUNDS / 50, vector.get("uri").getBytes(UTF_8), TextsTest::staysTheSame);
        }
        holdsFor(
                ROUNDS,
                "otpauth://hotp/Qwertyuiop:asdfghjkl@zxcvbnm?secret=GEZDGNBVGY3TQOJQ&issuer=Qwertyuiop&counter=1234567"
                        .getBytes(UTF_8),
                TextsTest::staysTheSame);
    }

    /** What was read is written, and what was written is read and written as the same. */
    private static void staysTheSame(byte[] bytes) {
        try (Plaintext uri = Plaintext.owning(bytes);
                Enrolment enrolment = KeyUri.read(uri, Source.IMPORT);
                Plaintext once = KeyUri.write(enrolment);
                Enrolment again = KeyUri.read(once, Source.ENTRY)) {
            assertThat(written(again)).isEqualTo(new String(once.reveal(), UTF_8));
            assertThat(again.parameters()).isEqualTo(enrolment.parameters());
            assertThat(again.seed().reveal()).isEqualTo(enrolment.seed().reveal());
        }
    }

    @Test
    void setupKeysAreReadOrRefused() {
        holdsFor(ROUNDS, "MZXW 6YTB-OIqw ertz GEZD GNBV======".getBytes(UTF_8), bytes -> {
            try (Plaintext seed = SetupKey.read(Plaintext.owning(bytes));
                    Plaintext shown = SetupKey.show(seed);
                    Plaintext again = SetupKey.read(shown)) {
                assertThat(again.reveal()).isEqualTo(seed.reveal());
            }
        });
    }

    @Test
    void exportsAreReadOrRefused() {
        byte[] good = goodExport().message();
        holdsFor(ROUNDS, good, bytes -> {
            String uri = MIGRATION + Base64.getUrlEncoder().encodeToString(bytes);
            try (MigrationPart part = MigrationPart.read(text(uri))) {
                assertThat(part.index()).isBetween(0, part.size() - 1);
            }
        });
        holdsFor(
                ROUNDS,
                goodExport().uri().getBytes(UTF_8),
                bytes -> MigrationPart.read(Plaintext.owning(bytes)).close());
    }

    private static Export goodExport() {
        return Export.part(
                123_456,
                1,
                3,
                Export.entry("12345678901234567890", "asdfghjkl", "Qwertyuiop")
                        .number(6, 1)
                        .number(7, 99_999),
                Export.entry("qwertzuiopasdfghjkl", "Qwertyuiop:asdf", "Qwertyuiop")
                        .number(4, 4));
    }

    @Test
    void theFrontDoorTakesAnything() {
        for (String good : new String[] {
            "otpauth://totp/Qwertyuiop:asdfghjkl?secret=GEZDGNBVGY3TQOJQ",
            goodExport().uri(),
            "GEZD GNBV GY3T QOJQ",
            "motp://asdfghjkl?secret=0123456789"
        }) {
            holdsFor(
                    ROUNDS / 2,
                    good.getBytes(UTF_8),
                    bytes -> assertThat(SeedText.read(Plaintext.owning(bytes), Source.ENTRY))
                            .isNotNull());
        }
    }

    private static void holdsFor(int rounds, byte[] good, Consumer<byte[]> reader) {
        for (int seed = 0; seed < (Nightly.or(rounds, 20 * rounds)); seed++) {
            Random random = new Random(seed);
            byte[] bytes = seed % 8 == 0 ? noise(random) : mutated(good, random);
            // Readers own what they are given, and overwrite it.
            byte[] kept = bytes.clone();
            try {
                reader.accept(bytes);
            } catch (OtpRefused refusal) {
                assertThat(refusal.getCause()).isNull();
                assertThat(refusal.code()).matches("(otp|seed|migration)(-[a-z0-9]+)+");
                assertThat(refusal.getMessage()).matches("[a-zA-Z0-9 ,:;()-]+");
                repeatsNothing(String.valueOf(refusal.getMessage()), new String(kept, ISO_8859_1));
            } catch (RuntimeException | AssertionError e) {
                fail("seed " + seed, e);
            }
        }
    }

    /** Six characters of the input in a row; pieces of words that every setup link has are nobody's secret. */
    private static void repeatsNothing(String message, String input) {
        String said = message.toLowerCase(Locale.ROOT);
        String given = input.toLowerCase(Locale.ROOT);
        for (int at = 0; at + 6 <= given.length(); at++) {
            String six = given.substring(at, at + 6);
            if (!hasAPieceOfACommonWord(six)) {
                assertThat(said).doesNotContain(six);
            }
        }
    }

    private static boolean hasAPieceOfACommonWord(String six) {
        return IntStream.of(0, 1, 2).anyMatch(at -> COMMON.contains(six.substring(at, at + 4)));
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) "0123456789+/=&?#%: \n\0\u00ff".charAt(random.nextInt(22));
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> bytes[at] = bytes[random.nextInt(bytes.length)];
                case 4 -> bytes = spliced(bytes, at, random.nextInt(bytes.length));
                case 5 -> bytes = with(bytes, at, ODD[random.nextInt(ODD.length)]);
            }
        }
        return bytes;
    }

    private static final String[] ODD = {
        "%",
        "%zz",
        "%00",
        "%ED%A0%80",
        "\u202e",
        "\ud83d\udd11",
        "&secret=",
        "&issuer=",
        "period=30",
        ":",
        "%3A",
        "#",
        "&steam",
        "&digits=10",
        "&encoder=steam",
        "\u0000",
        "\u0663",
        "&period=-1",
        "&counter=99999999999999999999"
    };

    private static byte[] with(byte[] bytes, int at, String odd) {
        byte[] added = odd.getBytes(UTF_8);
        byte[] whole = Arrays.copyOf(bytes, bytes.length + added.length);
        System.arraycopy(added, 0, whole, at, added.length);
        System.arraycopy(bytes, at, whole, at + added.length, bytes.length - at);
        return whole;
    }

    /** The beginning of it, and then its end from elsewhere: doubles a part or leaves one out. */
    private static byte[] spliced(byte[] bytes, int to, int from) {
        byte[] spliced = Arrays.copyOf(bytes, to + bytes.length - from);
        System.arraycopy(bytes, from, spliced, to, bytes.length - from);
        return spliced;
    }
}
