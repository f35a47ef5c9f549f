// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.welcome;

import dev.cofactor.ledger.rulebook.Role;
import java.util.stream.Stream;

/**
 * How far somebody has come.
 *
 * @param csrf of the form that puts it away
 * @param secret there is one; {@code seed}: one has been proved; {@code code}: one was had
 * @param colleague somebody else can sign in; {@code policy}: one was written; {@code factor}: he has a second factor himself;
 *     {@code log}: somebody may read it
 * @param seedAt where the first seed that is missing is entered; {@code codeAt}: where the first code is had
 */
public record Guide(
        String csrf,
        boolean secret,
        boolean seed,
        boolean code,
        boolean colleague,
        boolean policy,
        boolean factor,
        boolean log,
        String seedAt,
        String codeAt) {

    private static final int STEPS = 7;

    public long done() {
        return Stream.of(secret, seed, code, colleague, policy, factor, log)
                .filter(one -> one)
                .count();
    }

    public long all() {
        return STEPS;
    }

    public boolean isOver() {
        return done() == STEPS;
    }

    /** The group whose members read the log. */
    public String auditors() {
        return "/groups/" + Role.AUDITOR.group();
    }

    /** Of those that are open, the one that has the button. A code that a policy has to allow first comes after it. */
    public String next() {
        if (!secret) {
            return "secret";
        }
        if (!seed) {
            return "seed";
        }
        if (!code && !codeAt.isEmpty()) {
            return "code";
        }
        if (!factor) {
            return "factor";
        }
        if (!colleague) {
            return "colleague";
        }
        return policy ? "log" : "policy";
    }
}
