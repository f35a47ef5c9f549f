// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import dev.cofactor.engine.qr.QrPicture.Kind;
import dev.cofactor.ground.plaintext.Plaintext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is drawn says what it should, on white, with a margin, in the same bytes each time. */
class QrPictureTest {
    private static byte[] png(Kind kind, String text, int scale) {
        try (Plaintext said = Plaintext.owning(text.getBytes(UTF_8));
                Plaintext png = QrPicture.png(kind, said, scale)) {
            return png.reveal().clone();
        }
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static String read(byte[] png) throws IOException, NotFoundException {
        BufferedImage image = image(png);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        var formats = EnumSet.of(BarcodeFormat.QR_CODE, BarcodeFormat.AZTEC, BarcodeFormat.DATA_MATRIX);
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                        Map.of(DecodeHintType.POSSIBLE_FORMATS, formats, DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindSaysItsText(Kind kind) throws Exception {
        for (String text : new String[] {"1234", Texts.account(new Random(5)), "Zürich – Ω", "x".repeat(400)}) {
            for (int scale : new int[] {2, 5, 10}) {
                assertThat(read(png(kind, text, scale)))
                        .as(kind + " × " + scale)
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void aLongTextFitsIntoAQrCode() throws Exception {
        String longest = Texts.export(new Random(6), 30).substring(0, 1_663);

        assertThat(read(png(Kind.QR_CODE, longest, 3))).isEqualTo(longest);
    }

    @ParameterizedTest
    @EnumSource
    void theSameTextIsTheSamePicture(Kind kind) {
        assertThat(png(kind, "otpauth://totp/a?secret=ABCD", 3))
                .isEqualTo(png(kind, "otpauth://totp/a?secret=ABCD", 3));
    }

    @Test
    void aQrCodeHasAWhiteMarginOfFourModules() throws IOException {
        BufferedImage image = image(png(Kind.QR_CODE, "1234", 10));

        assertThat(image.getWidth()).isEqualTo((21 + 8) * 10);
        assertThat(image.getRGB(39, 45)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(40, 40)).isEqualTo(0xff000000);
        assertThat(image.getRGB(249, 40)).isEqualTo(0xff000000);
        assertThat(image.getRGB(250, 40)).isEqualTo(0xffffffff);
    }

    @ParameterizedTest
    @EnumSource
    void aTextThatDoesNotFitIsRefused(Kind kind) {
        assertThatExceptionOfType(PictureRefused.class)
                .isThrownBy(() -> png(kind, "x".repeat(5_000), 1))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("text-too-long"));
        assertThatIllegalArgumentException().isThrownBy(() -> png(kind, "1234", 11));
        assertThatIllegalArgumentException().isThrownBy(() -> png(kind, "1234", 0));
    }

    @Test
    void aPageMayCarryThePicture() {
        try (Plaintext said = Plaintext.owning("1234".getBytes(UTF_8));
                Plaintext uri = QrPicture.dataUri(Kind.QR_CODE, said, 2)) {
            String start = "data:image/png;base64,";
            String text = new String(uri.reveal(), US_ASCII);
            assertThat(text).startsWith(start);
            assertThat(Base64.getDecoder().decode(text.substring(start.length())))
                    .isEqualTo(png(Kind.QR_CODE, "1234", 2));
        }
    }
}
