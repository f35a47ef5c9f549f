// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=xYz";

    @Test
    void filesAreReadByteByByteAndWordsByTheirNames() {
        byte[] picture = new byte[999];
        new Random(1).nextBytes(picture);
        String body = part("name=\"a\"; filename=\"qr.png\"", new String(picture, ISO_8859_1))
                + part("name=\"choose\"", "2")
                + part("name=\"b\"; filename=\"\"", "")
                + "--xYz--\r\n";
        try (Multipart form = Multipart.read(body.getBytes(ISO_8859_1), TYPE)) {
            assertThat(form.pictures()).hasSize(2);
            assertThat(form.pictures().getFirst().reveal()).isEqualTo(picture);
            assertThat(form.pictures().getLast().reveal()).isEmpty();
            assertThat(form.word("choose")).contains("2");
            assertThat(form.word("mode")).isEmpty();
            assertThat(form.toString()).isEqualTo("[redacted]");
        }
    }

    @Test
    void anyBytesAtAllAreReadOrRefused() {
        Random chance = new Random(2);
        byte[] whole = (part("name=\"a\"; filename=\"q\"", "abc") + "--xYz--").getBytes(ISO_8859_1);
        for (int round = 0; round < 20_000; round++) {
            byte[] body = whole.clone();
            for (int i = 0; i < 3; i++) {
                body[chance.nextInt(body.length)] = (byte) chance.nextInt();
            }
            try (Multipart form = Multipart.read(body, TYPE)) {
                assertThat(form.pictures().size()).isLessThan(3);
            } catch (SeedRefused e) {
                assertThat(e.code()).isEqualTo("seed-request-malformed");
            }
        }
    }

    @Test
    void aFormWithoutABoundaryOrWithLongWordsIsRefused() {
        assertThatThrownBy(() -> Multipart.read(new byte[0], "multipart/form-data"))
                .isInstanceOf(SeedRefused.class);
        byte[] body = (part("name=\"choose\"", "2".repeat(1_001)) + "--xYz--").getBytes(ISO_8859_1);
        assertThatThrownBy(() -> Multipart.read(body, TYPE)).isInstanceOf(SeedRefused.class);
    }

    private static String part(String disposition, String content) {
        return "--xYz\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }
}
