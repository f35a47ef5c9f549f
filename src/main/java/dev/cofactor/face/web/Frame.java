// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.approvals.Requests;
import dev.cofactor.desk.notices.NoticeDesk;
import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.face.http.CsrfToken;
import dev.cofactor.face.http.RequestIds;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;

/** What every page shows or carries besides its own: the token of its forms, who sits there, and whether this is an evaluation. */
@Singleton
public class Frame {
    private final Visitor visitor;
    private final CsrfToken csrf;
    private final WebConfig config;
    private final RequestIds requests;
    private final RoutingContext request;
    private final Gate gate;
    private final NoticeDesk notices;
    private final Requests approvals;

    Frame(
            Visitor visitor,
            CsrfToken csrf,
            WebConfig config,
            RequestIds requests,
            RoutingContext request,
            Gate gate,
            NoticeDesk notices,
            Requests approvals) {
        this.visitor = visitor;
        this.csrf = csrf;
        this.config = config;
        this.requests = requests;
        this.request = request;
        this.gate = gate;
        this.notices = notices;
        this.approvals = approvals;
    }

    public String csrf() {
        return csrf.token();
    }

    public boolean evaluation() {
        return config.evaluation();
    }

    /** How the request came in. */
    public Line line() {
        return requests.line(request);
    }

    /** Whether somebody is signed in, for pages that are open to everybody. */
    public Optional<Session> knownSession() {
        return visitor.knownSession();
    }

    /** What he showed. */
    public Optional<SessionToken> token() {
        return visitor.token();
    }

    /** For pages behind the guard. */
    public Session session() {
        return visitor.session();
    }

    /** Who asks, for pages behind the guard. */
    public Caller caller() {
        return session().caller(line());
    }

    /** For pages behind the guard. */
    public Shell shell(Place here) {
        View view = gate.view(caller());
        return new Shell(
                csrf(),
                evaluation(),
                session().person().toString(),
                session().displayName(),
                here,
                Arrays.stream(Place.values()).filter(Place::isDaily).toList(),
                Arrays.stream(Place.values())
                        .filter(place -> place.isOfficeFor(view))
                        .toList(),
                notices.unread(caller()),
                approvals.waiting(caller()));
    }
}
