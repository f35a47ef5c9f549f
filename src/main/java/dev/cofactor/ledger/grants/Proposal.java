// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import dev.cofactor.ground.events.CanonicalJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A change that waits for a second person, or did.
 *
 * @param kind whose document it is, and who can do it
 * @param verb the right that its author used, and that whoever decides must hold
 * @param machine whether the author is a service
 * @param document what is to be done, as its kind reads it
 * @param gains what its author would gain, as JSON
 * @param event the one that says that it was proposed, with the hash of all this
 */
public record Proposal(
        UUID id,
        String kind,
        String verb,
        UUID author,
        boolean machine,
        String document,
        String gains,
        UUID event,
        Instant since,
        Instant ends,
        Outcome outcome) {

    /** How far a change has come. */
    public enum State {
        WAITING,
        /** Somebody else has said yes, and it is not done yet. */
        CONFIRMED,
        APPLIED,
        DECLINED,
        WITHDRAWN,
        /** What it rested on is no more. */
        VOID;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What became of it.
     *
     * @param why of what is void or passed without a second person: a word of ours
     */
    public record Outcome(State state, Optional<UUID> by, Optional<Instant> at, Optional<String> why) {
        public static final Outcome WAITS =
                new Outcome(State.WAITING, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public State state() {
        return outcome.state();
    }

    /** Whether anybody can still do something about it. */
    public boolean isOpen(Instant now) {
        return (state() == State.WAITING || state() == State.CONFIRMED) && now.isBefore(ends);
    }

    /** Of all that must stay as it was proposed, in hexadecimal: it stands in the event. */
    public String hash() {
        byte[] bound = CanonicalJson.write(Map.of(
                "id", id.toString(),
                "kind", kind,
                "verb", verb,
                "author", author.toString(),
                "machine", machine,
                "document", document,
                "gains", gains,
                "ends", ends.toEpochMilli()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(bound));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // unreachable: every Java has it
        }
    }
}
