// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cofactor.engine.merkle.TreeHead;
import dev.cofactor.engine.witness.Cause;
import dev.cofactor.engine.witness.Pinned;
import dev.cofactor.engine.witness.Receipt;
import dev.cofactor.engine.witness.Verdict;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was proved, in one line of JSON in the spelling of RFC 8785. */
final class ProvedJson {
    private ProvedJson() {}

    static String of(Verdict verdict) {
        Map<String, String> members = ofTree(verdict.origin(), verdict.head());
        if (!verdict.erased().isEmpty()) {
            Map<String, String> erased = new TreeMap<>();
            for (Cause cause : Cause.values()) {
                erased.put(cause.word(), String.valueOf(verdict.erased().get(cause)));
            }
            members.put("erased", object(erased));
        }
        return object(members);
    }

    /** The body is in that spelling already: it was verified. */
    static String of(Receipt.Proved proved, Pinned pinned) {
        Map<String, String> members =
                ofTree(pinned.origin(), proved.checkpoint().head());
        members.put("index", Long.toString(proved.index()));
        members.put("time", Long.toString(proved.time()));
        proved.body().ifPresent(body -> members.put("body", new String(body, UTF_8)));
        return object(members);
    }

    private static Map<String, String> ofTree(String origin, TreeHead head) {
        return new TreeMap<>(Map.of(
                "origin", text(origin),
                "root", text(head.root().base64()),
                "size", Long.toString(head.size())));
    }

    private static String text(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> text(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
