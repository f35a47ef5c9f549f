// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Database;
import dev.cofactor.fixtures.FakeProvider;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WithProvider;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a claim gives, to whom, and for how long. */
@QuarkusTest
@TestProfile(WithProvider.class)
class SsoGroupsHttpTest {
    private final Lodge lodge;
    private final Kiosk kiosk;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Groups.Brought brought;
    private final LogEntries entries;
    private final WholeLog log;
    private FakeProvider provider;

    SsoGroupsHttpTest(
            Lodge lodge,
            Kiosk kiosk,
            Newcomers newcomers,
            Rules rules,
            Groups.Brought brought,
            LogEntries entries,
            WholeLog log) {
        this.lodge = lodge;
        this.kiosk = kiosk;
        this.newcomers = newcomers;
        this.rules = rules;
        this.brought = brought;
        this.entries = entries;
        this.log = log;
    }

    @BeforeEach
    void aProvider() {
        provider = FakeProvider.start();
    }

    @AfterEach
    void theWholeLogIsRight() {
        provider.close();
        assertThat(log.verify()).isPositive();
    }

    private Traveller in(Lodge.Linked linked, Object groups) {
        Traveller traveller = new Traveller(provider);
        Response in = traveller.comeBack(traveller.leave(), linked.subject(), claims -> claims.put("groups", groups));
        assertThat(in.statusCode()).as(in.asString()).isEqualTo(303);
        return traveller;
    }

    private int fetch(Traveller traveller, Stand stand) {
        traveller.browser.open("/secrets");
        return traveller
                .browser
                .script("/secrets/" + PublicId.SECRET.of(stand.secret()) + "/code", Map.of())
                .statusCode();
    }

    private static String fresh() {
        return "/team/" + UUID.randomUUID();
    }

    @Test
    void aMappedClaimGivesItsGroupToThatSessionAndToNoOther() {
        Lodge.Linked linked = lodge.linked(provider);
        Stand stand = kiosk.counting();
        UUID inner = newcomers.group();
        UUID outer = newcomers.group(inner);
        rules.allowGroup(outer, stand.secret(), Verb.CODE_FETCH);
        String claim = fresh();
        Traveller before = in(linked, List.of(claim));
        assertThat(fetch(before, stand)).as("not mapped yet").isEqualTo(404);
        lodge.map(claim, inner);
        assertThat(fetch(before, stand)).as("mapped after he came").isEqualTo(404);
        Traveller with = in(linked, List.of("another", claim));
        assertThat(fetch(with, stand)).isEqualTo(200);
        assertThat(entries.of(linked.id(), "session-opened")
                        .getLast()
                        .body()
                        .at("/details/count")
                        .asInt())
                .isEqualTo(1);
        assertThat(fetch(in(linked, claim), stand))
                .as("one text is a list of one")
                .isEqualTo(200);
        assertThat(fetch(in(linked, List.of()), stand))
                .as("not any more at the provider")
                .isEqualTo(404);
        assertThat(fetch(in(linked, List.of(claim.toUpperCase(java.util.Locale.ROOT))), stand))
                .isEqualTo(404);
        assertThat(fetch(in(linked, Map.of(claim, true)), stand)).isEqualTo(404);
        Traveller local = new Traveller(provider);
        local.browser.signIn(linked.person().accountName(), Newcomers.PASSWORD);
        assertThat(fetch(local, stand)).as("by password").isEqualTo(404);
        assertThat(fetch(with, stand))
                .as("and his sign-in stands all the while")
                .isEqualTo(200);
    }

    @Test
    void aCredentialForProgramsMadeInTheSessionHasNothingOfIt() {
        Lodge.Linked linked = lodge.linked(provider);
        Stand stand = kiosk.counting();
        UUID group = newcomers.group();
        rules.allowGroup(group, stand.secret(), Verb.CODE_FETCH);
        String claim = fresh();
        lodge.map(claim, group);
        Traveller traveller = in(linked, List.of(claim));
        traveller.browser.open("/profile");
        String page =
                traveller.browser.send("/profile/api-credential", Map.of()).asString();
        var found = java.util.regex.Pattern.compile("cfp_[A-Za-z0-9_-]{43}").matcher(page);
        assertThat(found.find()).isTrue();
        assertThat(Kiosk.as(found.group()).post("/api/v1/code/" + stand.path()).statusCode())
                .isEqualTo(404);
        assertThat(fetch(traveller, stand)).isEqualTo(200);
    }

    @Test
    void whatIsTakenOutOfTheMapIsGoneFromSessionsThatStand() {
        Lodge.Linked linked = lodge.linked(provider);
        Stand stand = kiosk.counting();
        UUID group = newcomers.group();
        rules.allowGroup(group, stand.secret(), Verb.CODE_FETCH);
        String claim = fresh();
        String mapping = lodge.map(claim, group);
        Traveller traveller = in(linked, List.of(claim));
        assertThat(fetch(traveller, stand)).isEqualTo(200);
        lodge.ask().delete(Lodge.GROUPS + "/" + mapping).then().statusCode(204);
        assertThat(fetch(traveller, stand)).isEqualTo(404);
        lodge.map(claim, group);
        assertThat(fetch(traveller, stand))
                .as("mapped again, it counts from the next sign-in on")
                .isEqualTo(404);
    }

    @Test
    void whatASessionHasGoesOnToTheOneInItsPlace() {
        Lodge.Linked linked = lodge.linked(provider);
        UUID group = newcomers.group();
        String claim = fresh();
        lodge.map(claim, group);
        in(linked, List.of(claim));
        UUID from = lodge.sessionOf(linked);
        UUID to = newcomers.signedIn(linked.person()).session().orElseThrow();
        assertThat(brought.by(from)).containsExactly(group);
        assertThat(brought.by(to)).isEmpty();
        QuarkusTransaction.requiringNew().run(() -> brought.pass(from, to));
        assertThat(brought.by(from)).isEmpty();
        assertThat(brought.by(to)).containsExactly(group);
    }

    @Test
    void aRoleIsNeverGivenByAClaim() throws SQLException {
        Lodge.Linked linked = lodge.linked(provider);
        UUID inAdministrators = newcomers.group();
        UUID inThat = newcomers.group();
        join(inAdministrators, inThat);
        for (Role role : Role.values()) {
            refused(role.group(), 409, "sso-group-role");
        }
        refused(Groups.EVERYONE, 409, "sso-group-role");
        String claim = fresh();
        lodge.map(claim, inThat);
        join(Role.ADMINISTRATOR.group(), inAdministrators);
        refused(inThat, 409, "sso-group-role");
        try (Connection owner = Database.asOwner()) {
            Roles.execute(
                    owner,
                    "insert into sso_group (id, claim, group_id, since) values (gen_random_uuid(), '" + claim + "', '"
                            + Role.ADMINISTRATOR.group() + "', now())");
        }
        Traveller traveller = in(linked, List.of(claim));
        assertThat(traveller.browser.open("/people").statusCode()).isEqualTo(403);
        assertThat(entries.of(linked.id(), "session-opened")
                        .getLast()
                        .body()
                        .at("/details/count")
                        .asInt())
                .as("what reaches a role is left out when he comes")
                .isZero();
    }

    @Test
    void aGroupThatIsPutIntoARoleLaterDoesNotBringTheRole() throws SQLException {
        Lodge.Linked linked = lodge.linked(provider);
        UUID group = newcomers.group();
        String claim = fresh();
        lodge.map(claim, group);
        Traveller traveller = in(linked, List.of(claim));
        join(Role.ADMINISTRATOR.group(), group);
        rules.allowGroup(group, kiosk.counting().secret(), Verb.CODE_FETCH); // moves the world: nothing is remembered
        assertThat(traveller.browser.open("/people").statusCode()).isEqualTo(403);
    }

    private static void join(UUID group, UUID member) throws SQLException {
        try (Connection owner = Database.asOwner()) {
            Roles.execute(
                    owner,
                    "insert into membership (group_id, member, since) values ('" + group + "', '" + member
                            + "', now())");
        }
    }

    private void refused(UUID group, int status, String code) {
        lodge.ask()
                .body(Map.of("claim", fresh(), "group", group.toString()))
                .post(Lodge.GROUPS)
                .then()
                .statusCode(status)
                .body("code", org.hamcrest.Matchers.equalTo(code));
    }

    @Test
    void theMapIsForWhoeverMayEditPeopleAndItsChangesAreOnTheLog() {
        UUID group = newcomers.group();
        String claim = fresh();
        String stranger = newcomers.credential(newcomers.settled());
        Kiosk.as(stranger).get(Lodge.GROUPS).then().statusCode(403);
        Kiosk.as(stranger)
                .contentType("application/json")
                .body("{}")
                .post(Lodge.GROUPS)
                .then()
                .statusCode(403);
        String mapping = lodge.map(claim, group);
        assertThat(entries.about(group, "sso-groups-changed")).hasSize(1);
        lodge.ask()
                .body(Map.of("claim", claim, "group", group.toString()))
                .post(Lodge.GROUPS)
                .then()
                .statusCode(409);
        assertThat(lodge.ask().get(Lodge.GROUPS).jsonPath().getList("groups.claim"))
                .contains(claim);
        Kiosk.as(stranger).delete(Lodge.GROUPS + "/" + mapping).then().statusCode(403);
        lodge.ask().delete(Lodge.GROUPS + "/" + mapping).then().statusCode(204);
        lodge.ask().delete(Lodge.GROUPS + "/" + mapping).then().statusCode(404);
        refused(UUID.randomUUID(), 404, "not-found");
        for (String odd : List.of("", "x".repeat(201))) {
            lodge.ask()
                    .body(Map.of("claim", odd, "group", group.toString()))
                    .post(Lodge.GROUPS)
                    .then()
                    .statusCode(400);
        }
    }
}
