// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with a key now, and what comes first. */
final class KeyRefused extends Problem {
    private static final long serialVersionUID = 1;

    private KeyRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static KeyRefused notFound() {
        return new KeyRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }

    static KeyRefused changedMeanwhile() {
        return new KeyRefused(Kind.CONFLICT, "changed-meanwhile", "somebody else changed the keys: look again");
    }

    static KeyRefused unusable() {
        return new KeyRefused(Kind.CONFLICT, "key-unusable", "this server does not open that version");
    }

    static KeyRefused stillNamed() {
        return new KeyRefused(
                Kind.CONFLICT, "key-still-named", "something is still sealed under this version: re-wrap it first");
    }

    static KeyRefused rootTooYoung() {
        return new KeyRefused(
                Kind.CONFLICT,
                "root-still-needed",
                "a root key is dropped when the keys have been under this server's own for a week");
    }
}
