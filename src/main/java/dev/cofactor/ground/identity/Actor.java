// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import java.util.UUID;

/** Who does something. Known by id alone: a name may change, and the log must not. */
public sealed interface Actor {
    UUID id();

    /** Somebody who signed in. */
    record Person(UUID id) implements Actor {}

    /** A script or a workload. */
    record Service(UUID id) implements Actor {}

    /** A program that acts for a person, with no more right than that person gave it. */
    record Agent(UUID id, UUID person) implements Actor {}

    /** Cofactor itself, such as its clock or its launcher. There is one, so it has one id. */
    record System() implements Actor {
        private static final UUID ITSELF = new UUID(0, 1);

        @Override
        public UUID id() {
            return ITSELF;
        }
    }

    /** Whoever it was: a request without a credential, or with one that is nobody's. */
    record Nobody() implements Actor {
        private static final UUID UNKNOWN = new UUID(0, 0);

        @Override
        public UUID id() {
            return UNKNOWN;
        }
    }

    /** The word for the kind of actor in records. */
    default String kind() {
        return switch (this) {
            case Person p -> "person";
            case Service s -> "service";
            case Agent a -> "agent";
            case System s -> "system";
            case Nobody n -> "nobody";
        };
    }
}
