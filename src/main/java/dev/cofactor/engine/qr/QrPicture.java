// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.aztec.AztecWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;

/** Draws a text as a symbol: a PNG, black on white with a white margin, the same bytes for the same text. */
public final class QrPicture {
    public static final int MAX_SCALE = 10;

    /** As many modules as a QR code asks for; the other kinds ask for less. */
    private static final int MARGIN = 4;

    /** A fifth of an Aztec code is for its repair, about as much as a QR code of level M can lose. */
    private static final int AZTEC_PERCENT = 25;

    /** How the text is drawn. */
    public enum Kind {
        QR_CODE,
        AZTEC_CODE,
        DATA_MATRIX
    }

    private QrPicture() {}

    /**
     * @param text UTF-8
     * @param scale pixels for each module, 1 to {@link #MAX_SCALE}
     * @throws PictureRefused when the text is longer than such a symbol holds
     */
    public static Plaintext png(Kind kind, Plaintext text, int scale) {
        if (scale < 1 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("a scale is between 1 and " + MAX_SCALE);
        }
        return Png.of(modules(kind, new String(text.reveal(), UTF_8)), MARGIN, scale);
    }

    /** The same as {@code data:} URI, in ASCII, to stand in a page without a request of its own. */
    public static Plaintext dataUri(Kind kind, Plaintext text, int scale) {
        try (Plaintext png = png(kind, text, scale);
                Plaintext base64 = Plaintext.owning(Base64.getEncoder().encode(png.reveal()))) {
            byte[] start = "data:image/png;base64,".getBytes(US_ASCII);
            return Plaintext.owning(ByteBuffer.allocate(start.length + base64.reveal().length)
                    .put(start)
                    .put(base64.reveal())
                    .array());
        }
    }

    private static BitMatrix modules(Kind kind, String text) {
        try {
            return switch (kind) {
                case QR_CODE -> new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints(kind, text));
                case AZTEC_CODE -> new AztecWriter().encode(text, BarcodeFormat.AZTEC, 0, 0, hints(kind, text));
                case DATA_MATRIX ->
                    new DataMatrixWriter().encode(text, BarcodeFormat.DATA_MATRIX, 0, 0, hints(kind, text));
            };
        } catch (WriterException | IllegalArgumentException | IllegalStateException e) {
            throw PictureRefused.textTooLong();
        }
    }

    private static Map<EncodeHintType, Object> hints(Kind kind, String text) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.MARGIN, 0);
        // Only where it is needed: some readers stumble over the mark that says which characters these are.
        boolean isAscii = US_ASCII.newEncoder().canEncode(text);
        if (!isAscii) {
            hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
        }
        switch (kind) {
            case QR_CODE -> hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            case AZTEC_CODE -> hints.put(EncodeHintType.ERROR_CORRECTION, AZTEC_PERCENT);
            case DATA_MATRIX -> hints.put(EncodeHintType.DATA_MATRIX_COMPACT, !isAscii);
        }
        return hints;
    }
}
