// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

/** Yes, no, or nobody could find out. */
public enum Tri {
    NO,
    UNKNOWN,
    YES;

    public static Tri of(boolean so) {
        return so ? YES : NO;
    }

    public Tri not() {
        return switch (this) {
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case YES -> NO;
        };
    }

    /** The lesser of both: a no decides it, whatever the other is. */
    public Tri and(Tri other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The greater of both. */
    public Tri or(Tri other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
