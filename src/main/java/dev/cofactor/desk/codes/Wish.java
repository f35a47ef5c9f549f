// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.gate.Given;
import java.time.Duration;
import java.util.Optional;

/**
 * How somebody wants his code.
 *
 * @param minValidity for how long it must still be good when it leaves
 * @param key under which a repetition is known as one
 * @param given what he says for it; a reason stands in the sealed body of the record
 * @param onScreen whether a page shows it, which may then go on for a while by itself
 * @param asks whether a request of access is opened for him, where one is needed: a program that waits has nobody to ask first
 */
public record Wish(
        Duration minValidity, Patience patience, Optional<String> key, Given given, boolean onScreen, boolean asks) {
    /** What he does when the step is not to be had. */
    public sealed interface Patience {
        /** Waits for a later one, for so long. */
        record UpTo(Duration most) implements Patience {}

        /** The same, and if somebody has to approve it, until that is decided: he has said so himself. */
        record Approval(Duration most) implements Patience {}

        /** Takes the following step now, and has its code when that begins. */
        record Next() implements Patience {}

        /** A page goes on showing it, without anybody asking: at once, or not at all, and others come first. */
        record Renewal() implements Patience {}

        /** Who takes the following step has asked for that one: if another has it, he hears so at once. */
        default Duration longest() {
            return switch (this) {
                case UpTo upTo -> upTo.most();
                case Approval approval -> approval.most();
                case Next next -> Duration.ZERO;
                case Renewal renewal -> Duration.ZERO;
            };
        }
    }
}
