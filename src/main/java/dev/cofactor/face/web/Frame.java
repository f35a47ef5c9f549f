// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.Session;
import dev.cofactor.face.http.CsrfToken;
import jakarta.inject.Singleton;

/** What every page shows or carries besides its own: the token of its forms, who sits there, and whether this is an evaluation. */
@Singleton
class Frame {
    private final Visitor visitor;
    private final CsrfToken csrf;
    private final WebConfig config;

    Frame(Visitor visitor, CsrfToken csrf, WebConfig config) {
        this.visitor = visitor;
        this.csrf = csrf;
        this.config = config;
    }

    String csrf() {
        return csrf.token();
    }

    boolean evaluation() {
        return config.evaluation();
    }

    /** For pages behind the guard. */
    Session session() {
        return visitor.session();
    }
}
