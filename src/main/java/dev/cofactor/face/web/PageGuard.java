// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.Barrier;
import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.ground.identity.Line;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands before every page. A page is closed unless its method says {@code @PermitAll}, so forgetting to say anything
 * lets nobody in.
 */
@Singleton
class PageGuard {
    private final Sessions sessions;
    private final StepUps stepUps;
    private final Visitor visitor;

    PageGuard(Sessions sessions, StepUps stepUps, Visitor visitor) {
        this.sessions = sessions;
        this.stepUps = stepUps;
        this.visitor = visitor;
    }

    @ServerRequestFilter
    public Optional<Response> guard(ContainerRequestContext request, ResourceInfo page) {
        if (!page.getResourceClass().getSimpleName().endsWith("Pages")) {
            return Optional.empty();
        }
        Optional<SessionToken> token = token(request);
        boolean unattended = page.getResourceMethod().isAnnotationPresent(Unattended.class);
        Optional<Session> session = token.flatMap(unattended ? sessions::look : sessions::find);
        session.ifPresent(found -> visitor.is(found, token.orElseThrow()));
        if (page.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return Optional.empty();
        }
        if (unattended && !goesOn(session)) {
            return Optional.of(Response.noContent().build());
        }
        if (session.isEmpty()) {
            return Optional.of(SignInPages.leadTo(request.getUriInfo(), token.isPresent()));
        }
        return session.get()
                .barrier()
                .filter(barrier -> !isOpen(page.getResourceMethod(), barrier))
                .map(barrier -> leadTo(barrier, request.getUriInfo()))
                .or(() -> stepUp(request, page.getResourceMethod(), session.get()));
    }

    /** A form that was filled in is lost on the way: pages ask before they show one. */
    private Optional<Response> stepUp(ContainerRequestContext request, Method page, Session session) {
        return Optional.ofNullable(page.getAnnotation(ProvedWithin.class))
                .filter(asked -> !stepUps.provedWithin(session.caller(Line.NONE), Duration.ofMinutes(asked.minutes())))
                .map(asked -> Leads.to("/step-up?back=" + Leads.asParameter(request.getUriInfo())));
    }

    private static boolean goesOn(Optional<Session> session) {
        return session.filter(found -> found.barrier().isEmpty()).isPresent();
    }

    private static boolean isOpen(Method page, Barrier barrier) {
        return Optional.ofNullable(page.getAnnotation(OpenBefore.class))
                .filter(open -> List.of(open.value()).contains(barrier))
                .isPresent();
    }

    private static Response leadTo(Barrier barrier, UriInfo asked) {
        return switch (barrier) {
            case SECOND_STEP -> Leads.to("/sign-in/factor?back=" + Leads.asParameter(asked));
            case RECOVERED -> Leads.to("/sign-in/recovered");
            case SET_PASSWORD, CHANGE_PASSWORD -> Leads.to("/new-password");
            case SET_UP_FACTOR -> Leads.to("/sign-in/set-up");
        };
    }

    private static Optional<SessionToken> token(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(Cookies.SESSION))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(SessionToken::new)
                .filter(SessionToken::isForBrowsers);
    }
}
