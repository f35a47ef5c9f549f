// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.ground.problem.Problem;

/** Why a change can neither pass nor wait, or be decided. */
final class ProposalRefused extends Problem {
    private static final long serialVersionUID = 1;

    private ProposalRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static ProposalRefused nobodyLeft() {
        return new ProposalRefused(
                Kind.CONFLICT, "nobody-left", "after this nobody who is active could edit policies any more");
    }

    static ProposalRefused tooMany() {
        return new ProposalRefused(
                Kind.TOO_MANY, "too-many-changes", "too many changes of yours wait for a second person");
    }

    static ProposalRefused notFound() {
        return new ProposalRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }

    static ProposalRefused oneself() {
        return new ProposalRefused(
                Kind.CONFLICT, "change-own", "somebody else than its author decides about a change");
    }

    static ProposalRefused decided() {
        return new ProposalRefused(Kind.CONFLICT, "change-decided", "this change was decided, or its time is over");
    }

    static ProposalRefused notInPerson() {
        return new ProposalRefused(
                Kind.FORBIDDEN, "denied", "a person decides, in a session and after having proved who it is");
    }

    /** Whoever holds the database can write rows, and no events. */
    static ProposalRefused altered() {
        return new ProposalRefused(
                Kind.CONFLICT, "change-altered", "this change is not the one on the log, so it is not done");
    }

    static ProposalRefused authorGone() {
        return new ProposalRefused(
                Kind.CONFLICT, "author-gone", "whoever asked for it may not do so any more, so it is not done");
    }

    static ProposalRefused thingGone() {
        return new ProposalRefused(Kind.CONFLICT, "thing-gone", "what it was about is not there any more");
    }
}
