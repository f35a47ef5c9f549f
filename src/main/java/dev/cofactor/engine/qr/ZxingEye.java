// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.DetectorResult;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.detector.MultiFinderPatternFinder;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import com.google.zxing.qrcode.detector.FinderPatternInfo;
import dev.cofactor.engine.qr.Readings.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** ZXing, asked in every way that helps: two ways to tell dark from light, plain and inverted, all codes and then one. */
final class ZxingEye implements Eye {
    private static final Map<DecodeHintType, ?> AS_UTF8 = Map.of(DecodeHintType.CHARACTER_SET, "UTF-8");
    private static final char UNREADABLE = '\ufffd';

    /**
     * ZXing tries every three corners with each other, so a picture made of corners would keep it busy for ever. Real
     * pictures have some dozens.
     */
    private static final int MAX_CORNERS = 256;

    private final Decoder decoder = new Decoder();

    @Override
    public List<Reading> look(Grey grey, Deadline deadline) {
        List<Reading> found = new ArrayList<>();
        LuminanceSource source = new Source(grey);
        for (Binarizer binarizer : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
            BitMatrix dark;
            try {
                dark = binarizer.getBlackMatrix();
            } catch (NotFoundException e) {
                continue;
            }
            look(dark, deadline, found);
            dark.flip();
            look(dark, deadline, found);
            dark.clear();
        }
        return found;
    }

    private void look(BitMatrix dark, Deadline deadline, List<Reading> found) {
        if (deadline.hasPassed()) {
            return;
        }
        int before = found.size();
        try {
            several(dark, deadline, found);
            if (found.size() == before) {
                one(dark, deadline, found);
            }
        } catch (Crowded e) {
            // Another size or another eye may do.
        }
    }

    private void several(BitMatrix dark, Deadline deadline, List<Reading> found) {
        Corners corners = new Corners(dark);
        FinderPatternInfo[] all;
        try {
            all = new MultiFinderPatternFinder(dark, new Limit(deadline))
                    .findMulti(Map.of(DecodeHintType.TRY_HARDER, true));
        } catch (NotFoundException e) {
            return;
        }
        for (FinderPatternInfo info : all) {
            try {
                if (deadline.hasPassed()) {
                    return;
                }
                decode(corners.detect(info), found);
            } catch (ReaderException e) {
                // Three corners that belong to no code.
            }
        }
    }

    private void one(BitMatrix dark, Deadline deadline, List<Reading> found) {
        try {
            Map<DecodeHintType, ?> hints = Map.of(
                    DecodeHintType.TRY_HARDER, true, DecodeHintType.NEED_RESULT_POINT_CALLBACK, new Limit(deadline));
            decode(new Detector(dark).detect(hints), found);
        } catch (ReaderException e) {
            // There is none.
        }
    }

    private void decode(DetectorResult detected, List<Reading> found) throws ReaderException {
        DecoderResult decoded = decoder.decode(detected.getBits().clone(), AS_UTF8);
        if (decoded.getText().indexOf(UNREADABLE) >= 0) {
            decoded = decoder.decode(detected.getBits());
        }
        ResultPoint[] points = detected.getPoints();
        double[] corners = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            corners[2 * i] = points[i].getX();
            corners[2 * i + 1] = points[i].getY();
        }
        Eye.reading(decoded.getText(), corners).ifPresent(found::add);
    }

    /** What ZXing keeps to its own heirs. */
    private static final class Corners extends Detector {
        Corners(BitMatrix dark) {
            super(dark);
        }

        DetectorResult detect(FinderPatternInfo info) throws ReaderException {
            return processFinderPatternInfo(info);
        }
    }

    /** Called at each corner that ZXing believes to see: the one moment at which it can be stopped. */
    private static final class Limit implements ResultPointCallback {
        private final Deadline deadline;
        private int seen;

        Limit(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public void foundPossibleResultPoint(ResultPoint point) {
            if (++seen > MAX_CORNERS || deadline.hasPassed()) {
                throw new Crowded();
            }
        }
    }

    private static final class Crowded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crowded() {
            super("too many corners", null, false, false);
        }
    }

    private static final class Source extends LuminanceSource {
        private final Grey grey;

        Source(Grey grey) {
            super(grey.width, grey.height);
            this.grey = grey;
        }

        @Override
        public byte[] getRow(int y, byte[] into) {
            byte[] row = into != null && into.length >= grey.width ? into : new byte[grey.width];
            System.arraycopy(grey.pixels, y * grey.width, row, 0, grey.width);
            return row;
        }

        /** Not a copy: the binarisers only read. */
        @Override
        public byte[] getMatrix() {
            return grey.pixels;
        }
    }
}
