// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.review;

import dev.cofactor.desk.oversight.Csv;
import dev.cofactor.ground.identity.PublicId;
import java.util.List;
import java.util.UUID;

/** The review as a table. Its columns stay in their order: what was signed off is its hash. */
final class ReviewTable {
    private static final List<String> HEADER = List.of(
            "secret",
            "path",
            "kind",
            "name",
            "account",
            "id",
            "actsFor",
            "verb",
            "when",
            "steps",
            "policies",
            "lastUsed",
            "unused90Days");

    private ReviewTable() {}

    static byte[] header() {
        return Csv.row(HEADER);
    }

    static byte[] row(Row row) {
        return Csv.row(List.of(
                PublicId.SECRET.of(row.secret()),
                row.path().isEmpty() ? "(in a personal folder)" : row.path(),
                row.who().kind(),
                row.who().name(),
                row.who().account(),
                row.id().toString(),
                row.forWhom().map(UUID::toString).orElse(""),
                row.verb().code(),
                row.always() ? "always" : "sometimes",
                String.join(" ", row.steps()),
                String.join("; ", row.policies()),
                row.last().map(Object::toString).orElse(""),
                row.unused() ? "yes" : "no"));
    }
}
