// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/**
 * The cookies of pages. {@code __Host-} makes browsers insist on Secure, the whole path and no domain, so that no
 * neighbouring host can plant one.
 */
public final class Cookies {
    /** The signed-in session. Lax: a link in a mail must find its reader signed in, and reading changes nothing. */
    public static final String SESSION = "__Host-cofactor";

    /** Stands in for the session before there is one, so that the sign-in form has a token too. Never a credential. */
    public static final String BEFORE_SESSION = "__Host-cofactor-pre";

    /** By which a browser is known again to which somebody signed in. It opens nothing. */
    public static final String KNOWN_BROWSER = "__Host-cofactor-known";

    /** On the way to the provider of single sign-on and back. Lax: the way back begins there. Never a credential. */
    public static final String SSO = "__Host-cofactor-sso";

    /** Somebody wants to see the first steps no more. It opens nothing. */
    public static final String FIRST_STEPS = "__Host-cofactor-steps";

    private Cookies() {}

    public static NewCookie session(String value, Duration age) {
        return host(SESSION)
                .value(value)
                .maxAge(Math.toIntExact(age.toSeconds()))
                .build();
    }

    public static NewCookie knownBrowser(String value, Duration age) {
        return host(KNOWN_BROWSER)
                .value(value)
                .maxAge(Math.toIntExact(age.toSeconds()))
                .build();
    }

    /** Makes the browser forget the session. */
    public static NewCookie sessionEnded() {
        return host(SESSION).value("").maxAge(0).build();
    }

    public static NewCookie sso(String value, Duration age) {
        return host(SSO).value(value).maxAge(Math.toIntExact(age.toSeconds())).build();
    }

    public static NewCookie ssoEnded() {
        return host(SSO).value("").maxAge(0).build();
    }

    public static NewCookie firstStepsPutAway() {
        return host(FIRST_STEPS)
                .value("away")
                .maxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()))
                .build();
    }

    private static NewCookie.Builder host(String name) {
        return new NewCookie.Builder(name).path("/").secure(true).httpOnly(true).sameSite(NewCookie.SameSite.LAX);
    }
}
