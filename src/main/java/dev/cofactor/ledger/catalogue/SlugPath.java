// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from the root to a folder or a secret, as it was typed: whether anything is there is another question. */
public record SlugPath(List<Slug> slugs) {
    /** A secret's own segment included; so a folder stands one less deep. */
    public static final int MOST = 10;

    public SlugPath {
        slugs = List.copyOf(slugs);
        if (slugs.isEmpty() || slugs.size() > MOST) {
            throw new IllegalArgumentException("a path has 1 to 10 segments");
        }
    }

    /** Empty for what cannot be a path: no segment is forgiven, nothing is decoded, folded or left out. */
    public static Optional<SlugPath> find(String text) {
        List<String> segments = List.of(text.split("/", -1));
        if (segments.size() > MOST) {
            return Optional.empty();
        }
        List<Slug> slugs =
                segments.stream().map(Slug::find).flatMap(Optional::stream).toList();
        return slugs.size() == segments.size() ? Optional.of(new SlugPath(slugs)) : Optional.empty();
    }

    String[] segments() {
        return slugs.stream().map(Slug::value).toArray(String[]::new);
    }

    static String text(Stream<String> segments) {
        return segments.collect(Collectors.joining("/"));
    }
}
