// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.foresight.Expectation.Answer;
import dev.cofactor.engine.foresight.Expectation.As;
import dev.cofactor.engine.foresight.Expectation.Because;
import dev.cofactor.engine.foresight.Expectation.Expected;
import dev.cofactor.engine.foresight.Expectation.Here;
import dev.cofactor.engine.foresight.Expectation.Invariant;
import dev.cofactor.engine.foresight.Expectation.Kind;
import dev.cofactor.engine.foresight.Expectation.On;
import dev.cofactor.engine.foresight.Expectation.Proof;
import dev.cofactor.engine.foresight.Expectation.Test;
import dev.cofactor.engine.foresight.Expectation.Whom;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.AddressRange;
import dev.cofactor.ground.problem.Problem;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads expectations as {@link ExpectationJson} writes them, and nothing else. */
final class ExpectationReader {
    private static final String VERB = "a verb";

    private ExpectationReader() {}

    static Expectation read(byte[] document, Function<String, Optional<UUID>> spellings) {
        Placed json = Placed.document(document, spellings);
        Placed kind = json.member("kind");
        return switch (kind.text()) {
            case "test" -> test(json);
            case "invariant" -> invariant(json);
            default -> throw kind.refused("is neither test nor invariant");
        };
    }

    private static Test test(Placed json) {
        json.onlyWith("kind", "name", "as", "when", "do", "on", "expect");
        return json.made(() -> new Test(
                json.member("name").text(),
                as(json.member("as")),
                here(json.member("when")),
                json.member("do").word(Verb::find, VERB),
                on(json.member("on"), On.Kind.EVERYTHING, On.Kind.TAG),
                expected(json.member("expect"))));
    }

    private static Invariant invariant(Placed json) {
        json.onlyWith("kind", "name", "never", "to", "on", "without");
        return json.made(() -> new Invariant(
                json.member("name").text(),
                json.member("never").each(verb -> verb.word(Verb::find, VERB)),
                json.member("to").each(ExpectationReader::whom),
                json.member("on").each(on -> on(on, On.Kind.INSTALLATION)),
                json.member("without").each(need -> one(need, Kind.class, "a kind of need"))));
    }

    private static As as(Placed json) {
        json.onlyWith("kind", "id", "groups");
        return json.made(() -> new As(
                one(json.member("kind"), As.Kind.class, "person or service"),
                json.optional("id").map(Placed::id).orElse(null),
                json.optional("groups").map(groups -> groups.each(Placed::id)).orElse(Set.of())));
    }

    private static Here here(Placed json) {
        json.onlyWith("time", "zone", "from", "proved", "reason", "ticket");
        return json.made(() -> new Here(
                time(json.member("time")),
                zone(json.member("zone")),
                json.optional("from").map(ExpectationReader::address).orElse(null),
                json.optional("proved").map(ExpectationReader::proof),
                json.optional("reason").map(Placed::text),
                json.optional("ticket").map(Placed::text)));
    }

    private static Proof proof(Placed json) {
        json.onlyWith("ago", "by");
        return json.made(() -> new Proof(
                length(json.member("ago")), one(json.member("by"), Need.Method.class, "a way to prove oneself")));
    }

    private static Expected expected(Placed json) {
        json.onlyWith("answer", "needs", "by", "because");
        return json.made(() -> new Expected(
                one(json.member("answer"), Answer.class, "allow, challenge or deny"),
                json.optional("needs")
                        .map(needs -> needs.each(need -> one(need, Kind.class, "a kind of need")))
                        .orElse(Set.of()),
                json.optional("by").map(Placed::id).orElse(null),
                json.optional("because").map(kind -> one(kind, Because.class, "a kind of condition"))));
    }

    private static Whom whom(Placed json) {
        Whom.Kind kind = one(json.member("kind"), Whom.Kind.class, "a kind of subject");
        return switch (kind) {
            case PERSON, GROUP, SERVICE, AGENT -> new Whom(kind, id(json));
            case PEOPLE, SERVICES, AGENTS, ANYONE -> new Whom(kind, none(json));
        };
    }

    private static On on(Placed json, On.Kind... not) {
        Placed place = json.member("kind");
        On.Kind kind = one(place, On.Kind.class, "a kind of resource");
        if (Set.of(not).contains(kind)) {
            throw place.refused("is no kind of resource here");
        }
        return switch (kind) {
            case SECRET, FOLDER, TAG, TEMPLATE -> new On(kind, id(json));
            case EVERYTHING, INSTALLATION -> new On(kind, none(json));
        };
    }

    private static UUID id(Placed json) {
        json.onlyWith("kind", "id");
        return json.member("id").id();
    }

    private static @Nullable UUID none(Placed json) {
        json.onlyWith("kind");
        return null;
    }

    private static <E extends Enum<E>> E one(Placed json, Class<E> list, String what) {
        return json.word(word -> Expectation.find(list, word), what);
    }

    private static LocalDateTime time(Placed json) {
        try {
            return LocalDateTime.parse(json.text(), ExpectationJson.TIME);
        } catch (DateTimeParseException e) {
            throw json.refused("is no time such as 2026-03-03T09:00");
        }
    }

    /** By its name alone, as in policies. */
    private static ZoneId zone(Placed json) {
        String name = json.text();
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw json.refused("is no zone such as Europe/Berlin");
        }
        return ZoneId.of(name);
    }

    /** What is refused down there quotes nothing, and knows no place. */
    private static InetAddress address(Placed json) {
        String text = json.text();
        try {
            if (text.indexOf('/') < 0) {
                return AddressRange.of(text).first();
            }
        } catch (Problem e) {
            // Falls through to the one refusal.
        }
        throw json.refused("is no address such as 192.0.2.4 or 2001:db8::4");
    }

    private static Duration length(Placed json) {
        String text = json.text();
        try {
            Duration length = Duration.parse(text);
            if (length.toString().equals(text)) {
                return length;
            }
        } catch (DateTimeParseException e) {
            // Falls through to the one refusal.
        }
        throw json.refused("is no length of time such as PT5M or PT1H");
    }
}
