// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.ground.events.CanonicalJson;
import dev.cofactor.ledger.records.Entry;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An event as a line: src/docs/formats/events.md. With the leaf comes its hash, which is in the tree, and with a sound event the salt
 * by which the leaf commits to the body. Of one that is not sound nothing is shown that its row merely says.
 */
final class EventLine {
    private EventLine() {}

    /** Without the end of the line. */
    static String of(Entry entry) {
        return switch (entry) {
            case Entry.Sound sound -> sound(sound);
            case Entry.Altered altered ->
                line(entry, altered.leaf(), Map.of("state", "altered", "parts", altered.parts()));
            case Entry.Shut shut ->
                line(
                        entry,
                        shut.leaf(),
                        Map.of("state", "erased", "cause", shut.cause().word()));
        };
    }

    /** There is none where one should be: said in the words of an entry whose row is gone. */
    static String missing(long index) {
        return new String(
                CanonicalJson.write(Map.of("index", index, "parts", List.of("row"), "state", "altered")), UTF_8);
    }

    /** A body is JSON in one spelling already: to read and write it again could only change it. */
    private static String sound(Entry.Sound sound) {
        Map<String, Object> rest = new TreeMap<>();
        rest.put("salt", base64(sound.salt()));
        rest.put("state", "sound");
        return "{\"body\":" + new String(sound.body(), UTF_8) + ","
                + line(sound, sound.leaf(), rest).substring(1);
    }

    private static String line(Entry entry, byte[] leaf, Map<String, Object> rest) {
        Map<String, Object> members = new TreeMap<>(rest);
        members.put("hash", base64(Hash.ofLeaf(leaf).bytes()));
        members.put("index", entry.columns().index());
        members.put("leaf", base64(leaf));
        return new String(CanonicalJson.write(members), UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
