// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Set;

/** What a file is by its first bytes, whatever its name or its sender say. Three are read; the others are refused by name. */
enum PictureFormat {
    PNG("PNG"),
    JPEG("JPEG"),
    GIF("GIF"),
    HEIC("HEIC"),
    AVIF("AVIF"),
    WEBP("WebP"),
    BMP("BMP"),
    TIFF("TIFF"),
    SVG("SVG"),
    PDF("PDF"),
    UNKNOWN("of an unknown kind");

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");
    private static final int LOOKED_AT = 1024;

    final String title;

    PictureFormat(String title) {
        this.title = title;
    }

    static PictureFormat of(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return GIF;
        }
        return refused(start);
    }

    private static PictureFormat refused(String start) {
        if (start.startsWith("ftyp", 4) && start.length() >= 12) {
            return boxed(start.substring(8, 12));
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (start.startsWith("BM")) {
            return BMP;
        }
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return TIFF;
        }
        if (start.startsWith("%PDF-")) {
            return PDF;
        }
        return start.toLowerCase(Locale.ROOT).contains("<svg") ? SVG : UNKNOWN;
    }

    /** The family of files made of boxes says in its first one which member it is. */
    private static PictureFormat boxed(String brand) {
        if (brand.equals("avif") || brand.equals("avis")) {
            return AVIF;
        }
        return HEIC_BRANDS.contains(brand) ? HEIC : UNKNOWN;
    }
}
