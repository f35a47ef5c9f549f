// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/**
 * Reads one JSON object that is in its one spelling: no second reader can then see in it anything else. Everything asked
 * of it is there and of the right kind, or it fails.
 */
record Json(JsonNode node) {
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(16)
            .maxNameLength(64)
            .maxNumberLength(17)
            .maxStringLength(Lines.LONGEST)
            .build();

    private static final ObjectMapper READER = new ObjectMapper(
                    JsonFactory.builder().streamReadConstraints(BOUNDS).build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Json read(byte[] utf8) {
        return read(Lines.decode(utf8, utf8.length));
    }

    static Json read(String text) {
        try {
            JsonNode node = READER.readTree(text);
            Untrue.unless(node != null && node.isObject(), "it is no JSON object");
            Untrue.unless(text.contentEquals(Spelling.of(node)), "its JSON is not in the one spelling");
            return new Json(node);
        } catch (JsonProcessingException e) {
            throw Untrue.because("it is not JSON as it may be here"); // the library's message repeats what it read
        }
    }

    /** Fails unless it has just these members, and perhaps some of the others. */
    Json with(Set<String> members, Set<String> perhaps) {
        int known = 0;
        for (String name : perhaps) {
            known += node.has(name) ? 1 : 0;
        }
        boolean all = members.stream().allMatch(node::has);
        Untrue.unless(all && node.size() == members.size() + known, "it has not the members it must have");
        return this;
    }

    boolean has(String name) {
        return node.has(name);
    }

    Json object(String name) {
        JsonNode member = node.path(name);
        Untrue.unless(member.isObject(), "its member " + name + " is no object");
        return new Json(member);
    }

    JsonNode list(String name) {
        JsonNode member = node.path(name);
        Untrue.unless(member.isArray(), "its member " + name + " is no list");
        return member;
    }

    String text(String name) {
        JsonNode member = node.path(name);
        Untrue.unless(member.isTextual(), "its member " + name + " is no text");
        return member.textValue();
    }

    /** Empty text where there is none, which no column holds. */
    String textOrEmpty(String name) {
        return has(name) ? text(name) : "";
    }

    long number(String name) {
        JsonNode member = node.path(name);
        Untrue.unless(member.isIntegralNumber(), "its member " + name + " is no integer");
        return member.longValue();
    }

    byte[] bytes(String name) {
        return bytes(node.path(name), name);
    }

    static byte[] bytes(JsonNode member, String name) {
        String text = member.isTextual() ? member.textValue() : "!";
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // refused below, without the library's message: it repeats the input
        }
        throw Untrue.because("its member " + name + " is no base64");
    }

    UUID id(String name) {
        String text = text(name);
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // refused below, without the library's message: it repeats the input
        }
        throw Untrue.because("its member " + name + " is no UUID in its one spelling");
    }
}
