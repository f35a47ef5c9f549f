// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.ledger.directory.Person;

/**
 * How somebody stands, never by colour alone.
 *
 * @param tone a class of the style sheet: good, warn, bad, or empty
 */
record Chip(String tone, String icon, String word) {
    private static final Chip ACTIVE = new Chip("good", "good", "Active");
    private static final Chip SUSPENDED = new Chip("bad", "lock", "Suspended");

    static Chip of(Person person) {
        return switch (person.state()) {
            case INVITED -> new Chip("warn", "clock", "Invited");
            case ACTIVE -> ACTIVE;
            case SUSPENDED -> SUSPENDED;
            case REMOVED -> new Chip("", "close", "Removed");
        };
    }
}
