// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.cofactor.desk.workloads.Foundry.Works;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.Proposal.State;
import dev.cofactor.ledger.grants.Proposals;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever writes on whose word a service is let in can be that service: where it may more than he, somebody else agrees. */
@QuarkusTest
@TestProfile(Loopback.class)
class TrustWaitsHttpTest {
    private static final String AT = Foundry.FEDERATIONS;
    private static final String POLICIES = "/api/v1/policies";
    private static final String ISSUER = "https://waits.example";

    private final Foundry foundry;
    private final Newcomers newcomers;
    private final Seconds seconds;
    private final Proposals proposals;
    private final Shelf shelf;
    private final LogEntries entries;
    private final WholeLog log;
    private Person author;
    private String credential;

    TrustWaitsHttpTest(
            Foundry foundry,
            Newcomers newcomers,
            Seconds seconds,
            Proposals proposals,
            Shelf shelf,
            LogEntries entries,
            WholeLog log) {
        this.foundry = foundry;
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.proposals = proposals;
        this.shelf = shelf;
        this.entries = entries;
        this.log = log;
    }

    @BeforeEach
    void anAuthor() {
        newcomers.inRole(Role.ADMINISTRATOR); // nobody here is the only one
        author = newcomers.inRole(Role.ADMINISTRATOR);
        credential = newcomers.credential(author);
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void trustInAServiceThatMayMoreIsThereOnceSomebodyAgreesAndHeAsksAgain() {
        Works works = foundry.works();
        Map<String, Object> body = body(works.service(), "job-1");
        Response accepted = asks().body(body).post(AT);
        accepted.then().statusCode(202).body("change", startsWith("chg_"));
        assertThat(entries.about(works.service(), "federation-changed")).isEmpty();
        asks().get(AT)
                .then()
                .body("federations.service", not(hasItem(works.service().toString())));
        UUID change = Seconds.change(accepted);
        UUID second = seconds.confirm(change).actor().id();
        assertThat(proposals.find(change).orElseThrow().state()).isEqualTo(State.CONFIRMED);
        assertThat(entries.about(works.service(), "federation-changed")).isEmpty();
        asks().body(body).post(AT).then().statusCode(201).body("active", equalTo(true));
        assertThat(proposals.find(change).orElseThrow().state()).isEqualTo(State.APPLIED);
        LogEntries.Entry done =
                entries.about(works.service(), "federation-changed").getLast();
        assertThat(done.body().at("/details/author").asText())
                .isEqualTo(author.id().toString());
        assertThat(done.body().at("/details/approvers/0").asText()).isEqualTo(second.toString());
    }

    /** Another condition, another issuer, another person: of those nobody has agreed to anything. */
    @Test
    void aYesIsForThoseTermsAndForThatAuthor() {
        Works works = foundry.works();
        Map<String, Object> body = body(works.service(), "job-1");
        seconds.confirm(asks().body(body).post(AT));
        asks().body(body(works.service(), "job-2")).post(AT).then().statusCode(202);
        Map<String, Object> elsewhere =
                Foundry.body(works.service(), "other", ISSUER + ".evil.example", Map.of("sub", "job-1"));
        asks().body(elsewhere).post(AT).then().statusCode(202);
        String other = newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR));
        as(other).body(body).post(AT).then().statusCode(202);
        asks().body(body).post(AT).then().statusCode(201);
        assertThat(entries.about(works.service(), "federation-changed")).hasSize(1);
    }

    @Test
    void otherTermsAndLettingInAgainWaitAndANameAndLettingNobodyInDoNot() {
        Works works = foundry.works();
        String id = foundry.federate(body(works.service(), "job-1")).path("id");
        edit(id, Map.of("name", "Another name")).then().statusCode(200);
        edit(id, Map.of("conditions", Map.of("sub", "job-2"))).then().statusCode(202);
        edit(id, Map.of("active", false)).then().statusCode(200);
        Response resuming = edit(id, Map.of("active", true));
        resuming.then().statusCode(202);
        asks().get(AT + "/" + id).then().body("active", equalTo(false)).body("conditions.sub", equalTo("job-1"));
        seconds.confirm(resuming);
        asks().get(AT + "/" + id).then().body("active", equalTo(false));
        edit(id, Map.of("active", true)).then().statusCode(200).body("active", equalTo(true));
    }

    @Test
    void ofAServiceThatMayNothingItIsThereAtOnce() {
        asks().body(body(foundry.service(), "job-1")).post(AT).then().statusCode(201);
    }

    /** First the trust, then the right: the issuer says whatever he likes. */
    @Test
    void aRightForWhatAnIssuerSaysWhomItsAuthorBroughtWaits() {
        String id = asks().body(body(foundry.service(), "job-1"))
                .post(AT)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        UUID secret = shelf.secret(shelf.folder(), "a-secret");
        Map<String, Object> policy = Map.of(
                "name", "A test's",
                "effect", "allow",
                "actions", List.of("code.fetch"),
                "to", List.of(Map.of("kind", "claim", "issuer", id, "name", "ref", "value", "refs/heads/main")),
                "on", List.of(Map.of("kind", "secret", "id", secret.toString())));
        adds(credential, policy).then().statusCode(202);
        adds(newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR)), policy)
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> body(UUID service, String job) {
        return Foundry.body(service, "other", ISSUER, Map.of("sub", job));
    }

    private Response adds(String bearer, Map<String, Object> policy) {
        return as(bearer)
                .header("If-Match", as(bearer).get(POLICIES).header("ETag"))
                .body(policy)
                .post(POLICIES);
    }

    private Response edit(String federation, Map<String, Object> edit) {
        return asks().header("If-Match", asks().get(AT + "/" + federation).header("ETag"))
                .body(edit)
                .patch(AT + "/" + federation);
    }

    private RequestSpecification asks() {
        return as(credential);
    }

    private static RequestSpecification as(String bearer) {
        return Foundry.as(bearer).contentType(ContentType.JSON);
    }
}
