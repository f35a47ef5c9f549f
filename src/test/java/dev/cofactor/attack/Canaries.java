// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Things that must not be found, and the search for them: for any part of any, however it is written. */
final class Canaries {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String SIGNS = "\"'\\&<+%/é";
    private static final int SIEVE = 1 << 22;

    private final SecureRandom chance = new SecureRandom();
    private final Map<Long, List<Piece>> pieces = new HashMap<>();
    private final long[] sieve = new long[SIEVE / Long.SIZE];

    private record Piece(String canary, String spelling, byte[] bytes) {}

    /**
     * A text with all that has to be escaped somewhere. Between two such signs stand letters of chance, so that no eight
     * characters of it are another's as well.
     */
    String text(String name) {
        StringBuilder text = new StringBuilder(letters(LETTERS, 8));
        for (char sign : SIGNS.toCharArray()) {
            text.append(sign).append(letters(LETTERS, 4));
        }
        put(name, text.toString().getBytes(UTF_8));
        return text.toString();
    }

    /** One word of letters and digits, so long as a path, a header and a form may have it. */
    String word(String name) {
        String word = letters(LETTERS, 24);
        put(name, word.getBytes(UTF_8));
        return word;
    }

    /** A word that no name and no id may be, because of what stands in the middle of it. */
    String noName(String name) {
        String word = letters(LETTERS, 20) + "\u0001" + letters(LETTERS, 20);
        put(name, word.getBytes(UTF_8));
        return word;
    }

    /** A setup key of 20 bytes, and the bytes. */
    String setupKey(String name) {
        String key = letters(BASE32, 32);
        key(name, key);
        return key;
    }

    /** The same of a key that was made elsewhere. */
    void key(String name, String key) {
        put(name + ", its key", key.getBytes(UTF_8));
        put(name + ", its bytes", decoded(key));
    }

    byte[] bytes(String name, int length) {
        byte[] bytes = new byte[length];
        chance.nextBytes(bytes);
        put(name, bytes);
        return bytes;
    }

    private String letters(String of, int length) {
        StringBuilder text = new StringBuilder();
        chance.ints(length, 0, of.length()).forEach(at -> text.append(of.charAt(at)));
        return text.toString();
    }

    private static byte[] decoded(String key) {
        ByteBuffer bytes = ByteBuffer.allocate(key.length() * 5 / 8);
        long held = 0;
        for (int i = 0; i < key.length(); i++) {
            held = (held << 5) | BASE32.indexOf(key.charAt(i));
            if (i % 8 == 7) {
                for (int shift = 32; shift >= 0; shift -= 8) {
                    bytes.put((byte) (held >> shift));
                }
                held = 0;
            }
        }
        return bytes.array();
    }

    void put(String name, byte[] secret) {
        Spellings.of(secret).forEach((spelling, all) -> all.forEach(bytes -> put(new Piece(name, spelling, bytes))));
    }

    private synchronized void put(Piece piece) {
        byte[] bytes = piece.bytes();
        lower(bytes);
        long first = ByteBuffer.wrap(bytes).getLong();
        sieve[hash(first) / Long.SIZE] |= 1L << hash(first);
        pieces.computeIfAbsent(first, key -> new ArrayList<>()).add(piece);
    }

    /** Whose parts stand there, and in which spelling. */
    synchronized Set<String> in(byte[] where) {
        byte[] hay = where.clone();
        lower(hay);
        Set<String> found = new TreeSet<>();
        long last = 0;
        for (int i = 0; i < hay.length; i++) {
            last = (last << 8) | (hay[i] & 0xFF);
            int hash = hash(last);
            if (i >= 7 && (sieve[hash / Long.SIZE] & (1L << hash)) != 0) {
                look(hay, i - 7, pieces.getOrDefault(last, List.of()), found);
            }
        }
        return found;
    }

    Set<String> in(String where) {
        return in(where.getBytes(UTF_8));
    }

    private static void look(byte[] hay, int at, List<Piece> those, Set<String> found) {
        for (Piece piece : those) {
            ByteBuffer there = ByteBuffer.wrap(hay, at, Math.min(piece.bytes().length, hay.length - at));
            if (there.equals(ByteBuffer.wrap(piece.bytes()))) {
                found.add(piece.canary() + " (" + piece.spelling() + ")");
            }
        }
    }

    private static int hash(long bytes) {
        return (int) ((bytes * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - 22));
    }

    private static void lower(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] >= 'A' && text[i] <= 'Z') {
                text[i] += 'a' - 'A';
            }
        }
    }
}
