// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.guessing.KnownBrowsers;
import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.face.http.Cookies;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/** Whether somebody has been here before with this browser, and the cookies with which he goes on. */
@Singleton
class Returning {
    private final KnownBrowsers browsers;
    private final Sessions sessions;
    private final RoutingContext request;

    Returning(KnownBrowsers browsers, Sessions sessions, RoutingContext request) {
        this.browsers = browsers;
        this.sessions = sessions;
        this.request = request;
    }

    /** In which an attempt at this account queues up. */
    Lane lane(String account) {
        return browsers.lane(account, shown());
    }

    /** After a sign-in; a browser is known from then on, but not by half of one. */
    NewCookie[] cookies(SessionToken token) {
        NewCookie session = Cookies.session(token.value(), sessions.longest());
        Optional<String> account = sessions.find(token)
                .filter(found -> found.isWhole())
                .map(found -> found.accountName())
                .filter(name ->
                        shown().filter(known -> browsers.isKnown(name, known)).isEmpty());
        return account.map(browsers::remember)
                .map(known -> new NewCookie[] {session, Cookies.knownBrowser(known, KnownBrowsers.MEMORY)})
                .orElseGet(() -> new NewCookie[] {session});
    }

    private Optional<String> shown() {
        return Optional.ofNullable(request.request().getCookie(Cookies.KNOWN_BROWSER))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }
}
