// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.Proposal.State;
import dev.cofactor.ledger.grants.Proposals;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moves over the API by which their author could gain something. */
@QuarkusTest
class WaitingMovesHttpTest {

    private final Newcomers newcomers;
    private final Seconds seconds;
    private final Rules rules;
    private final Shelf shelf;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Folders folders;
    private final Proposals proposals;
    private final Deciding deciding;
    private final WholeLog log;

    private Person author;
    private String credential;
    private Folder folder;
    private UUID secret;

    WaitingMovesHttpTest(
            Newcomers newcomers,
            Seconds seconds,
            Rules rules,
            Shelf shelf,
            Gate gate,
            Catalogue catalogue,
            Folders folders,
            Proposals proposals,
            Deciding deciding,
            WholeLog log) {
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.rules = rules;
        this.shelf = shelf;
        this.gate = gate;
        this.catalogue = catalogue;
        this.folders = folders;
        this.proposals = proposals;
        this.deciding = deciding;
        this.log = log;
    }

    @BeforeEach
    void anAdministratorAndASecret() {
        newcomers.inRole(Role.ADMINISTRATOR); // nobody here is the only one
        author = newcomers.inRole(Role.ADMINISTRATOR);
        credential = newcomers.credential(author);
        folder = shelf.folder();
        secret = shelf.secret(folder, "a-secret");
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aMoveToWhereItsAuthorMayMoreWaits() {
        Folder there = shelf.folder();
        rules.allow(author.id(), new Resource.Folder(there.id()), Verb.CODE_FETCH);
        Response accepted = move(there);
        assertThat(catalogue.find(secret).orElseThrow().folders()).contains(folder.id());
        seconds.confirm(accepted);
        assertThat(catalogue.find(secret).orElseThrow().folders()).contains(there.id());
        Folder idle = shelf.folder();
        move(idle).then().statusCode(200);
    }

    @Test
    void aMoveOfWhatWasMovedMeanwhileIsVoid() {
        Folder there = shelf.folder();
        rules.allow(author.id(), new Resource.Folder(there.id()), Verb.CODE_FETCH);
        UUID change = Seconds.change(move(there));
        move(shelf.folder()).then().statusCode(200);
        Caller second = seconds.proved(newcomers.inRole(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> deciding.confirm(second, change)).hasMessageContaining("meanwhile");
        assertThat(proposals.find(change).orElseThrow().state()).isEqualTo(State.VOID);
    }

    @Test
    void aFolderMovedToWhereItsAuthorMayMoreWithWhatLiesInItWaits() {
        Folder there = shelf.folder();
        rules.allow(author.id(), new Resource.Folder(there.id()), Verb.CODE_FETCH);
        String address = "/api/v1/folders/" + PublicId.FOLDER.of(folder.id());
        Response accepted = asks().header("If-Match", asks().get(address).header("ETag"))
                .body(Map.of("parent", PublicId.FOLDER.of(there.id())))
                .post(address + "/move");
        accepted.then().statusCode(202);
        assertThat(folders.find(folder.id()).orElseThrow().parent()).isEmpty();
        seconds.confirm(accepted);
        assertThat(folders.find(folder.id()).orElseThrow().parent()).contains(there.id());
        assertThat(may(Verb.CODE_FETCH)).isTrue();
    }

    private RequestSpecification asks() {
        return as(credential);
    }

    private static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer).contentType(ContentType.JSON);
    }

    private Response move(Folder into) {
        String address = "/api/v1/secrets/" + PublicId.SECRET.of(secret);
        return asks().header(
                        "If-Match", "\"" + catalogue.find(secret).orElseThrow().version() + "\"")
                .body(Map.of("folder", PublicId.FOLDER.of(into.id())))
                .post(address + "/move");
    }

    /** As the gate has it. */
    private boolean may(Verb verb) {
        Caller his = newcomers.signedIn(author);
        return gate.view(his)
                .may(verb, Sight.of(catalogue.find(secret).orElseThrow(), his).target());
    }
}
