// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

/** The right use of what time it is, by anybody. */
record Clockwork(Wire wire) {
    void all() {
        new Visit(wire).open("/api/v1/time").is(200);
    }
}
