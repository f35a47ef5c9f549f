// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.events.CanonicalJson;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody is told, by ids alone. What they are called, and whether he may know that, is asked when he reads it: a
 * message lies for years beside rights that change.
 */
public sealed interface Message {
    /** Its kind, as it stands in rows, for ever: "seed-stopped". */
    String word();

    /** That recorded it. */
    UUID event();

    /** Who did it. */
    UUID actor();

    /** In the one spelling that is stored. */
    byte[] bytes();

    /**
     * Of a secret's seed.
     *
     * @param secret the reader's own
     * @param seed of that secret
     * @param other where it was done, if not to his own secret
     */
    record OfSeed(Kind kind, UUID secret, UUID field, UUID seed, Optional<UUID> other, UUID event, UUID actor)
            implements Message {
        @Override
        public String word() {
            return kind.word();
        }

        @Override
        public byte[] bytes() {
            Map<String, String> members = members(this);
            members.put("secret", secret.toString());
            members.put("field", field.toString());
            members.put("seed", seed.toString());
            other.ifPresent(id -> members.put("other", id.toString()));
            return CanonicalJson.write(members);
        }
    }

    /**
     * Of how a person proves who he is.
     *
     * @param person whose it is; mostly the reader
     */
    record OfPerson(OwnKind kind, UUID person, UUID event, UUID actor) implements Message {
        @Override
        public String word() {
            return kind.word();
        }

        @Override
        public byte[] bytes() {
            Map<String, String> members = members(this);
            members.put("person", person.toString());
            return CanonicalJson.write(members);
        }
    }

    /**
     * Of what may be done, and was.
     *
     * @param about the secret, the request or the change; which of them, the kind says
     */
    record OfAccess(AccessKind kind, UUID about, UUID event, UUID actor) implements Message {
        @Override
        public String word() {
            return kind.word();
        }

        @Override
        public byte[] bytes() {
            Map<String, String> members = members(this);
            members.put("about", about.toString());
            return CanonicalJson.write(members);
        }
    }

    /** All there is to tell of seeds. A kind that one day holds more than ids needs sealing, and a purpose of its own for it. */
    enum Kind {
        /** Somebody had the seed who should not; it stopped, and another was entered. */
        SEED_COMPROMISED,
        /** The seed stopped, and there is no other yet. */
        SEED_STOPPED,
        /** The very same seed was entered in another secret. */
        SEED_ELSEWHERE;

        public String word() {
            return spelled(this);
        }
    }

    /** All there is to tell of what people prove themselves with. */
    enum OwnKind {
        /** An OTP app was added. */
        FACTOR_ADDED,
        /** One was removed, or all. */
        FACTOR_REMOVED,
        /** A recovery code was used in place of a factor. */
        RECOVERY_CODE_USED,
        /** The same, and few are left. */
        RECOVERY_CODES_LOW,
        /** Other recovery codes were made. */
        RECOVERY_CODES_NEW,
        /** Somebody else took all factors and recovery codes away. */
        FACTOR_RESET,
        /** The address that he gets mail at was changed, or taken away. */
        MAIL_CHANGED;

        public String word() {
            return spelled(this);
        }
    }

    /** What a message of access is about. */
    enum Matter {
        SECRET,
        REQUEST,
        CHANGE,
        BUNDLE
    }

    /** All there is to tell of access. */
    enum AccessKind {
        /** A policy, or the secret's own mark, has him told whenever something of it leaves. */
        SOMETHING_RELEASED(Matter.SECRET),
        /** Few backup codes are left, or none. */
        BACKUP_CODES_LOW(Matter.SECRET),
        /** Somebody had a code that the site refused, and asks those whose secret it is. */
        HELP_ASKED(Matter.SECRET),
        /** Two people agreed that it is sealed in a disaster bundle. */
        SECRET_BUNDLED(Matter.SECRET),
        /** It was opened from one, so its seed is to be overwritten. */
        BUNDLE_USED(Matter.SECRET),
        /** A disaster bundle is to be made, for whoever administers and whoever holds a share. */
        BUNDLE_AGREED(Matter.BUNDLE),
        /** It was made, and is out of the house. */
        BUNDLE_MADE(Matter.BUNDLE),
        /** Somebody asks, and he may decide. */
        ACCESS_ASKED(Matter.REQUEST),
        ACCESS_GIVEN(Matter.REQUEST),
        ACCESS_REJECTED(Matter.REQUEST),
        ACCESS_WITHDRAWN(Matter.REQUEST),
        /** Nobody decided in time. */
        ACCESS_EXPIRED(Matter.REQUEST),
        /** What was given ended before its time. */
        GRANT_REVOKED(Matter.REQUEST),
        /** Somebody took what he would have been asked for. */
        GLASS_BROKEN(Matter.REQUEST),
        GLASS_REVIEWED(Matter.REQUEST),
        /** A change waits for a second person, and he may be that. */
        CHANGE_PROPOSED(Matter.CHANGE),
        CHANGE_CONFIRMED(Matter.CHANGE),
        CHANGE_DECLINED(Matter.CHANGE),
        /** There was no second person, so it passed without one. */
        CHANGE_ALONE(Matter.CHANGE);

        private final Matter matter;

        AccessKind(Matter matter) {
            this.matter = matter;
        }

        public Matter matter() {
            return matter;
        }

        public String word() {
            return spelled(this);
        }
    }

    /** Empty for whatever is in no spelling, or of a kind that is not known here. */
    static Optional<Message> read(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        Matcher seed = Forms.SEED.matcher(text);
        if (seed.matches()) {
            return kind(Kind.values(), seed.group(4)).map(kind -> Forms.seed(kind, seed));
        }
        Matcher person = Forms.PERSON.matcher(text);
        if (person.matches()) {
            return kind(OwnKind.values(), person.group(3)).map(kind -> Forms.person(kind, person));
        }
        Matcher access = Forms.ACCESS.matcher(text);
        return access.matches()
                ? kind(AccessKind.values(), access.group(4)).map(kind -> Forms.access(kind, access))
                : Optional.empty();
    }

    /** All words there are. */
    static List<String> words() {
        return Stream.of(Kind.values(), OwnKind.values(), AccessKind.values())
                .flatMap(Arrays::stream)
                .map(Message::spelled)
                .toList();
    }

    private static <K extends Enum<K>> Optional<K> kind(K[] kinds, String word) {
        return Arrays.stream(kinds).filter(kind -> spelled(kind).equals(word)).findFirst();
    }

    private static String spelled(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, String> members(Message message) {
        Map<String, String> members = new HashMap<>();
        members.put("kind", message.word());
        members.put("event", message.event().toString());
        members.put("actor", message.actor().toString());
        return members;
    }

    /** How they are spelled. */
    final class Forms {
        private static final String ID = "\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"";
        private static final String KIND = "\"([a-z-]{1,40})\"";
        private static final Pattern SEED = Pattern.compile("\\{\"actor\":" + ID + ",\"event\":" + ID + ",\"field\":"
                + ID + ",\"kind\":" + KIND + "(?:,\"other\":" + ID + ")?,\"secret\":" + ID + ",\"seed\":" + ID + "\\}");
        private static final Pattern PERSON = Pattern.compile(
                "\\{\"actor\":" + ID + ",\"event\":" + ID + ",\"kind\":" + KIND + ",\"person\":" + ID + "\\}");

        private static final Pattern ACCESS = Pattern.compile(
                "\\{\"about\":" + ID + ",\"actor\":" + ID + ",\"event\":" + ID + ",\"kind\":" + KIND + "\\}");

        private Forms() {}

        private static Message seed(Kind kind, Matcher form) {
            return new OfSeed(
                    kind,
                    id(form, 6),
                    id(form, 3),
                    id(form, 7),
                    Optional.ofNullable(form.group(5)).map(UUID::fromString),
                    id(form, 2),
                    id(form, 1));
        }

        private static Message person(OwnKind kind, Matcher form) {
            return new OfPerson(kind, id(form, 4), id(form, 2), id(form, 1));
        }

        private static Message access(AccessKind kind, Matcher form) {
            return new OfAccess(kind, id(form, 1), id(form, 3), id(form, 2));
        }

        private static UUID id(Matcher form, int group) {
            return UUID.fromString(form.group(group));
        }
    }
}
