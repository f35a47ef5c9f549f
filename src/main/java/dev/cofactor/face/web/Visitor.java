// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.signin.SessionToken;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sits at the browser of this request. Only {@link PageGuard} says so. */
@RequestScoped
class Visitor {
    private @Nullable Session session;
    private @Nullable SessionToken token;

    void is(Session found, SessionToken by) {
        session = found;
        token = by;
    }

    /** For pages that are not open to everybody: the guard lets nobody else in. */
    Session session() {
        if (session == null) {
            throw new IllegalStateException("a page behind the guard was reached without a session");
        }
        return session;
    }

    Optional<Session> knownSession() {
        return Optional.ofNullable(session);
    }

    Optional<SessionToken> token() {
        return Optional.ofNullable(token);
    }
}
