// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import java.util.Set;

/** One entry of an export, well-formed; nothing it says is checked yet. */
record Entry(long index, byte[] leafBytes, Leaf leaf, Row row, Content content) {
    private static final Set<String> OPEN = Set.of("body", "index", "leaf", "row", "salt");
    private static final Set<String> ERASED = Set.of("erased", "index", "leaf", "row");

    /** What an export has of what the leaf commits to. */
    sealed interface Content {
        record Opened(byte[] salt, byte[] body) implements Content {}

        record Erased(Cause cause) implements Content {}
    }

    static Entry parse(String line) {
        Json json = Json.read(line);
        json.with(json.has("erased") ? ERASED : OPEN, Set.of());
        byte[] leaf = json.bytes("leaf");
        Content content = json.has("erased")
                ? new Content.Erased(Cause.of(json.text("erased")))
                : new Content.Opened(json.bytes("salt"), json.bytes("body"));
        return new Entry(json.number("index"), leaf, Leaf.parse(leaf), Row.of(json.object("row")), content);
    }
}
