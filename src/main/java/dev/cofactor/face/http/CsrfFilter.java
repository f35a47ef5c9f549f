// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import dev.cofactor.ground.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Lets nothing change state through a page without the token; the Origin was compared at the front door. */
@Singleton
class CsrfFilter {
    private static final String FIELD = "csrf";
    private static final String HEADER = "X-CSRF-Token";

    private final Instance<HttpConfig> config;

    /** Filters are made while the program is built up, before there are settings: they are asked for when needed. */
    CsrfFilter(Instance<HttpConfig> config) {
        this.config = config;
    }

    @ServerRequestFilter
    @WithFormRead
    public void check(ResteasyReactiveContainerRequestContext context, RoutingContext request) {
        boolean reading = FrontDoor.SAFE.contains(request.request().method());
        if (reading || Area.of(request.normalizedPath()) == Area.API) {
            return;
        }
        @Nullable String header = request.request().getHeader(HEADER);
        if (!CsrfToken.isRight(request, header == null ? field(context) : header)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "csrf",
                    FrontDoor.openAgain(PublicUrl.of(config.get().url())));
        }
    }

    private static @Nullable String field(ResteasyReactiveContainerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context.getServerRequestContext();
        return request.getFormData() == null ? null : (String) request.getFormParameter(FIELD, true, false);
    }
}
