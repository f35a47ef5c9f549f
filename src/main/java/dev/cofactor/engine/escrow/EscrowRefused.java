// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.escrow;

import dev.cofactor.ground.problem.Problem;

/** A bundle, or what lies beside it, that is not to be used. Nothing of it is repeated. */
public final class EscrowRefused extends Problem {
    private static final long serialVersionUID = 1;

    private EscrowRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** Some byte of it is another one than was written. */
    public static EscrowRefused altered(String what) {
        return new EscrowRefused(Kind.INVALID, "bundle-altered", what + " is not as it was written");
    }

    static EscrowRefused anotherFormat() {
        return new EscrowRefused(Kind.INVALID, "bundle-format", "this is no bundle that this version can read");
    }

    public static EscrowRefused tooLarge(String what) {
        return new EscrowRefused(Kind.TOO_LARGE, "bundle-too-large", what + " is too long");
    }

    /** The uses of some other bundle. */
    public static EscrowRefused another() {
        return new EscrowRefused(Kind.CONFLICT, "bundle-another", "these are uses of another bundle");
    }

    static void unless(boolean holds, String what) {
        if (!holds) {
            throw altered(what);
        }
    }
}
