// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import dev.cofactor.ground.problem.Problem;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something about an import that is refused. Repeats nothing of the file. */
final class ImportRefused extends Problem {
    private static final long serialVersionUID = 1;

    private ImportRefused(Kind kind, String code, String message, @Nullable Duration retryAfter) {
        super(kind, code, message, retryAfter, Map.of(), null);
    }

    static ImportRefused malformed(String message) {
        return new ImportRefused(Kind.INVALID, "import-request-malformed", message, null);
    }

    static ImportRefused noTemplate() {
        return new ImportRefused(Kind.INVALID, "import-template", "there is no such template", null);
    }

    static ImportRefused notFound() {
        return new ImportRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see", null);
    }

    static ImportRefused changed() {
        return new ImportRefused(
                Kind.CHANGED_MEANWHILE,
                "import-plan-changed",
                "this is not what was looked at, or something has changed since: look at the file again",
                null);
    }

    static ImportRefused notNew() {
        return new ImportRefused(Kind.CONFLICT, "import-not-new", "only entries that are new can be taken in", null);
    }

    static ImportRefused nothingNew() {
        return new ImportRefused(Kind.CONFLICT, "import-nothing-new", "there is no new entry to take in", null);
    }

    static ImportRefused tooManyAtOnce() {
        return new ImportRefused(
                Kind.TOO_LARGE,
                "import-too-many-at-once",
                "at most " + ImportDesk.MOST_AT_ONCE + " entries are taken in at once: choose some of them",
                null);
    }

    static ImportRefused overloaded() {
        return new ImportRefused(
                Kind.UNAVAILABLE,
                "overloaded",
                "other files are being read: try again in a moment",
                Duration.ofSeconds(5));
    }
}
