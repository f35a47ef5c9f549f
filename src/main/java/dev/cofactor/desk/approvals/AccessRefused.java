// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.ground.problem.Problem;
import java.util.Map;

/** What cannot be asked for, or decided. */
final class AccessRefused extends Problem {
    private static final long serialVersionUID = 1;

    private AccessRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    private AccessRefused(String code, String message, Map<String, Object> members) {
        super(Kind.FORBIDDEN, code, message, null, members, null);
    }

    /** Not there, or nothing the caller may know of: the same to the letter. */
    static AccessRefused notFound() {
        return new AccessRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }

    static AccessRefused unauthenticated() {
        return new AccessRefused(Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed");
    }

    static AccessRefused malformed(String rule) {
        return new AccessRefused(Kind.INVALID, "request-malformed", rule);
    }

    static AccessRefused notNeeded() {
        return new AccessRefused(Kind.CONFLICT, "approval-not-needed", "nobody has to approve this: it can be had now");
    }

    static AccessRefused noSuchWay() {
        return new AccessRefused(Kind.CONFLICT, "no-such-way", "there is no such way to this at the moment");
    }

    static AccessRefused reasonRequired(String message) {
        return new AccessRefused(Kind.FORBIDDEN, "reason-required", message);
    }

    static AccessRefused tooManyWait() {
        return new AccessRefused(Kind.TOO_MANY, "too-many", "too many of your requests wait already");
    }

    static AccessRefused settled() {
        return new AccessRefused(Kind.CONFLICT, "request-settled", "this request does not wait any more");
    }

    static AccessRefused saidAlready() {
        return new AccessRefused(Kind.CONFLICT, "decided-already", "you have said yes or no to this already");
    }

    static AccessRefused own() {
        return new AccessRefused(Kind.FORBIDDEN, "own-request", "somebody else has to decide this");
    }

    static AccessRefused isVoid() {
        return new AccessRefused(
                Kind.CONFLICT, "request-void", "the rules have changed: what was asked for is no way any more");
    }

    static AccessRefused nothingGiven() {
        return new AccessRefused(Kind.CONFLICT, "nothing-to-revoke", "nothing is left that could be taken back");
    }

    static AccessRefused reviewed() {
        return new AccessRefused(Kind.CONFLICT, "reviewed-already", "somebody has looked at this already");
    }

    /** Of a request that the caller may know of, with where it is. */
    static AccessRefused waitsFor(String code, String message, Map<String, Object> members) {
        return new AccessRefused(code, message, members);
    }
}
