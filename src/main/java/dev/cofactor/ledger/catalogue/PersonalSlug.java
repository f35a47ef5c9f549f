// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The slug of somebody's personal folder, made from the name of his account. */
final class PersonalSlug {
    private static final int LONGEST = 63;

    private PersonalSlug() {}

    /** Two names may come to the same: the second is numbered. */
    static Slug free(String accountName, Predicate<Slug> isFree) {
        String plain = accountName.replaceAll("[^a-z0-9._-]", "-");
        Stream<String> numbered =
                IntStream.iterate(2, number -> number + 1).mapToObj(number -> with(plain, "-" + number));
        return Stream.concat(Stream.of(plain), numbered)
                .flatMap(one -> Slug.find(one).stream())
                .filter(isFree)
                .findFirst()
                .orElseThrow();
    }

    private static String with(String name, String ending) {
        return name.substring(0, Math.min(name.length(), LONGEST - ending.length())) + ending;
    }
}
