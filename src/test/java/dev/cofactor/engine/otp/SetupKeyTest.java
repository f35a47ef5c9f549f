// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static dev.cofactor.engine.otp.KeyUriTest.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupKeyTest {
    private static String read(String key) {
        try (Plaintext seed = SetupKey.read(text(key))) {
            return new String(seed.reveal(), US_ASCII);
        }
    }

    private static void isRefused(String key, String code, String word) {
        assertThatThrownBy(() -> read(key)).hasMessageContaining(word).isInstanceOfSatisfying(OtpRefused.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(key.isBlank() || !String.valueOf(e.getMessage()).contains(key.strip()))
                    .isTrue();
        });
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({
        "f, MY======",
        "fo, MZXQ====",
        "foo, MZXW6===",
        "foob, MZXW6YQ=",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI======"
    })
    void keysOfTheRfcAreRead(String seed, String key) {
        assertThat(read(key)).isEqualTo(seed);
        assertThat(read(key.replace("=", ""))).isEqualTo(seed);
        try (Plaintext encoded = Base32.encode(text(seed))) {
            assertThat(encoded.reveal()).asString(US_ASCII).isEqualTo(key.replace("=", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mzxw6ytboi",
                "MZXW 6YTB OI",
                "mzxw-6ytb-oi",
                "\tMZXW6YTBOI\r\n",
                " MZXW6YTBOI== ==-==\n",
                "mZxW6yTbOi"
            })
    void keysAreReadHoweverTheyAreTyped(String key) {
        assertThat(read(key)).isEqualTo("foobar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZXW6YTBO0", "MZXW6YTBO1", "8ZXW6YTBOI", "MZXW9YTBOI"})
    void digitsThatDoNotOccurAreExplained(String key) {
        isRefused(key, "seed-malformed", "0, 1, 8 and 9 do not occur in setup keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "MZX", "MZXW6Y", "MZXW6YTBO", "MZXW6YTBOIM"})
    void keysOfImpossibleLengthAreNotWhole(String key) {
        isRefused(key, "seed-malformed", "not whole");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MZXW6YTBOI=",
                "MZXW6YTBOI=====",
                "MZXW6YTBOI=======",
                "MZXW6YTB=",
                "MZXW6YTB========",
                "MZXW=6YTBOI",
                "=MZXW6YTB"
            })
    void paddingThatIsWrongIsRefused(String key) {
        isRefused(key, "seed-malformed", "equals signs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MZXW6YT!OI", "MZXW6YTBÖI", "MZXW_6YTB", "MZXW6YTB\u0000", "МZXW6YTB", "ＭZXW6YTB", "ﬁXW6YTBOI"})
    void otherCharactersAreRefused(String key) {
        isRefused(key, "seed-malformed", "letters A to Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "- -"})
    void nothingIsNoKey(String key) {
        isRefused(key, "seed-missing", "no setup key");
    }

    /** As every app reads them; written again they are zero. */
    @Test
    void spareBitsAreDropped() {
        assertThat(read("MZXW6YTBOJ")).isEqualTo("foobar");
        assertThat(read("MZ")).isEqualTo("f");
    }

    @Test
    void keysAreAsLongAsSeedsAndTextsHaveRoomForBlanks() {
        assertThat(read("A".repeat(205))).hasSize(Seed.MAX_BYTES);
        isRefused("A".repeat(207), "seed-too-long", "128 bytes");
        assertThat(read("A ".repeat(205) + " ".repeat(SetupKey.MAX_TEXT - 410))).hasSize(Seed.MAX_BYTES);
        isRefused(" ".repeat(SetupKey.MAX_TEXT + 1), "otp-text-too-long", "longer");
        isRefused("A".repeat(10_000_000), "otp-text-too-long", "longer");
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "foo, MZXW 6", "foob, MZXW 6YQ", "fooba, MZXW 6YTB", "foobar, MZXW 6YTB OI"})
    void keysAreShownInGroupsOfFour(String seed, String shown) {
        try (Plaintext key = SetupKey.show(text(seed))) {
            assertThat(key.reveal()).asString(US_ASCII).isEqualTo(shown);
            assertThat(read(shown)).isEqualTo(seed);
        }
    }
}
