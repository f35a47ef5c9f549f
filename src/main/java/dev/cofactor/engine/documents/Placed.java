// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A piece of JSON that knows where it stands, and is read strictly: what is not asked for may not be there.
 *
 * @param spellings in which ids may be written besides their own
 */
public record Placed(JsonNode json, String place, Function<String, Optional<UUID>> spellings) {
    private static final int DEEPEST = 12;
    private static final int LONGEST_DOCUMENT = 64 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(LONGEST_DOCUMENT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public static Placed document(byte[] utf8) {
        return document(utf8, text -> Optional.empty());
    }

    /** UTF-8 alone: the parser would take bytes for other encodings as well. */
    public static Placed document(byte[] utf8, Function<String, Optional<UUID>> spellings) {
        PolicyRefused.unless(utf8.length <= LONGEST_DOCUMENT, "is too long");
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return new Placed(MAPPER.readTree(text), "", spellings);
        } catch (CharacterCodingException e) {
            throw new PolicyRefused("", "is not UTF-8");
        } catch (StreamConstraintsException e) {
            throw new PolicyRefused("", "is too deep, or something in it is too long");
        } catch (JsonProcessingException e) {
            // The cause stays behind: it repeats what was sent.
            JsonLocation at = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
            throw new PolicyRefused("", "is no JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
    }

    /** The same as a document that stands alone. */
    public byte[] alone() {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    public PolicyRefused refused(String reason) {
        return new PolicyRefused(place, reason);
    }

    /** The name of a member that is not expected is the author's, so it is not repeated. */
    public void onlyWith(String... names) {
        if (!json.isObject()) {
            throw refused("is not an object");
        }
        Set<String> expected = Set.of(names);
        json.fieldNames().forEachRemaining(name -> {
            if (!expected.contains(name)) {
                throw refused("has a member other than " + String.join(", ", names));
            }
        });
    }

    public Placed member(String name) {
        return optional(name).orElseThrow(() -> refused("has no member " + name));
    }

    public Optional<Placed> optional(String name) {
        return Optional.ofNullable(json.get(name)).map(found -> within(found, name));
    }

    private Placed within(JsonNode found, String name) {
        return new Placed(found, place + "/" + name, spellings);
    }

    /** What stands here, as a document of its own. */
    public byte[] document() {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The names of what an object holds. They are the author's, so they are no part of a place. */
    public Map<String, Placed> members() {
        if (!json.isObject()) {
            throw refused("is not an object");
        }
        Map<String, Placed> members = new LinkedHashMap<>();
        json.fields()
                .forEachRemaining(
                        member -> members.put(member.getKey(), new Placed(member.getValue(), place, spellings)));
        return members;
    }

    /** A list in which nothing stands twice. */
    public <T> Set<T> each(Function<Placed, T> read) {
        if (!json.isArray()) {
            throw refused("is not a list");
        }
        Set<T> elements = new LinkedHashSet<>();
        for (int i = 0; i < json.size(); i++) {
            Placed element = within(json.get(i), String.valueOf(i));
            if (!elements.add(read.apply(element))) {
                throw element.refused("stands there twice");
            }
        }
        return elements;
    }

    public String text() {
        if (!json.isTextual()) {
            throw refused("is not a text");
        }
        return json.textValue();
    }

    /** A whole number, in digits. */
    public int number() {
        if (!json.isInt()) {
            throw refused("is not a whole number");
        }
        return json.intValue();
    }

    public boolean flag() {
        if (!json.isBoolean()) {
            throw refused("is neither true nor false");
        }
        return json.booleanValue();
    }

    public UUID id() {
        String text = text();
        return spellings.apply(text).orElseGet(() -> spelledOut(text));
    }

    /** Java reads shortened ids as well: only the full spelling in lower case is one. */
    private UUID spelledOut(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one refusal.
        }
        throw refused("is not an id");
    }

    /** One of a closed list. */
    public <T> T word(Function<String, Optional<T>> find, String what) {
        return find.apply(text()).orElseThrow(() -> refused("is not " + what));
    }

    /** What is made of this; a rule of the made thing is told to be broken here. */
    public <T> T made(Supplier<T> make) {
        try {
            return make.get();
        } catch (PolicyRefused e) {
            throw e.place().startsWith(place) ? e : e.under(place);
        }
    }
}
