// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somewhere outside that messages are sent to. Where that is stands sealed beside it, and nothing here tells.
 *
 * @param event the change that made it what it is
 * @param ended when it was removed
 */
public record Channel(
        UUID id, Kind kind, String name, boolean active, UUID event, Instant since, Optional<Instant> ended) {

    /** How it is spoken to. */
    public enum Kind {
        /** As Standard Webhooks says. */
        WEBHOOK,
        /** An incoming webhook of Slack, or of what understands the same. */
        SLACK,
        /** A workflow of Teams that begins with a web request. */
        TEAMS,
        /** A mail address that is nobody's own. */
        MAIL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /** Whether something that is told there gets there. */
    public boolean stands() {
        return active && ended.isEmpty();
    }
}
