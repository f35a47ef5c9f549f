// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.Session;
import dev.cofactor.face.http.CsrfToken;
import dev.cofactor.face.http.RequestIds;
import dev.cofactor.ground.identity.Line;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** What every page shows or carries besides its own: the token of its forms, who sits there, and whether this is an evaluation. */
@Singleton
class Frame {
    private final Visitor visitor;
    private final CsrfToken csrf;
    private final WebConfig config;
    private final RequestIds requests;
    private final RoutingContext request;

    Frame(Visitor visitor, CsrfToken csrf, WebConfig config, RequestIds requests, RoutingContext request) {
        this.visitor = visitor;
        this.csrf = csrf;
        this.config = config;
        this.requests = requests;
        this.request = request;
    }

    String csrf() {
        return csrf.token();
    }

    boolean evaluation() {
        return config.evaluation();
    }

    /** How the request came in. */
    Line line() {
        return requests.line(request);
    }

    /** For pages behind the guard. */
    Session session() {
        return visitor.session();
    }
}
