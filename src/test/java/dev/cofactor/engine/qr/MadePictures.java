// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files that no ordinary program writes, or only rare ones. */
final class MadePictures {
    private MadePictures() {}

    static byte[] greyWithAlpha(Canvas canvas) {
        ColorSpace grey = ColorSpace.getInstance(ColorSpace.CS_GRAY);
        var model = new ComponentColorModel(grey, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(canvas.width, canvas.height);
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                raster.setSample(x, y, 1, canvas.at(x, y) < 128 ? 255 : 0);
            }
        }
        return Encoded.as("png", new BufferedImage(model, raster, false, null));
    }

    /** Sixteen bits for each of red, green, blue and opacity. */
    static byte[] deepColours(Canvas canvas) {
        ColorSpace colours = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        var model = new ComponentColorModel(colours, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(canvas.width, canvas.height);
        int[] dark = {0, 0, 0, 0xffff};
        int[] bright = {0xffff, 0xffff, 0xffff, 0xffff};
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                raster.setPixel(x, y, canvas.at(x, y) < 128 ? dark : bright);
            }
        }
        return Encoded.as("png", new BufferedImage(model, raster, false, null));
    }

    /** A JPEG in cyan, magenta, yellow and black. Most programs store how much ink is missing. */
    static byte[] inks(Canvas canvas, boolean isMissingInk) {
        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, canvas.width, canvas.height, 4, null);
        int none = isMissingInk ? 255 : 0;
        int[] white = {none, none, none, none};
        int[] black = {255 - none, 255 - none, 255 - none, 255 - none};
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                raster.setPixel(x, y, canvas.at(x, y) < 128 ? black : white);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(raster, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** As a camera stores a page that was held so: 1 is upright, 2, 4, 5 and 7 are mirrored. */
    static Canvas oriented(Canvas from, int orientation) {
        boolean isSwapped = orientation > 4;
        boolean flipsX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean flipsY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        Canvas to = new Canvas(from.width, from.height, 0);
        for (int y = 0; y < to.height; y++) {
            for (int x = 0; x < to.width; x++) {
                int fromX = flipsX ? from.width - 1 - x : x;
                int fromY = flipsY ? from.height - 1 - y : y;
                to.light[y * to.width + x] = isSwapped ? from.at(fromY, fromX) : from.at(fromX, fromY);
            }
        }
        return to;
    }

    /** A PNG that says it has that many pixels, with so many rows of nothing in it. */
    static byte[] emptyPng(int width, int height, int rows) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] row = new byte[1 + (width + 7) / 8];
            for (int i = 0; i < rows; i++) {
                deflater.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.allocate(8 + 25 + 12 + packed.size() + 12)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .put(chunk("IHDR", header.array()))
                .put(chunk("IDAT", packed.toByteArray()))
                .put(chunk("IEND", new byte[0]))
                .array();
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }
}
