// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.face.http.Cookies;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands before every page. A page is closed unless its method says {@code @PermitAll}, so forgetting to say anything
 * lets nobody in.
 */
@Singleton
class PageGuard {
    private final Sessions sessions;
    private final Visitor visitor;

    PageGuard(Sessions sessions, Visitor visitor) {
        this.sessions = sessions;
        this.visitor = visitor;
    }

    @ServerRequestFilter
    public Optional<Response> guard(ContainerRequestContext request, ResourceInfo page) {
        if (!page.getResourceClass().getSimpleName().endsWith("Pages")) {
            return Optional.empty();
        }
        Optional<SessionToken> token = token(request);
        Optional<Session> session = token.flatMap(sessions::find);
        session.ifPresent(found -> visitor.is(found, token.orElseThrow()));
        if (page.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return Optional.empty();
        }
        if (session.isEmpty()) {
            return Optional.of(SignInPages.leadTo(request.getUriInfo(), token.isPresent()));
        }
        boolean settingPassword = page.getResourceMethod().isAnnotationPresent(WithInitialPassword.class);
        return session.get().mustSetPassword() && !settingPassword
                ? Optional.of(Leads.to("/new-password"))
                : Optional.empty();
    }

    private static Optional<SessionToken> token(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(Cookies.SESSION))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(SessionToken::new)
                .filter(SessionToken::isForBrowsers);
    }
}
