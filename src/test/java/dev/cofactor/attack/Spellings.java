// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How one and the same thing may be written. Upper and lower case count as the same, so neither is listed twice. */
final class Spellings {
    /** Of a secret; what is shorter is found in anything. */
    private static final int PART = 8;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Spellings() {}

    /** Each spelling by its name, as all the pieces of it that give away so much of the secret. */
    static Map<String, List<byte[]>> of(byte[] secret) {
        Map<String, List<byte[]>> all = new TreeMap<>();
        all.put("raw", pieces(secret, PART));
        String hex = HexFormat.of().formatHex(secret);
        all.put("hex", pieces(ascii(hex), 2 * PART));
        all.put("hex, utf-16", pieces(hex.getBytes(UTF_16LE), 4 * PART));
        all.put("base64", shifted(secret, 3, 11, bytes -> Base64.getEncoder().encodeToString(bytes)));
        all.put(
                "base64url",
                shifted(secret, 3, 11, bytes -> Base64.getUrlEncoder().encodeToString(bytes)));
        all.put("base32", shifted(secret, 5, 13, Spellings::base32));
        String text = new String(secret, UTF_8);
        if (Arrays.equals(text.getBytes(UTF_8), secret)) {
            all.putAll(ofText(text));
        }
        return all;
    }

    private static Map<String, List<byte[]>> ofText(String text) {
        StringBuilder escaped = new StringBuilder();
        StringBuilder percent = new StringBuilder();
        for (byte one : text.getBytes(UTF_8)) {
            percent.append("%%%02x".formatted(one));
        }
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        String quoted = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0001", "\\u0001");
        return Map.of(
                "utf-16", pieces(text.getBytes(UTF_16LE), 2 * PART),
                "json, quoted", pieces(quoted.getBytes(UTF_8), 2 * PART),
                "json, escaped", pieces(ascii(escaped.toString()), 6 * PART),
                "url", pieces(ascii(URLEncoder.encode(text, UTF_8)), 2 * PART),
                "url, all of it", pieces(ascii(percent.toString()), 3 * PART));
    }

    private interface Writer {
        String write(byte[] bytes);
    }

    /** A secret may stand anywhere within what was encoded; the last characters hold less than their bits and are left out. */
    private static List<byte[]> shifted(byte[] secret, int group, int length, Writer writer) {
        List<byte[]> all = new ArrayList<>();
        for (int from = 0; from < group && secret.length - from >= PART; from++) {
            byte[] rest = Arrays.copyOfRange(secret, from, secret.length);
            byte[] whole = Arrays.copyOf(rest, rest.length - rest.length % group);
            all.addAll(pieces(ascii(writer.write(whole)), length));
        }
        return all;
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : bytes) {
            held = (held << 8) | (one & 0xFF);
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(BASE32.charAt((held >> (bits - 5)) & 31));
            }
            held &= (1 << bits) - 1;
        }
        return text.toString();
    }

    private static List<byte[]> pieces(byte[] whole, int length) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from + length <= whole.length; from++) {
            pieces.add(Arrays.copyOfRange(whole, from, from + length));
        }
        return pieces;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
