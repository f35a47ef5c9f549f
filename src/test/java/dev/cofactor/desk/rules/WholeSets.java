// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.POLICIES;
import static dev.cofactor.desk.rules.Author.named;
import static dev.cofactor.desk.rules.Author.of;
import static dev.cofactor.desk.rules.Author.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.ledger.catalogue.Folder;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** The whole set as an author takes it out, changes it and sends it back. */
@Singleton
class WholeSets {
    static final String DOCUMENT = POLICIES + "/document";
    static final ObjectMapper JSON = new ObjectMapper();

    private final Author author;

    WholeSets(Author author) {
        this.author = author;
    }

    ObjectNode taken() throws IOException {
        return (ObjectNode) JSON.readTree(author.asks().get(DOCUMENT).asByteArray());
    }

    static ArrayNode policies(ObjectNode set) {
        return (ArrayNode) set.get("policies");
    }

    static ObjectNode added(ObjectNode set, Map<String, Object> policy) {
        ObjectNode mine = JSON.valueToTree(policy);
        mine.put("id", UUID.randomUUID().toString());
        policies(set).add(mine);
        return mine;
    }

    static void remove(ObjectNode set, String policy) {
        for (int i = 0; i < policies(set).size(); i++) {
            if (policies(set).get(i).get("id").textValue().equals(policy)) {
                policies(set).remove(i);
                return;
            }
        }
    }

    Response puts(String etag, byte[] document) {
        return sends(etag, document, false);
    }

    Response tries(String etag, byte[] document) {
        return sends(etag, document, true);
    }

    Response sends(String etag, byte[] document, boolean dry) {
        return author.asks()
                .header("If-Match", etag)
                .queryParam("dry-run", dry)
                .body(document)
                .put(DOCUMENT);
    }

    static Map<String, Object> fetching(UUID group, Folder folder) {
        return policy("allow", of("code.fetch"), of(named("group", group)), of(named("folder", folder.id())));
    }
}
