// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import dev.cofactor.ground.problem.Problem;

/** The provider did not say what would have been needed. */
public final class ProviderFailed extends Problem {
    private static final long serialVersionUID = 1;

    private ProviderFailed(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static ProviderFailed away() {
        return new ProviderFailed(
                Kind.UNAVAILABLE, "sso-unavailable", "the provider of single sign-on does not answer as it should");
    }

    /** A token that is not the provider's, not for us, not of this sign-in or not of this time: one answer for all. */
    static ProviderFailed unproven() {
        return new ProviderFailed(Kind.FORBIDDEN, "sso-unproven", "what the provider sent proves nothing");
    }

    static ProviderFailed anotherIssuer() {
        return new ProviderFailed(Kind.FORBIDDEN, "sso-issuer", "the answer came from another provider");
    }

    static ProviderFailed notSetUp() {
        return new ProviderFailed(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}
