// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with a key. */
public final class PasskeyRefused extends Problem {
    private static final long serialVersionUID = 1;
    private static final String STEP_UP = "step-up-required";

    private PasskeyRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** Whether he may try again once he has proved that it is him. */
    public boolean wantsProof() {
        return code().equals(STEP_UP);
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

    static PasskeyRefused demanded() {
        return new PasskeyRefused(
                Kind.CONFLICT, "factor-demanded", "your account needs a second factor, and this is the last one");
    }

    static PasskeyRefused unproven() {
        return new PasskeyRefused(Kind.FORBIDDEN, STEP_UP, "prove once more that it is you");
    }

    static PasskeyRefused none() {
        return new PasskeyRefused(Kind.CONFLICT, "passkey-none", "there is no key that could be asked");
    }

    static PasskeyRefused notFound() {
        return new PasskeyRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
