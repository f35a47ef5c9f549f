// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with a key. */
public final class PasskeyRefused extends Problem {
    private static final long serialVersionUID = 1;

    private PasskeyRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** One answer for whatever is wrong with a response: what exactly, only its maker could use. */
    static PasskeyRefused unproved() {
        return new PasskeyRefused(
                Kind.INVALID, "passkey-unproved", "the key's answer does not fit, or came too late: try once more");
    }

    static PasskeyRefused known() {
        return new PasskeyRefused(Kind.CONFLICT, "passkey-known", "this key is registered already");
    }

    static PasskeyRefused tooMany(int most) {
        return new PasskeyRefused(Kind.CONFLICT, "passkey-too-many", "there are " + most + " keys already: remove one");
    }

    static PasskeyRefused none() {
        return new PasskeyRefused(Kind.CONFLICT, "passkey-none", "there is no key that could be asked");
    }

    static PasskeyRefused notFound() {
        return new PasskeyRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
