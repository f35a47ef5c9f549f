// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.cofactor.desk.proposals.Deciding;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WithProvider;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.Proposal.State;
import dev.cofactor.ledger.grants.Proposals;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever maps a claim may come with it himself: where its group may what he may not, it waits for somebody else. */
@QuarkusTest
@TestProfile(WithProvider.class)
class SsoMapsWaitHttpTest {
    private final Newcomers newcomers;
    private final Seconds seconds;
    private final Deciding deciding;
    private final Proposals proposals;
    private final Rules rules;
    private final Shelf shelf;
    private final LogEntries entries;
    private final WholeLog log;
    private Person author;
    private String credential;
    private UUID secret;
    private UUID group;

    SsoMapsWaitHttpTest(
            Newcomers newcomers,
            Seconds seconds,
            Deciding deciding,
            Proposals proposals,
            Rules rules,
            Shelf shelf,
            LogEntries entries,
            WholeLog log) {
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.deciding = deciding;
        this.proposals = proposals;
        this.rules = rules;
        this.shelf = shelf;
        this.entries = entries;
        this.log = log;
    }

    @BeforeEach
    void aGroupThatMayWhatTheAuthorMayNot() {
        newcomers.inRole(Role.ADMINISTRATOR); // nobody here is the only one
        author = newcomers.inRole(Role.ADMINISTRATOR);
        credential = newcomers.credential(author);
        secret = shelf.secret(shelf.folder(), "a-secret");
        group = newcomers.group();
        rules.allowGroup(group, secret, Verb.CODE_FETCH);
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void nothingIsMappedUntilSomebodyElseAgreesAndThenBothAreNamed() {
        String claim = fresh();
        Response accepted = map(claim, group);
        accepted.then().statusCode(202).body("change", startsWith("chg_"));
        asks().get(Lodge.GROUPS).then().body("groups.claim", not(hasItem(claim)));
        assertThat(entries.about(group, "sso-groups-changed")).isEmpty();
        map(claim, group).then().statusCode(202);
        UUID second = seconds.confirm(Seconds.change(accepted)).actor().id();
        asks().get(Lodge.GROUPS).then().body("groups.claim", hasItem(claim));
        LogEntries.Entry done = entries.about(group, "sso-groups-changed").getLast();
        assertThat(done.body().at("/details/author").asText())
                .isEqualTo(author.id().toString());
        assertThat(done.body().at("/details/approvers/0").asText()).isEqualTo(second.toString());
        assertThat(entries.about(group, "sso-groups-changed")).hasSize(1);
    }

    @Test
    void norAGroupThatStandsInOneThatMayMore() {
        UUID inner = newcomers.group();
        UUID outer = newcomers.group(newcomers.group(inner));
        rules.allowGroup(outer, secret, Verb.FIELD_REVEAL);
        map(fresh(), inner).then().statusCode(202);
    }

    @Test
    void whereItGivesItsAuthorNothingItDoesNotWait() {
        map(fresh(), newcomers.group()).then().statusCode(201);
        map(fresh(), newcomers.group(author.id())).then().statusCode(201);
        Person other = newcomers.inRole(Role.ADMINISTRATOR);
        rules.allow(other.id(), secret, Verb.CODE_FETCH);
        as(newcomers.credential(other))
                .body(body(fresh(), group))
                .post(Lodge.GROUPS)
                .then()
                .statusCode(201);
    }

    /** He stands there by two ways already: either alone is enough. */
    @Test
    void whoeverHoldsItByTwoPathsLosesNoneOfThemAndDoesNotWait() {
        UUID one = newcomers.group(author.id());
        UUID another = newcomers.group(newcomers.group(author.id()));
        rules.allowGroup(one, secret, Verb.CODE_FETCH);
        UUID policy = rules.allowGroup(another, secret, Verb.CODE_FETCH);
        map(fresh(), group).then().statusCode(201);
        rules.withdraw(policy);
        map(fresh(), group).then().statusCode(201);
        rules.denyGroup(one, secret, Verb.CODE_FETCH);
        map(fresh(), group).then().statusCode(201); // a deny of his own holds against whatever a claim brings
    }

    @Test
    void whatIsDeclinedOrMappedMeanwhileIsNotMapped() {
        String claim = fresh();
        UUID declined = Seconds.change(map(claim, group));
        deciding.decline(seconds.proved(newcomers.inRole(Role.ADMINISTRATOR)), declined);
        asks().get(Lodge.GROUPS).then().body("groups.claim", not(hasItem(claim)));
        UUID late = Seconds.change(map(claim, group));
        Person other = newcomers.inRole(Role.ADMINISTRATOR);
        rules.allow(other.id(), secret, Verb.CODE_FETCH);
        as(newcomers.credential(other))
                .body(body(claim, group))
                .post(Lodge.GROUPS)
                .then()
                .statusCode(201);
        var second = seconds.proved(newcomers.inRole(Role.ADMINISTRATOR));
        assertThatThrownBy(() -> deciding.confirm(second, late)).isInstanceOf(Problem.class);
        assertThat(proposals.find(late).orElseThrow().state()).isEqualTo(State.VOID);
        assertThat(entries.about(group, "sso-groups-changed")).hasSize(1);
    }

    private static String fresh() {
        return "/team/" + UUID.randomUUID();
    }

    private Response map(String claim, UUID to) {
        return asks().body(body(claim, to)).post(Lodge.GROUPS);
    }

    private static Map<String, String> body(String claim, UUID to) {
        return Map.of("claim", claim, "group", to.toString());
    }

    private RequestSpecification asks() {
        return as(credential);
    }

    private static RequestSpecification as(String bearer) {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + bearer)
                .contentType(ContentType.JSON);
    }
}
