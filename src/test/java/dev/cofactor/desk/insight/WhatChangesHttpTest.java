// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who gains and who loses, before anything is saved. */
@QuarkusTest
class WhatChangesHttpTest {
    private final Reviewing reviewing;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final Folders folders;
    private final Gate gate;

    WhatChangesHttpTest(
            Reviewing reviewing, Newcomers newcomers, Rules rules, Shelf shelf, Folders folders, Gate gate) {
        this.reviewing = reviewing;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.folders = folders;
        this.gate = gate;
    }

    @Test
    void whoWouldGainIsNamedWithAnExampleAndNothingIsSaved() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "root");
        shelf.secret(folder, "other");
        Person person = newcomers.settled();
        UUID group = newcomers.group(person.id());
        rules.deny(person.id(), secret, Verb.BACKUP_CODE_TAKE);
        long before = gate.edition().number();
        reviewing
                .whatChanges(Map.of("policy", policy(group, folder)))
                .then()
                .statusCode(200)
                .body("lost", equalTo(0))
                .body("losses", empty())
                .body(
                        "gains.findAll { it.id == '" + person.id() + "' }.verb.sort()",
                        equalTo(List.of("backup-code.take", "code.fetch")))
                .body(gain(person, "code.fetch") + ".on", equalTo(2))
                .body(gain(person, "backup-code.take") + ".on", equalTo(1))
                .body(gain(person, "backup-code.take") + ".example.path", equalTo(folder.path() + "/other"))
                .body(gain(person, "code.fetch") + ".example.before", equalTo("denied"))
                .body(gain(person, "code.fetch") + ".example.after", equalTo("allowed"));
        assertThat(gate.edition().number()).isEqualTo(before);
    }

    private static String gain(Person person, String verb) {
        return "gains.find { it.id == '" + person.id() + "' && it.verb == '" + verb + "' }";
    }

    private static Map<String, Object> policy(UUID group, Folder folder) {
        return Map.of(
                "id", UUID.randomUUID().toString(),
                "name", "On call",
                "effect", "allow",
                "actions", List.of("code.fetch", "backup-code.take"),
                "to", List.of(Map.of("kind", "group", "id", group.toString())),
                "on", List.of(Map.of("kind", "folder", "id", folder.id().toString())));
    }

    /** All of the house is about to be given away, and what is somebody's own is not part of it. */
    @Test
    void whatIsSomebodysOwnIsNeitherCountedNorNamed() {
        Person owner = newcomers.settled();
        Folder personal = shelf.change(
                Moves.WORLD, at -> folders.addPersonal(UUID.randomUUID(), owner.id(), owner.accountName(), at));
        Person person = newcomers.settled();
        int before = gained(person, personal);
        shelf.secret(personal, "mine");
        assertThat(gained(person, personal)).isEqualTo(before);
        shelf.secret(shelf.folder(), "shared");
        assertThat(gained(person, personal)).isEqualTo(before + 1);
    }

    private int gained(Person person, Folder personal) {
        Map<String, Object> policy = Map.of(
                "id", UUID.randomUUID().toString(),
                "name", "Everything",
                "effect", "allow",
                "actions", List.of("code.fetch"),
                "to", List.of(Map.of("kind", "person", "id", person.id().toString())),
                "on", List.of(Map.of("kind", "everything")));
        Response answer = reviewing.whatChanges(Map.of("policy", policy));
        assertThat(answer.asString()).doesNotContain(personal.path());
        return answer.then().statusCode(200).extract().path(gain(person, "code.fetch") + ".on");
    }

    @Test
    void whoWouldLoseIsNamedWhereAPolicyIsWithdrawn() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "root");
        Person person = newcomers.settled();
        UUID policy = rules.allow(person.id(), secret, Verb.CODE_FETCH);
        reviewing
                .whatChanges(Map.of("withdraw", policy.toString()))
                .then()
                .statusCode(200)
                .body("gained", equalTo(0))
                .body("lost", equalTo(1))
                .body("losses[0].id", equalTo(person.id().toString()))
                .body("losses[0].example.path", equalTo(folder.path() + "/root"))
                .body("losses[0].example.before", equalTo("allowed"))
                .body("losses[0].example.after", equalTo("denied"));
    }

    @Test
    void aWholeSetIsComparedWithTheOneInForce() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "root");
        Person person = newcomers.settled();
        String before = new String(gate.edition().policies().canonical(), java.nio.charset.StandardCharsets.UTF_8);
        rules.allow(person.id(), secret, Verb.CODE_FETCH);
        reviewing
                .whatChanges(before)
                .then()
                .statusCode(200)
                .body("lost", greaterThanOrEqualTo(1))
                .body("losses.find { it.id == '" + person.id() + "' }.verb", equalTo("code.fetch"));
        String now = new String(gate.edition().policies().canonical(), java.nio.charset.StandardCharsets.UTF_8);
        reviewing.whatChanges(now).then().body("gained", equalTo(0)).body("lost", equalTo(0));
    }

    @Test
    void whatIsNoPolicyIsRefusedByItsPlace() {
        String said = reviewing
                .whatChanges("{\"policy\": {\"id\": \"" + UUID.randomUUID()
                        + "\", \"name\": \"c4n4ry\", \"effect\": \"c4n4ry\"}}")
                .then()
                .statusCode(400)
                .extract()
                .asString();
        assertThat(said).contains("`/policy/effect`").doesNotContain("c4n4ry");
        reviewing.whatChanges(Map.of()).then().statusCode(400);
    }
}
