// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A document as people like to read it. */
final class Pretty {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Pretty() {}

    static String of(String document) {
        try {
            return MAPPER.readTree(document).toPrettyString();
        } catch (JsonProcessingException e) {
            return document; // without the cause, which repeats it
        }
    }
}
