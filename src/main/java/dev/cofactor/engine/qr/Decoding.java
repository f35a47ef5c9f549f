// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadProgressListener;

/**
 * A file to grey pixels. Of a JPEG only its luminance is decoded; of a picture that would take too much room every second
 * or third pixel is taken in each direction.
 */
final class Decoding {
    /** How much the decoded picture may take: the launcher's heap is 256 MB, and others live in it. */
    private static final int DECODED_BYTES = 64 << 20;

    private final byte[] bytes;
    private final PictureHeader header;
    private final Deadline deadline;

    static {
        ImageIO.setUseCache(false);
    }

    private Decoding(byte[] bytes, PictureHeader header, Deadline deadline) {
        this.bytes = bytes;
        this.header = header;
        this.deadline = deadline;
    }

    static Scaled decode(byte[] bytes, PictureHeader header, Deadline deadline) {
        try {
            return new Decoding(bytes, header, deadline).decode();
        } catch (IOException | RuntimeException e) {
            // Decoders fail on damaged files in many ways, and what they say repeats the file.
            throw e instanceof PictureRefused refused ? refused : PictureRefused.damaged();
        }
    }

    private Scaled decode() throws IOException {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(header.format().title).next();
        try (HeldBytes in = new HeldBytes(bytes)) {
            reader.setInput(in, true, true);
            reader.addIIOReadProgressListener(new Impatience(deadline));
            int step = step();
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            Grey grey = decode(reader, param);
            if (deadline.hasPassed()) {
                throw PictureRefused.tookTooLong();
            }
            return new Scaled(grey, step);
        } finally {
            reader.dispose();
        }
    }

    private int step() {
        long all = (long) header.width() * header.height() * header.bytesPerPixel();
        int step = 1;
        while (all / ((long) step * step) > DECODED_BYTES) {
            step++;
        }
        return step;
    }

    private Grey decode(ImageReader reader, ImageReadParam param) throws IOException {
        if (header.format() == PictureFormat.JPEG && header.bytesPerPixel() == 4) {
            return Greys.ofInks(reader.readRaster(0, param));
        }
        if (header.format() == PictureFormat.JPEG) {
            greyType(reader, param);
        }
        BufferedImage image = reader.read(0, param);
        return Greys.of(image.getRaster(), image.getColorModel());
    }

    /** Where the decoder can leave the colours away, it does. */
    private static void greyType(ImageReader reader, ImageReadParam param) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            if (type.getNumBands() == 1) {
                param.setDestinationType(type);
                return;
            }
        }
    }

    /** Ends a decoding that has gone on for too long; the decoders ask after every few rows. */
    private record Impatience(Deadline deadline) implements IIOReadProgressListener {
        @Override
        public void imageProgress(ImageReader reader, float percentage) {
            if (deadline.hasPassed()) {
                reader.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader reader, int first) {}

        @Override
        public void sequenceComplete(ImageReader reader) {}

        @Override
        public void imageStarted(ImageReader reader, int index) {}

        @Override
        public void imageComplete(ImageReader reader) {}

        @Override
        public void thumbnailStarted(ImageReader reader, int index, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageReader reader, float percentage) {}

        @Override
        public void thumbnailComplete(ImageReader reader) {}

        @Override
        public void readAborted(ImageReader reader) {}
    }
}
