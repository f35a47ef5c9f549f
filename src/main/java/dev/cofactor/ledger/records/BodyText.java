// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.ground.events.Place;
import dev.cofactor.ground.events.Subject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Bodies and leaves, read by the format's page and not by the classes that wrote them. */
final class BodyText {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode text;

    private BodyText(JsonNode text) {
        this.text = text;
    }

    /** Absent if that is no body of this version. */
    static Optional<BodyText> of(byte[] body) {
        return object(body).map(BodyText::new);
    }

    /** What a leaf says of its time; absent if that is no leaf. */
    static Optional<Instant> timeOfLeaf(byte[] leaf) {
        return object(leaf)
                .map(json -> json.path("time"))
                .filter(JsonNode::isIntegralNumber)
                .map(time -> Instant.ofEpochMilli(time.asLong()));
    }

    /** A leaf's tags, in base64 as they stand. */
    static List<String> tagsOfLeaf(byte[] leaf) {
        return object(leaf).stream()
                .flatMap(json -> StreamSupport.stream(json.path("chains").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private static Optional<JsonNode> object(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return json != null && json.isObject() && json.path("v").asInt() == FORMAT
                    ? Optional.of(json)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The columns that say something else than this body. */
    List<String> contradicting(Entry.Columns row) {
        List<String> parts = new ArrayList<>();
        requireSame(parts, "epoch", Integer.toString(row.epoch()), at("/epoch"));
        requireSame(parts, "index", Long.toString(row.index()), at("/index"));
        requireSame(parts, "event", row.event().toString(), at("/id"));
        requireSame(parts, "class", row.kind(), at("/class"));
        requireSame(parts, "actor", row.actor().toString(), at("/actor/id"));
        requireSame(parts, "about", row.about().map(UUID::toString).orElse(""), at("/about/id"));
        requireSame(parts, "outcome", row.outcome(), at("/outcome"));
        String hash = row.addressHash().map(HexFormat.of()::formatHex).orElse("");
        requireSame(parts, "address_hash", hash, at("/origin/hash"));
        // Compared as instants: what a column holds beyond milliseconds was not put there by the log.
        if (!row.time().equals(time())) {
            parts.add("time");
        }
        return parts;
    }

    private static void requireSame(List<String> parts, String part, String column, String member) {
        if (!column.equals(member)) {
            parts.add(part);
        }
    }

    Instant time() {
        return Instant.ofEpochMilli(text.path("time").asLong());
    }

    Entry.Contents contents() {
        return new Entry.Contents(
                at("/actor/kind"),
                optional("/actor/for").map(UUID::fromString),
                optional("/about/kind"),
                optional("/origin/address"),
                optional("/origin/session"),
                optional("/origin/trace"),
                links(),
                details());
    }

    private List<Place.Link> links() {
        return StreamSupport.stream(text.path("chains").spliterator(), false)
                .map(link -> new Place.Link(
                        new Subject(
                                Subject.Kind.valueOf(link.path("kind").asText().toUpperCase(Locale.ROOT)),
                                UUID.fromString(link.path("id").asText())),
                        link.path("sequence").asLong(),
                        link.path("previous").asLong()))
                .toList();
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new TreeMap<>();
        text.path("details").properties().forEach(each -> details.put(each.getKey(), value(each.getValue())));
        return Map.copyOf(details);
    }

    private static Object value(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.asLong();
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : node.asText();
    }

    private Optional<String> optional(String pointer) {
        return Optional.of(text.at(pointer)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** Numbers and texts as text; nothing where there is none. */
    private String at(String pointer) {
        return text.at(pointer).asText("");
    }
}
