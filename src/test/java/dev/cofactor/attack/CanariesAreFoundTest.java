// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A search that finds nothing says nothing, unless it is known to find. */
class CanariesAreFoundTest {
    private final Canaries canaries = new Canaries();

    @Test
    void aTextIsFoundInEverySpelling() throws IOException {
        String text = canaries.text("password");
        byte[] bytes = text.getBytes(UTF_8);
        for (String written : List.of(
                text,
                text.toUpperCase(Locale.ROOT),
                new ObjectMapper().writeValueAsString(text),
                "x" + URLEncoder.encode(text, UTF_8) + "y",
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(("?>" + text).getBytes(UTF_8)),
                Base64.getMimeEncoder().encodeToString(("{" + text).getBytes(UTF_8)))) {
            assertThat(canaries.in(written)).as(written).anyMatch(found -> found.startsWith("password"));
        }
        assertThat(canaries.in(text.getBytes(java.nio.charset.StandardCharsets.UTF_16BE)))
                .isNotEmpty();
    }

    @Test
    void eightCharactersOfItAreEnoughAndSevenAreNot() {
        String word = canaries.word("password");
        assertThat(canaries.in("<" + word.substring(5, 13) + ">")).containsExactly("password (raw)");
        assertThat(canaries.in("<" + word.substring(5, 12) + ">")).isEmpty();
    }

    @Test
    void aSeedIsFoundAsKeyAndAsBytes() {
        String key = canaries.setupKey("seed");
        assertThat(canaries.in("otpauth://totp/x?secret=" + key.toLowerCase(Locale.ROOT)))
                .contains("seed, its key (raw)", "seed, its bytes (base32)");
    }

    @Test
    void bytesAreFoundInHexAndWhereTheyAreCutOff() {
        byte[] file = canaries.bytes("file", 100);
        assertThat(canaries.in(Arrays.copyOfRange(file, 90, 98))).containsExactly("file (raw)");
        assertThat(canaries.in("\\x" + HexFormat.of().formatHex(file, 3, 11))).containsExactly("file (hex)");
        assertThat(canaries.in("none of it")).isEmpty();
    }
}
