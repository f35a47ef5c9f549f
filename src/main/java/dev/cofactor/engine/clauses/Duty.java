// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import java.util.UUID;

/** Carried out with the release, in the same transaction. What cannot be carried out refuses the release. */
public sealed interface Duty {
    /** Somebody is told. */
    record Tell(Whom whom) implements Duty {}

    /** Who is told. */
    sealed interface Whom {
        /** Of the secret. */
        record Owners() implements Whom {}

        record Group(UUID id) implements Whom {}

        record Person(UUID id) implements Whom {}

        /** A place outside to which messages are sent, such as a chat or a program. */
        record Channel(UUID id) implements Whom {}
    }
}
