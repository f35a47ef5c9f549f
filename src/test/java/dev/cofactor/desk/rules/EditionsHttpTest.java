// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.POLICIES;
import static dev.cofactor.desk.rules.Author.named;
import static dev.cofactor.desk.rules.Author.of;
import static dev.cofactor.desk.rules.Author.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The editions there have been, and what any two of them say differently. */
@QuarkusTest
class EditionsHttpTest {
    private static final String EDITIONS = POLICIES + "/editions";

    private final Author author;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final LogEntries entries;

    EditionsHttpTest(Author author, Newcomers newcomers, Shelf shelf, LogEntries entries) {
        this.author = author;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.entries = entries;
    }

    @Test
    void eachSaysWhoSavedItWhenAndWhatChanged() {
        String id = author.added(fetching(newcomers.group(), shelf.folder()));
        author.withdraws(id).then().statusCode(200);
        JsonPath listed = author.asks().get(EDITIONS).jsonPath();
        assertThat(listed.getLong("editions[0].edition")).isEqualTo(author.edition());
        assertThat(listed.getString("editions[0].hash"))
                .isEqualTo(author.asks().get(POLICIES).path("hash"));
        assertThat(listed.getString("editions[0].savedBy"))
                .isEqualTo(author.id().toString());
        assertThat(listed.getString("editions[0].savedAt")).isNotBlank();
        assertThat(listed.getList("editions[0].parts")).isEqualTo(List.of("withdrawn"));
        assertThat(listed.getList("editions[1].parts")).isEqualTo(List.of("added"));
    }

    @Test
    void theListIsReadOnUntilTheFirst() {
        Response first = author.asks().queryParam("before", 3).get(EDITIONS);
        first.then().statusCode(200).body("editions.edition", contains(2, 1)).body("before", nullValue());
        first.then().body("editions[1].savedBy", nullValue());
        while (author.edition() < 52) {
            author.withdraws(author.added(fetching(newcomers.group(), shelf.folder())));
        }
        JsonPath newest = author.asks().get(EDITIONS).jsonPath();
        assertThat(newest.getList("editions")).hasSize(50);
        long before = newest.getLong("before");
        assertThat(before).isEqualTo(author.edition() - 49);
        author.asks()
                .queryParam("before", before)
                .get(EDITIONS)
                .then()
                .body("editions[0].edition", equalTo((int) before - 1));
    }

    @Test
    void anOldEditionIsShownAsItWas() {
        String id = author.added(fetching(newcomers.group(), shelf.folder()));
        long number = author.edition();
        byte[] document = author.asks().get(POLICIES + "/document").asByteArray();
        author.withdraws(id).then().statusCode(200);
        Response shown = author.asks().get(EDITIONS + "/" + number);
        shown.then()
                .statusCode(200)
                .body("edition", equalTo((int) number))
                .body("hash", equalTo(Edition.hashOf(document)))
                .body("parts", contains("added"));
        assertThat(shown.asString()).contains(new String(document, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void twoAreComparedPolicyByPolicyInBothDirections() {
        UUID group = newcomers.group();
        Folder folder = shelf.folder();
        String changed = author.added(fetching(group, folder));
        long from = author.edition();
        String added = author.added(fetching(group, folder));
        Map<String, Object> draft = new HashMap<>(fetching(group, folder));
        draft.put("state", "draft");
        author.replaces(changed, draft).then().statusCode(200);
        long to = author.edition();
        String sentence = group + " may fetch codes below " + folder.path() + ".";
        compared(from, to)
                .then()
                .statusCode(200)
                .body("added.id", contains(added))
                .body("changed.id", contains(changed))
                .body("changed[0].parts", contains("changed: state"))
                .body("changed[0].before", equalTo(sentence))
                .body("changed[0].sentence", equalTo(sentence + " This is a draft and decides nothing yet."))
                .body("withdrawn", empty());
        compared(to, from).then().body("withdrawn.id", contains(added)).body("added", empty());
        compared(to, to).then().body("added", empty()).body("changed", empty()).body("withdrawn", empty());
    }

    @Test
    void whatIsNoEditionIsNotFoundOrRefused() {
        author.asks().get(EDITIONS + "/999999999").then().statusCode(404);
        compared(1, 999999999).then().statusCode(404);
        for (String wrong : List.of("x", "-1", "1.5", "9999999999999999999")) {
            author.asks().queryParam("before", wrong).get(EDITIONS).then().statusCode(400);
            author.asks()
                    .queryParam("from", wrong)
                    .queryParam("to", 1)
                    .get(EDITIONS + "/compare")
                    .then()
                    .statusCode(400);
        }
        author.asks().get(EDITIONS + "/compare").then().statusCode(400);
    }

    @Test
    void whoMayNotEditPoliciesSeesNoneAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        for (String path : List.of("", "/1", "/compare?from=1&to=1", "/999999999")) {
            Author.as(his).get(EDITIONS + path).then().statusCode(403);
        }
        assertThat(entries.of(person.id(), "request-refused")).hasSize(4);
    }

    private Response compared(long from, long to) {
        return author.asks().queryParam("from", from).queryParam("to", to).get(EDITIONS + "/compare");
    }

    private static Map<String, Object> fetching(UUID group, Folder folder) {
        return policy("allow", of("code.fetch"), of(named("group", group)), of(named("folder", folder.id())));
    }
}
