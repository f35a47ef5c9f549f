// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a recorded event may be told outside: what stands in the log's open columns, and nothing of its sealed body. So no
 * reason, no address and no particulars, whatever the event has.
 *
 * @param kind the class's word
 */
public record Logged(
        String kind,
        int epoch,
        long index,
        Instant time,
        UUID event,
        String outcome,
        UUID actor,
        Optional<About> about) {
    /** Before the class's word in the outbox and outside, so that it is none of the messages that people get. */
    public static final String PREFIX = "log.";

    private static final String ID = "\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"";
    private static final String WORD = "\"([a-z-]{1,40})\"";
    private static final String COUNT = "(0|[1-9][0-9]{0,15})";
    private static final Pattern FORM = Pattern.compile("\\{(?:\"about\":" + ID + ",\"aboutKind\":" + WORD
            + ",)?\"actor\":" + ID + ",\"class\":" + WORD + ",\"epoch\":([1-9][0-9]{0,8}),\"event\":" + ID
            + ",\"index\":"
            + COUNT + ",\"outcome\":" + WORD + ",\"time\":" + COUNT + "\\}");

    /** The one thing it was done to. */
    public record About(String kind, UUID id) {}

    public static Logged of(Event event, int epoch, long index, Instant time) {
        return new Logged(
                event.kind().word(),
                epoch,
                index,
                time,
                event.id(),
                event.outcome().word(),
                event.actor().id(),
                event.about().map(about -> new About(about.kind().word(), about.id())));
    }

    /** As it is called outside: "log.code-released". */
    public String word() {
        return PREFIX + kind;
    }

    /** In the one spelling that is stored. */
    public byte[] bytes() {
        Map<String, Object> members = new HashMap<>();
        members.put("actor", actor.toString());
        members.put("class", kind);
        members.put("epoch", epoch);
        members.put("event", event.toString());
        members.put("index", index);
        members.put("outcome", outcome);
        members.put("time", time.toEpochMilli());
        about.ifPresent(one -> {
            members.put("about", one.id().toString());
            members.put("aboutKind", one.kind());
        });
        return CanonicalJson.write(members);
    }

    /** Empty for whatever is in no spelling. */
    public static Optional<Logged> read(byte[] bytes) {
        Matcher form = FORM.matcher(new String(bytes, UTF_8));
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Logged(
                form.group(4),
                Integer.parseInt(form.group(5)),
                Long.parseLong(form.group(7)),
                Instant.ofEpochMilli(Long.parseLong(form.group(9))),
                UUID.fromString(form.group(6)),
                form.group(8),
                UUID.fromString(form.group(3)),
                Optional.ofNullable(form.group(1)).map(id -> new About(form.group(2), UUID.fromString(id)))));
    }
}
