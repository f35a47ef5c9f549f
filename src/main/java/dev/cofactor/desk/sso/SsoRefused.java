// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import dev.cofactor.ground.problem.Problem;

/** What single sign-on cannot do. */
public final class SsoRefused extends Problem {
    private static final long serialVersionUID = 1;

    private SsoRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    /** Another browser's, another attempt's, an old one's, or one that was used. */
    static SsoRefused anotherAttempt() {
        return new SsoRefused(Kind.FORBIDDEN, "sso-state", "this answer belongs to no sign-in that was begun here");
    }

    static SsoRefused atProvider() {
        return new SsoRefused(Kind.FORBIDDEN, "sso-refused", "the provider let nobody in");
    }

    static SsoRefused unlinked() {
        return new SsoRefused(Kind.FORBIDDEN, "sso-unlinked", "nobody here is linked with this account");
    }

    static SsoRefused suspended() {
        return new SsoRefused(Kind.FORBIDDEN, "sso-suspended", "nobody here is linked with this account");
    }

    static SsoRefused taken() {
        return new SsoRefused(
                Kind.CONFLICT, "sso-link-taken", "this account is linked already, or you are linked with another one");
    }

    static SsoRefused invalid(String rule) {
        return new SsoRefused(Kind.INVALID, "request-invalid", rule);
    }

    static SsoRefused notFound() {
        return new SsoRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }

    static SsoRefused role() {
        return new SsoRefused(
                Kind.CONFLICT, "sso-group-role", "a role, or a group that stands in one, is never given by a claim");
    }

    static SsoRefused mappedBefore() {
        return new SsoRefused(Kind.CONFLICT, "sso-group-mapped", "this value gives this group already");
    }
}
