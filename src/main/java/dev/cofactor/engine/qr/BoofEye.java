// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import dev.cofactor.engine.qr.Readings.Reading;
import java.util.ArrayList;
import java.util.List;

/** BoofCV, which looks for squares instead of stripes: better where a code is faint, tilted or partly lit. */
final class BoofEye implements Eye {
    /** It holds about seven bytes for each pixel. */
    static final int MAX_PIXELS = 5_000_000;

    static {
        // No threads of its own: one picture must not take all processors.
        BoofConcurrency.USE_CONCURRENT = false;
    }

    private final QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(new ConfigQrCode(), GrayU8.class);

    @Override
    public List<Reading> look(Grey grey, Deadline deadline) {
        GrayU8 image = new GrayU8();
        image.data = grey.pixels;
        image.width = grey.width;
        image.height = grey.height;
        image.stride = grey.width;
        detector.process(image);
        List<Reading> found = new ArrayList<>();
        for (QrCode code : detector.getDetections()) {
            double[] corners = new double[2 * code.bounds.size()];
            for (int i = 0; i < code.bounds.size(); i++) {
                corners[2 * i] = code.bounds.get(i).x;
                corners[2 * i + 1] = code.bounds.get(i).y;
            }
            Eye.reading(code.message, corners).ifPresent(found::add);
        }
        return found;
    }
}
