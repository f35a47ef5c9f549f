// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.events.CanonicalJson;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody is told, by ids alone. What they are called, and whether he may know that, is asked when he reads it: a
 * message lies for years beside rights that change.
 *
 * @param secret the reader's own
 * @param seed of that secret
 * @param other where it was done, if not to his own secret
 * @param event that recorded it
 * @param actor who did it
 */
public record Message(Kind kind, UUID secret, UUID field, UUID seed, Optional<UUID> other, UUID event, UUID actor) {

    /** All there is to tell. A kind that one day holds more than ids needs sealing, and a purpose of its own for it. */
    public enum Kind {
        /** Somebody had the seed who should not; it stopped, and another was entered. */
        SEED_COMPROMISED,
        /** The seed stopped, and there is no other yet. */
        SEED_STOPPED,
        /** The very same seed was entered in another secret. */
        SEED_ELSEWHERE;

        /** As it stands in rows, for ever: "seed-stopped". */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    private static final String ID = "\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"";
    private static final Pattern FORM = Pattern.compile("\\{\"actor\":" + ID + ",\"event\":" + ID + ",\"field\":" + ID
            + ",\"kind\":\"([a-z-]{1,40})\"(?:,\"other\":" + ID + ")?,\"secret\":" + ID + ",\"seed\":" + ID + "\\}");

    /** In the one spelling that is stored. */
    byte[] bytes() {
        Map<String, String> members = new HashMap<>();
        members.put("kind", kind.word());
        members.put("secret", secret.toString());
        members.put("field", field.toString());
        members.put("seed", seed.toString());
        other.ifPresent(id -> members.put("other", id.toString()));
        members.put("event", event.toString());
        members.put("actor", actor.toString());
        return CanonicalJson.write(members);
    }

    /** Empty for whatever is not in that spelling, or of a kind that is not known here. */
    static Optional<Message> read(byte[] bytes) {
        Matcher form = FORM.matcher(new String(bytes, UTF_8));
        if (!form.matches()) {
            return Optional.empty();
        }
        return Kind.of(form.group(4))
                .map(kind -> new Message(
                        kind,
                        UUID.fromString(form.group(6)),
                        UUID.fromString(form.group(3)),
                        UUID.fromString(form.group(7)),
                        Optional.ofNullable(form.group(5)).map(UUID::fromString),
                        UUID.fromString(form.group(2)),
                        UUID.fromString(form.group(1))));
    }
}
