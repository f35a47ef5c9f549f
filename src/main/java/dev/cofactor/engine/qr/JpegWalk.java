// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

/** Walks the markers of a JPEG up to its end: its size, and how many scans it makes the decoder go through. */
final class JpegWalk {
    /** Ten are usual. Each goes over the whole picture, and may be a few bytes long. */
    private static final int MAX_SCANS = 32;

    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;

    private final byte[] bytes;
    private int at = 2;
    private int width;
    private int height;
    private int components;
    private boolean isProgressive;
    private int scans;

    private JpegWalk(byte[] bytes) {
        this.bytes = bytes;
    }

    static PictureHeader header(byte[] bytes) {
        JpegWalk walk = new JpegWalk(bytes);
        walk.walk();
        if (walk.scans == 0 || walk.scans > MAX_SCANS || walk.components == 0) {
            throw PictureRefused.damaged();
        }
        return new PictureHeader(
                PictureFormat.JPEG,
                walk.width,
                walk.height,
                walk.components == 4 ? 4 : 1,
                walk.isProgressive || walk.scans > 1);
    }

    /** A file that was cut off within a scan is read as far as it goes. */
    private void walk() {
        while (at < bytes.length) {
            int marker = marker();
            if (marker == END) {
                return;
            }
            int length = u16(at);
            if (length < 2 || at + length > bytes.length) {
                throw PictureRefused.damaged();
            }
            if (isFrame(marker)) {
                frame(marker);
            }
            at += length;
            if (marker == START_OF_SCAN) {
                scans++;
                skipScan();
            }
        }
    }

    private int marker() {
        while (u8(at) != 0xff) {
            at++;
        }
        while (u8(at) == 0xff) {
            at++;
        }
        return u8(at++);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void frame(int marker) {
        if (components != 0) {
            throw PictureRefused.damaged();
        }
        isProgressive = marker == 0xc2;
        height = u16(at + 3);
        width = u16(at + 5);
        components = u8(at + 7);
    }

    /** Within a scan FF is followed by 00 or a restart mark; by anything else only where the scan has ended. */
    private void skipScan() {
        while (at + 1 < bytes.length) {
            int next = u8(at + 1);
            if (u8(at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return;
            }
            at++;
        }
        at = bytes.length;
    }

    private int u8(int index) {
        return bytes[index] & 0xff;
    }

    private int u16(int index) {
        return u8(index) << 8 | u8(index + 1);
    }
}
