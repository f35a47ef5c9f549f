// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** JSON on its way between a form and the desk, which reads it strictly. */
final class Documents {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Documents() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Empty for what is no JSON: the desk says then what is wrong with it. */
    static Optional<JsonNode> read(String json) {
        try {
            return Optional.ofNullable(MAPPER.readTree(json)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty(); // without the cause, which repeats it
        }
    }
}
