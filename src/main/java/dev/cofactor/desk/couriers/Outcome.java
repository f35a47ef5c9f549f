// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

/**
 * How handing something over went.
 *
 * @param why out of a closed list: nothing of what the other side said
 */
public record Outcome(Kind kind, String why) {
    /** What is done about it. */
    public enum Kind {
        SENT,
        /** It is tried again; others may get there all the same. */
        LATER,
        /** It is tried again, and nothing else gets there meanwhile. */
        AWAY,
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

    static Outcome away(String why) {
        return new Outcome(Kind.AWAY, why);
    }

    static Outcome never(String why) {
        return new Outcome(Kind.NEVER, why);
    }

    static Outcome gone() {
        return new Outcome(Kind.GONE, "gone");
    }

    public boolean isSent() {
        return kind == Kind.SENT;
    }
}
