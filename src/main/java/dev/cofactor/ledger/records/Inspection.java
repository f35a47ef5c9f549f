// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.ground.events.Leaf;
import dev.cofactor.ground.sealing.LogBodies;
import dev.cofactor.ground.sealing.Tags;
import dev.cofactor.ground.sealing.Unopenable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Opens a body and holds it against its leaf and its row. What is sealed is the truth here: nobody without the keys makes
 * a body that opens beside its event's id, so whatever contradicts it is what was altered.
 */
@Singleton
class Inspection {
    private final LogBodies bodies;
    private final Tags tags;

    Inspection(LogBodies bodies, Tags tags) {
        this.bodies = bodies;
        this.tags = tags;
    }

    /** What a body was sealed with, and the body. */
    record Opened(byte[] salt, byte[] body) {}

    /** Opened, or why not; nothing is compared. */
    record Opening(Optional<Opened> opened, Optional<Unopenable.Why> why) {}

    Opening open(EntryRows.Stored stored) {
        try {
            byte[] opened = bodies.open(stored.columns().event(), stored.sealed());
            return opened.length < Leaf.SALT_BYTES
                    ? new Opening(Optional.empty(), Optional.of(Unopenable.Why.ALTERED))
                    : new Opening(Optional.of(split(opened)), Optional.empty());
        } catch (Unopenable e) {
            return new Opening(Optional.empty(), Optional.of(e.why()));
        }
    }

    private static Opened split(byte[] opened) {
        return new Opened(
                Arrays.copyOf(opened, Leaf.SALT_BYTES), Arrays.copyOfRange(opened, Leaf.SALT_BYTES, opened.length));
    }

    Entry inspect(EntryRows.Stored stored) {
        Opening opening = open(stored);
        return opening.opened()
                .map(opened -> compare(stored, opened))
                .orElseGet(() -> closed(stored, opening.why().orElse(Unopenable.Why.ALTERED)));
    }

    private Entry compare(EntryRows.Stored stored, Opened opened) {
        Optional<BodyText> body = BodyText.of(opened.body());
        if (body.isEmpty()) {
            return altered(stored, List.of("body"));
        }
        List<String> parts = new ArrayList<>(body.get().contradicting(stored.columns()));
        Entry.Contents contents = body.get().contents();
        byte[] leaf = Leaf.of(
                        body.get().time(),
                        opened.salt(),
                        opened.body(),
                        contents.links().stream()
                                .map(link -> tags.of(
                                        stored.columns().epoch(), link.subject().id(), link.sequence()))
                                .toList())
                .bytes();
        if (!Arrays.equals(leaf, stored.leaf())) {
            parts.add("leaf");
        }
        parts.addAll(leafHash(stored));
        return parts.isEmpty()
                ? new Entry.Sound(stored.columns(), contents, leaf, opened.salt(), opened.body())
                : altered(stored, parts);
    }

    private static Entry closed(EntryRows.Stored stored, Unopenable.Why why) {
        List<String> parts = new ArrayList<>(leafHash(stored));
        if (!Optional.of(stored.columns().time()).equals(BodyText.timeOfLeaf(stored.leaf()))) {
            parts.add("time");
        }
        Entry.Cause cause = cause(why);
        if (why == Unopenable.Why.ALTERED) {
            parts.add("body");
        }
        return parts.isEmpty() ? new Entry.Shut(stored.columns(), stored.leaf(), cause) : altered(stored, parts);
    }

    static Entry.Cause cause(Unopenable.Why why) {
        return switch (why) {
            case KEY_ERASED -> Entry.Cause.KEY_DESTROYED;
            case KEY_UNKNOWN, KEY_UNDER_ANOTHER_ROOT, ALTERED -> Entry.Cause.UNOPENABLE;
        };
    }

    private static List<String> leafHash(EntryRows.Stored stored) {
        boolean right = Arrays.equals(Hash.ofLeaf(stored.leaf()).bytes(), stored.leafHash());
        return right ? List.of() : List.of("leaf_hash");
    }

    private static Entry altered(EntryRows.Stored stored, List<String> parts) {
        return new Entry.Altered(stored.columns(), stored.leaf(), List.copyOf(parts));
    }
}
