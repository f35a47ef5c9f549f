// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.agents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What both resources read from a request. */
final class Texts {
    private Texts() {}

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw AgentRefused.notFound();
        }
    }

    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw AgentRefused.invalid("something that is needed is not there");
        }
        return body;
    }
}
