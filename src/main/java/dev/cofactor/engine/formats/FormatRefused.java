// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.ground.problem.Problem;

/** A file that cannot be read, or an entry of one. Says what to do about it and nothing of what stood there. */
public final class FormatRefused extends Problem {
    private static final long serialVersionUID = 1;

    private FormatRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static FormatRefused malformed(String message) {
        return new FormatRefused(Kind.INVALID, "import-malformed", message);
    }

    static FormatRefused unknown() {
        return new FormatRefused(
                Kind.INVALID, "import-format-unknown", "this file is of no kind that is read here: say which it is");
    }

    static FormatRefused onlyOne() {
        return new FormatRefused(
                Kind.INVALID, "import-one-file", "send one file at a time; of an export in pictures, all of them");
    }

    static FormatRefused tooLarge() {
        return new FormatRefused(Kind.TOO_LARGE, "import-too-large", "a file to read has at most 8 MB");
    }

    static FormatRefused tooDeep() {
        return new FormatRefused(
                Kind.TOO_LARGE, "import-too-large", "the file is nested too deep, or has too many parts");
    }

    static FormatRefused unpacksTooLarge() {
        return new FormatRefused(
                Kind.TOO_LARGE, "import-too-large", "what is packed in the file is too large, or too much of it");
    }

    static FormatRefused tooMany() {
        return new FormatRefused(
                Kind.TOO_LARGE,
                "import-too-many",
                "a file has at most " + Lot.MOST + " entries: export fewer at a time");
    }

    static FormatRefused passwordNeeded() {
        return new FormatRefused(
                Kind.CONDITION_MISSING, "import-password-needed", "the file is encrypted: send its password with it");
    }

    static FormatRefused passwordWrong() {
        return new FormatRefused(
                Kind.INVALID, "import-password-wrong", "the file does not open with this password, or it is damaged");
    }

    static FormatRefused tooCostly() {
        return new FormatRefused(
                Kind.INVALID,
                "import-too-costly",
                "the file asks for more work to open it than is done here: export it again with the usual settings");
    }

    static FormatRefused unsupported(String message) {
        return new FormatRefused(Kind.INVALID, "import-unsupported", message);
    }

    /** Whether it is of a kind that is not read here, rather than broken. */
    public boolean isUnsupported() {
        return code().equals("import-unsupported");
    }
}
