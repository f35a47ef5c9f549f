// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with people and groups. */
final class PeopleRefused extends Problem {
    private static final long serialVersionUID = 1;

    private PeopleRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static PeopleRefused invalid(String rule) {
        return new PeopleRefused(Kind.INVALID, "request-invalid", rule);
    }

    static PeopleRefused notFound() {
        return new PeopleRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }

    static PeopleRefused activatedBefore() {
        return new PeopleRefused(Kind.CONFLICT, "person-activated", "only somebody who never was active is invited");
    }

    static PeopleRefused suspended() {
        return new PeopleRefused(Kind.CONFLICT, "person-suspended", "somebody who is suspended joins no group");
    }

    static PeopleRefused notActive() {
        return new PeopleRefused(Kind.CONFLICT, "person-not-active", "only somebody who is active is suspended");
    }

    static PeopleRefused notSuspended() {
        return new PeopleRefused(Kind.CONFLICT, "person-not-suspended", "only somebody who is suspended is let back");
    }

    static PeopleRefused removed() {
        return new PeopleRefused(Kind.CONFLICT, "person-removed", "this person was removed, and that is for good");
    }

    static PeopleRefused oneself() {
        return new PeopleRefused(
                Kind.CONFLICT, "oneself", "nobody suspends or removes himself: somebody else has to do it");
    }

    static PeopleRefused roleTakesNoGroup() {
        return new PeopleRefused(
                Kind.CONFLICT,
                "group-built-in-takes-no-group",
                "whoever holds a role stands in it himself: write a policy for the group instead");
    }

    static PeopleRefused builtIn() {
        return new PeopleRefused(Kind.CONFLICT, "group-built-in", "a group that came along keeps its name");
    }

    static PeopleRefused everyone() {
        return new PeopleRefused(
                Kind.CONFLICT, "group-of-everyone", "every person stands in this group, and nobody joins or leaves it");
    }

    static PeopleRefused lastAdministrator() {
        return new PeopleRefused(
                Kind.CONFLICT, "last-administrator", "nobody who is active would be an administrator any more");
    }
}
