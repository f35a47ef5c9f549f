// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.util.Locale;
import java.util.UUID;

/** What an event is about. Each subject's events form a gapless chain of their own inside the log. */
public record Subject(Kind kind, UUID id) {
    /** The kinds of things that have a history of their own. */
    public enum Kind {
        PERSON,
        SERVICE,
        GROUP,
        SECRET,
        FOLDER,
        TEMPLATE,
        POLICY,
        REQUEST,
        /** A change that waits for a second person. */
        CHANGE,
        /** A disaster bundle. */
        BUNDLE,
        SESSION,
        KEY,
        LOG;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
