// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.notices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Inbox;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.Kind;
import dev.cofactor.ledger.post.Post;
import dev.cofactor.ledger.post.Post.Letter;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody reads what he was told, and nothing else. */
@QuarkusTest
class NoticesHttpTest {
    private static final String ADDRESS = "/api/v1/notices";

    private final Newcomers newcomers;
    private final Shelf shelf;
    private final CatalogueEdits edits;
    private final Catalogue catalogue;
    private final Gate gate;
    private final Post post;
    private final NoticeDesk desk;
    private final Told told;
    private final Roles roles;
    private final LogEntries entries;
    private final WholeLog log;

    NoticesHttpTest(
            Newcomers newcomers,
            Shelf shelf,
            CatalogueEdits edits,
            Catalogue catalogue,
            Gate gate,
            Post post,
            NoticeDesk desk,
            Told told,
            Roles roles,
            LogEntries entries,
            WholeLog log) {
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.edits = edits;
        this.catalogue = catalogue;
        this.gate = gate;
        this.post = post;
        this.desk = desk;
        this.told = told;
        this.roles = roles;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void noticesComeInPagesTheNewestFirst() {
        Person owner = newcomers.settled();
        UUID secret = owned(owner);
        Caller administrator = administrator();
        List<String> events = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            events.addFirst(tell(administrator, secret, "page-" + number).toString());
        }
        String reader = newcomers.credential(owner);
        List<String> read = new ArrayList<>();
        JsonPath page = as(reader).get(ADDRESS + "?limit=2").jsonPath();
        assertThat(page.getLong("unread")).isEqualTo(5);
        while (page.getString("next") != null) {
            read.addAll(page.getList("notices.event"));
            page = as(reader)
                    .get(ADDRESS + "?limit=2&before=" + page.getString("next"))
                    .jsonPath();
        }
        read.addAll(page.getList("notices.event"));
        assertThat(read).containsExactlyElementsOf(events);
    }

    @Test
    void whatWasReadIsReadFromTheFirstTimeOn() throws SQLException {
        Person owner = newcomers.settled();
        tell(administrator(), owned(owner), "read");
        String reader = newcomers.credential(owner);
        String id = as(reader).get(ADDRESS).path("notices[0].id");
        as(reader).get(ADDRESS).then().body("notices[0].read", equalTo(false)).body("notices[0].by", nullValue());
        as(reader).post(ADDRESS + "/" + id + "/read").then().statusCode(200).body("read", equalTo(true));
        String first = readAt(id);
        as(reader).post(ADDRESS + "/" + id + "/read").then().statusCode(200);
        assertThat(readAt(id)).isEqualTo(first);
        as(reader)
                .get(ADDRESS)
                .then()
                .body("notices[0].read", equalTo(true))
                .body("notices[0].time", notNullValue())
                .body("unread", equalTo(0));
        as(reader).get(ADDRESS + "?unread=true").then().body("notices.size()", equalTo(0));
    }

    @Test
    void nobodyFindsWhatAnotherWasToldAndThatHeTriedIsOnTheLog() {
        Person owner = newcomers.settled();
        tell(administrator(), owned(owner), "mine");
        String id = as(owner).get(ADDRESS).path("notices[0].id");
        Person other = newcomers.inRole(Role.ADMINISTRATOR);
        String stranger = newcomers.credential(other);
        as(stranger).get(ADDRESS).then().body("notices.size()", equalTo(0)).body("unread", equalTo(0));
        as(stranger).get(ADDRESS + "?before=" + id).then().body("notices.size()", equalTo(0));
        as(stranger).post(ADDRESS + "/" + id + "/read").then().statusCode(404).body("code", equalTo("not-found"));
        as(stranger).post(ADDRESS + "/nothing-of-this-name/read").then().statusCode(404);
        assertThat(entries.of(other.id(), "request-refused"))
                .extracting(entry -> entry.body().at("/details/other").asText())
                .containsExactly(id, "");
        as(owner).get(ADDRESS).then().body("unread", equalTo(1));
        given().get(ADDRESS).then().statusCode(401);
    }

    @Test
    void machinesHaveNone() {
        Person owner = newcomers.settled();
        tell(administrator(), owned(owner), "machine");
        UUID notice = told.to(owner.id()).getFirst().id();
        Inbox.Wanted all = new Inbox.Wanted(false, Optional.empty(), 10);
        for (Caller machine : List.of(newcomers.machine(), newcomers.agentOf(owner.id()))) {
            assertThat(desk.list(machine, all).notices()).isEmpty();
            assertThat(desk.list(machine, all).unread()).isZero();
            assertThatThrownBy(() -> desk.read(machine, Optional.of(notice)))
                    .isInstanceOfSatisfying(
                            Problem.class, refused -> assertThat(refused.code()).isEqualTo("not-found"));
        }
    }

    @Test
    void aRequestThatComesAgainTellsNobodyAgain() {
        Person owner = newcomers.settled();
        UUID secret = owned(owner);
        Caller administrator = administrator();
        UUID event = tell(administrator, secret, "same");
        UUID again = tell(administrator, secret, "same");
        assertThat(again).isNotEqualTo(event);
        assertThat(told.to(owner.id())).extracting(Told.Row::event).containsExactly(event);
        as(owner).get(ADDRESS).then().body("unread", equalTo(1));
    }

    @Test
    void whatWasToldCannotBeAlteredByTheServer() throws SQLException {
        Person owner = newcomers.settled();
        tell(administrator(), owned(owner), "altered");
        try (Connection server = roles.server()) {
            for (String sql : List.of(
                    "update outbox set message = ''",
                    "update outbox set recipient = gen_random_uuid()",
                    "update outbox set created_at = now()",
                    "delete from outbox")) {
                assertThatThrownBy(() -> Roles.execute(server, sql)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void whatIsMalformedIsSaidSoAndNotRepeated() {
        String reader = newcomers.credential(newcomers.settled());
        for (String query : List.of("limit=0", "limit=201", "limit=x", "unread=maybe-7f3a", "before=canary-7f3a")) {
            String answer = as(reader)
                    .get(ADDRESS + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("notice-request-malformed"))
                    .extract()
                    .asString();
            assertThat(answer).doesNotContain("7f3a");
        }
        assertThat(given().get("/openapi").asString()).contains("/api/v1/notices/{id}/read", "seed-elsewhere");
    }

    private RequestSpecification as(Person person) {
        return as(newcomers.credential(person));
    }

    private static RequestSpecification as(String credential) {
        return given().header("Authorization", "Bearer " + credential);
    }

    private Caller administrator() {
        return newcomers.signedIn(newcomers.inRole(Role.ADMINISTRATOR));
    }

    private UUID owned(Person owner) {
        UUID secret = shelf.secret(shelf.folder(), "told");
        return shelf.edit(secret, at -> {
            edits.own(secret, Set.of(owner.id()), at);
            return secret;
        });
    }

    /** A change that tells the owners of a secret something, under a key. */
    private UUID tell(Caller caller, UUID secret, String key) {
        Sight sight = Sight.installation(Details.none());
        Claim once = new Claim.Replay(caller.actor().id(), secret, "tell", key, new byte[] {1});
        Sight under = new Sight(
                sight.target(), sight.about(), sight.rows(), sight.details(), List.of(once), Optional.empty());
        Ask ask = new Ask(caller, Verb.SETTINGS_EDIT, EventClass.SETTINGS_CHANGED, () -> Optional.of(under));
        return gate.change(ask, Moves.NOTHING, at -> {
                    Message.OfSeed message = new Message.OfSeed(
                            Kind.SEED_STOPPED,
                            secret,
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            Optional.empty(),
                            at.event(),
                            caller.actor().id());
                    Letter letter = new Letter(catalogue.find(secret).orElseThrow(), message);
                    return new Done<>(secret, Details.none(), post.owners(List.of(letter)));
                })
                .recorded()
                .event();
    }

    private String readAt(String id) throws SQLException {
        try (Connection owner = roles.owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery("select read_at from outbox where id = '" + id + "'")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
