// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

/**
 * How handing something over went.
 *
 * @param why out of a closed list: nothing of what the other side said
 */
record Outcome(Kind kind, String why) {
    /** What is done about it. */
    enum Kind {
        SENT,
        /** It is tried again. */
        LATER,
        /** It never will be: whoever is there does not take it. */
        NEVER,
        /** There is nobody there any more, and it was said so. */
        GONE
    }

    static Outcome sent() {
        return new Outcome(Kind.SENT, "sent");
    }

    static Outcome later(String why) {
        return new Outcome(Kind.LATER, why);
    }

    static Outcome never(String why) {
        return new Outcome(Kind.NEVER, why);
    }

    static Outcome gone() {
        return new Outcome(Kind.GONE, "gone");
    }

    boolean isSent() {
        return kind == Kind.SENT;
    }
}
