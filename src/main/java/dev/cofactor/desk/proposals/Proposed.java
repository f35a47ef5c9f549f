// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import dev.cofactor.engine.documents.CanonicalJson;
import dev.cofactor.engine.documents.Placed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A change as it can be kept: whose kind it is, and all there is to know to do it later.
 *
 * @param permit present when it is done because a second person said yes
 */
public record Proposed(String kind, String document, Optional<Permit> permit) {
    /** Asked for now. */
    public static Proposed of(String kind, Map<String, String> members) {
        Map<String, String> spelled = members.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, member -> CanonicalJson.text(member.getValue())));
        return new Proposed(kind, CanonicalJson.object(spelled), Optional.empty());
    }

    /** The same, done because somebody else agrees. */
    public Proposed by(Permit permit) {
        return new Proposed(kind, document, Optional.of(permit));
    }

    /** A member of such a document. */
    static String text(String document, String name) {
        return Placed.document(document.getBytes(UTF_8))
                .member(name)
                .text();
    }

    public String text(String name) {
        return text(document, name);
    }

    public UUID id(String name) {
        return UUID.fromString(text(name));
    }
}
