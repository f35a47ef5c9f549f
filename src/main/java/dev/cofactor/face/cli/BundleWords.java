// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words behind {@code cofactor bundle}, understood.
 *
 * @param file of a new key, or of a bundle
 * @param keys files of holders' keys
 * @param wishes what is wanted of it; nothing, where somebody only looks what there is
 */
record BundleWords(What what, String file, List<String> keys, List<Wish> wishes, Optional<String> uses) {
    private static final Set<String> OPTIONS = Set.of("--key", "--code", "--backup-code", "--uses");

    /** What there is to do. */
    enum What {
        KEY,
        OPEN
    }

    /** A code of a secret, by its path or id: the current one, or a backup code. */
    record Wish(String secret, boolean backup) {}

    /** @param words from {@code bundle} on */
    static BundleWords parse(List<String> words) throws VerifyWords.Misused {
        require(words.size() >= 3 && !words.get(2).startsWith("-"), "say what to do, and with which file");
        What what = switch (words.get(1)) {
            case "key" -> What.KEY;
            case "open" -> What.OPEN;
            default -> throw new VerifyWords.Misused("a bundle is opened, and a key for one is made");
        };
        List<String> options = words.subList(3, words.size());
        mustBeOptions(options);
        require(what == What.OPEN || options.isEmpty(), "a key needs nothing but a file to be written");
        List<String> keys = of("--key", options);
        require(
                what == What.KEY || !keys.isEmpty(),
                "--key names the file of a holder's key, once for each who is there");
        List<String> uses = of("--uses", options);
        require(uses.size() <= 1, "uses are written into one file");
        return new BundleWords(
                what, words.get(2), keys, wishes(options), uses.stream().findFirst());
    }

    private static List<Wish> wishes(List<String> options) {
        List<Wish> wishes = new ArrayList<>();
        of("--code", options).forEach(secret -> wishes.add(new Wish(secret, false)));
        of("--backup-code", options).forEach(secret -> wishes.add(new Wish(secret, true)));
        return wishes;
    }

    private static List<String> of(String option, List<String> options) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < options.size(); i += 2) {
            if (options.get(i).equals(option)) {
                values.add(options.get(i + 1));
            }
        }
        return values;
    }

    private static void mustBeOptions(List<String> options) throws VerifyWords.Misused {
        for (int i = 0; i < options.size(); i += 2) {
            require(OPTIONS.contains(options.get(i)), "there is an option that it does not know");
            require(i + 1 < options.size(), "an option has no value");
        }
    }

    private static void require(boolean holds, String otherwise) throws VerifyWords.Misused {
        if (!holds) {
            throw new VerifyWords.Misused(otherwise);
        }
    }
}
