// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import dev.cofactor.engine.formats.Entry;
import dev.cofactor.ledger.catalogue.Slug;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The path names of a file's entries: each once, and the same each time the file is read. */
final class Names {
    private static final int LONGEST = 63;
    private static final int ROOM_FOR_A_NUMBER = 5;

    private final Set<String> taken;
    private final Set<String> given = new HashSet<>();

    /** @param taken what lies there already */
    Names(Set<String> taken) {
        this.taken = Set.copyOf(taken);
    }

    /** @param isTaken by something that is no entry of this file */
    record Name(String slug, boolean isTaken) {}

    /** By its title; two of one title by their user names too, and in the end by a number. */
    Name of(Entry entry) {
        String whole = slugOf(entry.title() + "-" + entry.user());
        for (String name : List.of(slugOf(entry.title()), whole)) {
            if (Slug.find(name).isPresent() && given.add(name)) {
                return new Name(name, taken.contains(name));
            }
        }
        String base = Slug.find(whole).isPresent() ? shortened(whole, LONGEST - ROOM_FOR_A_NUMBER) : "entry";
        for (int number = base.equals("entry") ? entry.number() : 2; ; number++) {
            String name = base + "-" + number;
            if (given.add(name)) {
                return new Name(name, taken.contains(name));
            }
        }
    }

    private static String slugOf(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._]+", "-")
                .replaceAll("^[-._]+|[-._]+$", "");
        return shortened(plain, LONGEST);
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
