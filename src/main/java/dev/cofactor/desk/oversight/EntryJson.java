// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.events.CanonicalJson;
import dev.cofactor.ledger.records.Entry;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An entry for programs: its place, how it was found, and its body byte for byte as it was committed to. Of one that is
 * not sound nothing is shown that its row merely says.
 */
final class EntryJson {
    private EntryJson() {}

    static byte[] of(Entry entry) {
        return switch (entry) {
            case Entry.Sound sound -> sound(sound);
            case Entry.Altered altered -> with(altered, Map.of("parts", altered.parts()));
            case Entry.Shut shut -> with(shut, Map.of("cause", shut.cause().word()));
        };
    }

    static String state(Entry entry) {
        return switch (entry) {
            case Entry.Sound sound -> "sound";
            case Entry.Altered altered -> "altered";
            case Entry.Shut shut -> "erased";
        };
    }

    /** A body is JSON in one spelling already: to read and write it again could only change it. */
    private static byte[] sound(Entry.Sound sound) {
        String body = new String(sound.body(), UTF_8);
        return ("{\"body\":" + body + ",\"index\":" + sound.columns().index() + ",\"state\":\"sound\"}")
                .getBytes(UTF_8);
    }

    private static byte[] with(Entry entry, Map<String, Object> more) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put("index", entry.columns().index());
        members.put("state", state(entry));
        return CanonicalJson.write(members);
    }
}
