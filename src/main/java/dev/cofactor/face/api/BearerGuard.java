// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.api;

import dev.cofactor.face.http.RequestIds;
import dev.cofactor.ground.identity.Bearers;
import dev.cofactor.ground.identity.CallerInRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands before every operation of the API; forgetting to say anything lets nobody in. */
@Singleton
class BearerGuard {
    /** RFC 6750, 2.1; the length is bounded by that of all headers. */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");

    private final Bearers bearers;
    private final CallerInRequest caller;
    private final RequestIds requests;

    BearerGuard(Bearers bearers, CallerInRequest caller, RequestIds requests) {
        this.bearers = bearers;
        this.caller = caller;
        this.requests = requests;
    }

    @ServerRequestFilter
    public void guard(ContainerRequestContext request, ResourceInfo operation, RoutingContext routing) {
        boolean open = operation.getResourceMethod().isAnnotationPresent(PermitAll.class)
                || operation.getResourceClass().isAnnotationPresent(PermitAll.class);
        if (!open && routing.normalizedPath().startsWith("/api/")) {
            caller.is(bearers.admit(bearer(request), requests.line(routing)));
        }
    }

    /** Two credentials are none: which of them counts must not depend on who reads the headers. */
    private static Optional<String> bearer(ContainerRequestContext request) {
        List<String> shown = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
        return Optional.of(shown)
                .filter(values -> values.size() == 1)
                .map(values -> BEARER.matcher(values.getFirst()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }
}
