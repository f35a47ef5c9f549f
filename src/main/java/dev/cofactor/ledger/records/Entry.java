// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.events.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An entry of the log as it was found: whoever shows one has to say what to do with one that is not sound. */
public sealed interface Entry {
    Columns columns();

    /** What the row says. It is true of a sound entry, and of no other one. */
    record Columns(
            int epoch,
            long index,
            UUID event,
            Instant time,
            String kind,
            UUID actor,
            Optional<UUID> about,
            String outcome,
            Optional<byte[]> addressHash,
            UUID bodyKey) {}

    /** Its body opens, is the one that the leaf commits to, and says the same as every column. */
    record Sound(Columns columns, Contents contents, byte[] leaf, byte[] salt, byte[] body) implements Entry {}

    /** Nobody can say what it was: its columns may be anybody's invention, and none of them may be shown as fact. */
    record Shut(Columns columns, byte[] leaf, Cause cause) implements Entry {}

    /**
     * Not what was recorded.
     *
     * @param parts the columns that contradict what is sealed; "row" if there is none where one should be
     */
    record Altered(Columns columns, byte[] leaf, List<String> parts) implements Entry {}

    /** What a body says besides the columns. */
    record Contents(
            String actorKind,
            Optional<UUID> actsFor,
            Optional<String> aboutKind,
            Optional<String> address,
            Optional<String> session,
            Optional<String> trace,
            List<Place.Link> links,
            Map<String, Object> details) {}

    /** Why a body stays shut. */
    enum Cause {
        /** Its month's key was destroyed, as an erasure does. */
        KEY_DESTROYED("key-destroyed"),
        /** Anything else: this server lacks the key, or its rows are gone. */
        UNOPENABLE("unopenable");

        private final String word;

        Cause(String word) {
            this.word = word;
        }

        /** As it stands in exports. */
        public String word() {
            return word;
        }
    }
}
