// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

/** It comes to nothing: with which exit code, and why, in our words or a server's tamed ones. */
final class Ended extends Exception {
    private static final long serialVersionUID = 1;

    static final int UNEXPECTED = 1;
    static final int USAGE = 2;
    static final int UNAUTHENTICATED = 3;
    static final int DENIED = 4;
    static final int WAITS = 5;
    static final int NOT_FOUND = 6;
    static final int BUSY = 7;
    static final int UNREACHABLE = 8;

    private final int exit;

    Ended(int exit, String why) {
        super(why, null, false, false);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }

    /** What a status comes to, for every command alike. */
    static int exitOf(int status) {
        return switch (status) {
            case 400, 413, 422, 428 -> USAGE;
            case 401 -> UNAUTHENTICATED;
            case 403 -> DENIED;
            case 404 -> NOT_FOUND;
            case 429 -> BUSY;
            case 502, 503, 504 -> UNREACHABLE;
            default -> UNEXPECTED;
        };
    }
}
