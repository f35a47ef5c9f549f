// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import java.util.ArrayList;
import java.util.List;

/** All entries of a file, in its order. It owns them. */
public final class Lot implements AutoCloseable {
    /** More than anybody shares by hand; what a hostile file makes of it is bounded by this. */
    public static final int MOST = 2_000;

    private final List<Entry> entries = new ArrayList<>();

    Lot() {}

    /** It is this lot's from now on, also where it is one too many. */
    void add(Entry entry) {
        if (entries.size() == MOST) {
            entry.close();
            throw FormatRefused.tooMany();
        }
        entries.add(entry);
    }

    int next() {
        return entries.size() + 1;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() {
        entries.forEach(Entry::close);
    }
}
