// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile stands. A full tile is 256 hashes wide and never changes; a narrower one is the beginning of it.
 *
 * @param level 0 for leaf hashes, one more for each 256-fold; {@link #ENTRIES} for the entries themselves
 */
public record TilePath(int level, long index, int width) {
    /** Levels of the tree in one tile. */
    public static final int HEIGHT = 8;

    public static final int WIDTH = 1 << HEIGHT;
    public static final int ENTRIES = -1;

    private static final int MAX_LEVEL = 63;
    private static final int MAX_TEXT = 64;
    private static final Pattern TEXT =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    public TilePath {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > WIDTH) {
            throw Unproven.malformed("no such tile");
        }
    }

    /** The tile as it stands in a tree of that size. */
    public static TilePath at(int level, long index, long size) {
        long hashes = hashes(level, size);
        if (index < 0 || index > (hashes - 1) / WIDTH || hashes <= 0) {
            throw Unproven.because("the tree does not reach that tile");
        }
        return new TilePath(level, index, (int) Math.min(hashes - index * WIDTH, WIDTH));
    }

    /** The tiles of hashes that a tree of the newer size has and one of the older size has not, or has narrower. */
    public static List<TilePath> grown(long older, long newer) {
        List<TilePath> paths = new ArrayList<>();
        for (int level = 0; hashes(level, older) < hashes(level, newer); level++) {
            long last = (hashes(level, newer) - 1) / WIDTH;
            for (long index = hashes(level, older) / WIDTH; index <= last; index++) {
                paths.add(at(level, index, newer));
            }
        }
        return paths;
    }

    /** How many hashes the tiles of a level hold together. */
    private static long hashes(int level, long size) {
        int shift = HEIGHT * Math.max(level, 0);
        return shift < Long.SIZE ? size >> shift : 0;
    }

    public static TilePath parse(String text) {
        Matcher parts = TEXT.matcher(text.length() <= MAX_TEXT ? text : "");
        if (!parts.matches()) {
            throw Unproven.malformed("not the path of a tile");
        }
        try {
            TilePath path = new TilePath(
                    parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1)),
                    Long.parseLong(parts.group(2).replaceAll("[x/]", "")),
                    parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3)));
            if (path.text().equals(text)) {
                return path;
            }
        } catch (NumberFormatException e) {
            // more digits than a tree has leaves
        }
        throw Unproven.malformed("not the path of a tile");
    }

    /** The path below the log's address, such as {@code tile/0/x001/x234/067}. */
    public String text() {
        StringBuilder groups = new StringBuilder(group(index));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x" + group(rest) + "/");
        }
        String where = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + where + "/" + groups + (full() ? "" : ".p/" + width);
    }

    private static String group(long number) {
        return String.format(Locale.ROOT, "%03d", number % 1000);
    }

    public boolean full() {
        return width == WIDTH;
    }

    /** The bundle with the entries whose hashes a tile of level 0 holds. */
    public TilePath entries() {
        if (level != 0) {
            throw Unproven.malformed("only tiles of leaf hashes have entries");
        }
        return new TilePath(ENTRIES, index, width);
    }

    @Override
    public String toString() {
        return text();
    }
}
