// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.qr.Readings.Place;
import dev.cofactor.ground.plaintext.Plaintext;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a picture is read, all of it and nothing else, in whatever way the picture is stored. */
class QrReaderTest {
    private final QrReader reader = new QrReader(Clock.systemUTC());
    private final Random chance = new Random(1);
    private final String text = Texts.account(chance);
    private final Canvas screenshot = new Canvas(400, 400, 255).code(text, 60, 60, 280, 0, 255);

    private List<String> texts(byte[] picture) {
        try (Readings found = reader.read(picture)) {
            return found.all().stream()
                    .map(reading -> new String(reading.text().reveal(), UTF_8))
                    .toList();
        }
    }

    private List<String> texts(BufferedImage picture) {
        return texts(Encoded.as("png", picture));
    }

    private BufferedImage painted(int type, int dark, int bright) {
        BufferedImage image = new BufferedImage(400, 400, type);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                image.setRGB(x, y, screenshot.at(x, y) < 128 ? dark : bright);
            }
        }
        return image;
    }

    @Test
    void everyFormatThatIsReadIsReadWhateverItIsCalled() {
        for (String format : List.of("png", "jpeg", "gif")) {
            assertThat(texts(Encoded.as(format, Encoded.grey(screenshot))))
                    .as(format)
                    .containsExactly(text);
        }
    }

    @Test
    void allCodesOfAPictureAreFoundWithTheirPlaces() {
        String other = Texts.account(chance);
        Canvas both = new Canvas(900, 500, 255).code(text, 40, 40, 200, 0, 255).code(other, 500, 100, 350, 0, 255);

        try (Readings found = reader.read(Encoded.png(both))) {
            assertThat(found.all()).hasSize(2);
            for (Readings.Reading reading : found.all()) {
                boolean isFirst = new String(reading.text().reveal(), UTF_8).equals(text);
                Place place = reading.place();
                assertThat(place.x()).isBetween(isFirst ? 40 : 500, isFirst ? 70 : 550);
                assertThat(place.y()).isBetween(isFirst ? 40 : 100, isFirst ? 70 : 150);
                assertThat(place.width()).isBetween(isFirst ? 150 : 260, isFirst ? 200 : 350);
            }
        }
    }

    @Test
    void theSameTextTwiceIsOneReading() {
        Canvas both = new Canvas(900, 500, 255).code(text, 40, 40, 200, 0, 255).code(text, 500, 100, 350, 0, 255);

        assertThat(texts(Encoded.png(both))).containsExactly(text);
    }

    @Test
    void largeAndSmallCodesOfOnePictureAreAllFound() {
        String small = Texts.account(chance);
        Canvas both =
                new Canvas(1600, 1300, 255).code(text, 40, 40, 1200, 0, 255).code(small, 1350, 900, 120, 0, 255);

        assertThat(texts(Encoded.png(both))).containsExactlyInAnyOrder(text, small);
    }

    @Test
    void readingsAreOverwrittenWhenTheyAreClosed() {
        byte[] bytes;
        try (Readings found = reader.read(Encoded.png(screenshot))) {
            bytes = found.all().getFirst().text().reveal();
            assertThat(bytes).containsExactly(text.getBytes(UTF_8));
        }

        assertThat(bytes).containsOnly(0);
    }

    @Test
    void aTextOfFourThousandCharactersIsRead() {
        String longest = Texts.export(chance, 31).repeat(2).substring(0, 2900);

        assertThat(texts(Encoded.png(new Canvas(1200, 1200, 255).code(longest, 60, 60, 1080, 0, 255))))
                .containsExactly(longest);
        String letters = "A".repeat(4_296);
        assertThat(texts(Encoded.png(new Canvas(1200, 1200, 255).code(letters, 60, 60, 1080, 0, 255))))
                .containsExactly(letters);
    }

    @Test
    void bytesThatSayNotWhatTheyAreCountAsUtf8() {
        String meant = "otpauth://totp/Zürich:Renée?secret=ABCDEFGH&issuer=Zürich – Ω";
        // As bytes taken for Latin 1 the code has no mark of its character set.
        String unmarked = new String(meant.getBytes(UTF_8), ISO_8859_1);

        assertThat(texts(Encoded.png(new Canvas(400, 400, 255).code(unmarked, 60, 60, 280, 0, 255))))
                .containsExactly(meant);
    }

    @Test
    void everyKindOfPixelIsRead() {
        for (int type : new int[] {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_INT_ARGB
        }) {
            assertThat(texts(painted(type, 0xff000000, 0xffffffff)))
                    .as("type " + type)
                    .containsExactly(text);
        }
    }

    @Test
    void whatIsTransparentIsWhiteOrElseBlack() {
        assertThat(texts(painted(BufferedImage.TYPE_INT_ARGB, 0xff000000, 0))).containsExactly(text);
        assertThat(texts(painted(BufferedImage.TYPE_INT_ARGB, 0xffffffff, 0))).containsExactly(text);
        assertThat(texts(MadePictures.greyWithAlpha(screenshot))).containsExactly(text);
        assertThat(texts(MadePictures.deepColours(screenshot))).containsExactly(text);
    }

    @Test
    void fourInksAreReadEitherWayRound() {
        for (boolean isInverted : new boolean[] {true, false}) {
            assertThat(texts(MadePictures.inks(screenshot, isInverted))).containsExactly(text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void howTheCameraWasHeldDoesNotMatter(int orientation) {
        byte[] stored = Encoded.as("jpeg", Encoded.grey(MadePictures.oriented(screenshot, orientation)));
        byte[] exif = "Exif\0\0II*\0\u0008\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0".getBytes(ISO_8859_1);
        byte[] marked = ByteBuffer.allocate(stored.length + exif.length + 12)
                .put(stored, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 10))
                .put(exif)
                .put((byte) orientation)
                .position(exif.length + 14)
                .put(stored, 2, stored.length - 2)
                .array();

        assertThat(texts(marked)).containsExactly(text);
    }

    @Test
    void aProgressivePhotographIsRead() {
        assertThat(texts(Encoded.jpeg(Encoded.grey(screenshot), 0.8, true))).containsExactly(text);
    }

    @Test
    void whatTheWriterDrewTheReaderReads() {
        try (Plaintext said = Plaintext.owning(text.getBytes(UTF_8));
                Plaintext png = QrPicture.png(QrPicture.Kind.QR_CODE, said, 4)) {
            assertThat(texts(png.reveal())).containsExactly(text);
        }
    }
}
