// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that are kept elsewhere, compared and put in force by the command line. */
@QuarkusTest
class PoliciesHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Newcomers newcomers;
    private final Shelf shelf;
    private final WholeLog log;
    private UUID author = new UUID(0, 0);
    private String credential = "";

    PoliciesHttpTest(Newcomers newcomers, Shelf shelf, WholeLog log) {
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.log = log;
    }

    @BeforeEach
    void anAuthorOfPolicies() {
        Person person = newcomers.inRole(Role.POLICY_AUTHOR);
        author = person.id();
        credential = newcomers.credential(person);
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private Command command() {
        return Command.at("http://localhost:" + RestAssured.port).with("COFACTOR_TOKEN", credential);
    }

    private String inForce() {
        return given().header("Authorization", "Bearer " + credential)
                .get("/api/v1/policies/document")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String with(String document, String kind, UUID who, UUID folder, String name) throws IOException {
        ObjectNode set = (ObjectNode) JSON.readTree(document);
        Map<String, Object> policy = Map.of(
                "id", UUID.randomUUID().toString(),
                "name", name,
                "effect", "allow",
                "actions", List.of("code.fetch"),
                "to", List.of(Map.of("kind", kind, "id", who.toString())),
                "on", List.of(Map.of("kind", "folder", "id", folder.toString())));
        ((ArrayNode) set.get("policies")).add(JSON.valueToTree(policy));
        return set.toString();
    }

    @Test
    void whatWouldChangeIsSaidAndThenDoneAndUndone() throws IOException {
        String before = inForce();
        var folder = shelf.folder();
        UUID group = newcomers.group();
        String name = Shelf.fresh();
        String after = with(before, "group", group, folder.id(), name);
        assertThat(command().reading(before, "policy", "diff", "-").is(0).out()).isEmpty();
        assertThat(command().reading(after, "policy", "diff", "-").is(0).out())
                .isEqualTo("+ " + name + ": " + group + " may fetch codes below " + folder.path() + ".\n");
        assertThat(inForce()).isEqualTo(before);
        command().reading(after, "policy", "apply", "-", "--edition", "1").is(1);
        assertThat(command().reading(after, "policy", "apply", "-").is(0).out()).matches("[0-9]+\n");
        assertThat(inForce()).contains(name);
        assertThat(command().reading(before, "policy", "diff", "-").is(0).out()).startsWith("- " + name + ": ");
        assertThat(command().reading(before, "policy", "apply", "-").is(0).out())
                .matches("[0-9]+\n");
        assertThat(inForce()).isEqualTo(before);
    }

    @Test
    void whatGivesItsAuthorARightWaitsForASecondPerson() throws IOException {
        var folder = shelf.folder();
        shelf.secret(folder, "root");
        String before = inForce();
        String name = Shelf.fresh();
        String after = with(before, "person", author, folder.id(), name);
        Command.Ended ended = command().reading(after, "policy", "apply", "-").is(5);
        assertThat(ended.err()).matches("cofactor: it waits for a second person: chg_[0-9a-z]{26}\n");
        assertThat(inForce()).doesNotContain(name);
    }

    @Test
    void whatTheRulesMustKeepSayingIsAsked() {
        Command.Ended ended = command().reading(inForce(), "policy", "test", "-");
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.out().lines()).allMatch(line -> line.startsWith("kept "));
        String stranger = newcomers.credential(newcomers.settled());
        assertThat(command()
                        .with("COFACTOR_TOKEN", stranger)
                        .reading(inForce(), "policy", "test", "-")
                        .is(4)
                        .out())
                .isEmpty();
        byte[] nothing = "{\"format\": \"cofactor-policies/1\", \"policies\": [{}]}".getBytes(UTF_8);
        command().reading(new String(nothing, UTF_8), "policy", "diff", "-").is(2);
    }
}
