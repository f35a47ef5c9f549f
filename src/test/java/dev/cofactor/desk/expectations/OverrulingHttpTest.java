// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import static dev.cofactor.desk.expectations.Expecting.AT;
import static dev.cofactor.desk.expectations.Expecting.as;
import static dev.cofactor.desk.expectations.Expecting.fetching;
import static dev.cofactor.desk.expectations.Expecting.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.proposals.Cards;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import dev.cofactor.ledger.rulebook.Rulebook;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rules must keep saying is broken by two people, knowing it, or by nobody. */
@QuarkusTest
class OverrulingHttpTest {
    private static final String POLICIES = "/api/v1/policies";

    private final Expecting expecting;
    private final Newcomers newcomers;
    private final Seconds seconds;
    private final Shelf shelf;
    private final Gate gate;
    private final Cards cards;
    private final LogEntries entries;
    private final WholeLog log;

    private Folder folder;
    private Person person;
    private UUID group;
    private UUID policy;

    @SuppressWarnings("NullAway.Init")
    OverrulingHttpTest(
            Expecting expecting,
            Newcomers newcomers,
            Seconds seconds,
            Shelf shelf,
            Gate gate,
            Cards cards,
            LogEntries entries,
            WholeLog log) {
        this.expecting = expecting;
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.shelf = shelf;
        this.gate = gate;
        this.cards = cards;
        this.entries = entries;
        this.log = log;
    }

    @BeforeEach
    void somebodyWhoNeverFetchesThere() {
        folder = shelf.folder();
        shelf.secret(folder, "root");
        person = newcomers.settled();
        group = newcomers.group(person.id());
        policy = UUID.randomUUID();
    }

    @AfterEach
    void othersSaveUnhindered() {
        expecting.tidyUp();
        assertThat(log.verify()).isPositive();
    }

    private Map<String, Object> breaking() {
        Map<String, Object> written = new LinkedHashMap<>(fetching(group, folder.id()));
        written.put("id", policy.toString());
        return Map.of("policy", written);
    }

    private Response overrules(Object rules) {
        String seen = expecting.asks().get(POLICIES).header("ETag");
        return expecting.asks().header("If-Match", seen).body(rules).post(AT + "/overruling");
    }

    private boolean isThere() {
        return expecting.asks().get(POLICIES + "/" + policy).statusCode() == 200;
    }

    @Test
    void aSecondPersonReadsWhatItBreaksAndThenItIsSavedAndTheRecordSaysSo() {
        String id = expecting.added(never("Contractors never fetch", group, folder.id()));
        Response asked = overrules(breaking());
        UUID change = Seconds.change(asked);
        assertThat(isThere()).isFalse();
        assertThat(overruled()).doesNotContain(id);
        assertThat(Seconds.change(overrules(breaking())))
                .as("asked twice, kept once")
                .isEqualTo(change);

        Person second = newcomers.inRole(Role.ADMINISTRATOR);
        assertThat(cards.one(seconds.proved(second), change).words())
                .anyMatch(line -> line.contains("Contractors never fetch"))
                .anyMatch(line -> line.startsWith("From then on: "));
        seconds.confirm(change, second);
        assertThat(isThere()).isTrue();
        assertThat(overruled()).contains(id);
        expecting.withdraws(policy.toString()).then().statusCode(200);
    }

    /** What the last save says it overruled. */
    private String overruled() {
        return entries.about(Rulebook.ID, "edition-saved")
                .getLast()
                .body()
                .at("/details/overruled")
                .toString();
    }

    /** The other must have agreed to just this: what was written down meanwhile stands. */
    @Test
    void whatTheSecondPersonHasNotSeenIsNotOverruled() {
        expecting.added(never("Seen", group, folder.id()));
        UUID change = Seconds.change(overrules(breaking()));
        expecting.added(never("Written down meanwhile", group, folder.id()));
        assertThatThrownBy(() -> seconds.confirm(change))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("break");
        assertThat(isThere()).isFalse();
        assertThatThrownBy(() -> seconds.confirm(change)).isInstanceOf(Problem.class);
    }

    @Test
    void itsAuthorNeverAgreesToItHimself() {
        expecting.added(never("Nobody fetches here", group, folder.id()));
        Person author = newcomers.inRole(Role.ADMINISTRATOR);
        String his = newcomers.credential(author);
        String seen = as(his).get(POLICIES).header("ETag");
        UUID change =
                Seconds.change(as(his).header("If-Match", seen).body(breaking()).post(AT + "/overruling"));
        assertThatThrownBy(() -> seconds.confirm(change, author)).isInstanceOf(Problem.class);
        assertThat(isThere()).isFalse();
    }

    @Test
    void whatBreaksNothingIsNotAskedForAndWhatIsOutdatedIsNotKept() {
        overrules(breaking()).then().statusCode(409).body("code", equalTo("nothing-overruled"));
        expecting.added(never("Nobody fetches here", group, folder.id()));
        expecting.asks().body(breaking()).post(AT + "/overruling").then().statusCode(428);
        expecting
                .asks()
                .header("If-Match", "\"0\"")
                .body(breaking())
                .post(AT + "/overruling")
                .then()
                .statusCode(412)
                .body("code", equalTo("changed-meanwhile"));
        Map<String, Object> nobodys = new LinkedHashMap<>(fetching(UUID.randomUUID(), folder.id()));
        nobodys.put("id", policy.toString());
        overrules(Map.of("policy", nobodys)).then().statusCode(409);
        Response unread = overrules(Map.of("policy", "c4n4ry"));
        unread.then().statusCode(400);
        assertThat(unread.asString()).doesNotContain("c4n4ry");
    }

    @Test
    void whoMayNotEditPoliciesAsksNobody() {
        expecting.added(never("Nobody fetches here", group, folder.id()));
        long before = gate.edition().number();
        String his = newcomers.credential(person);
        as(his).header("If-Match", "\"" + before + "\"")
                .body("{no json")
                .post(AT + "/overruling")
                .then()
                .statusCode(403);
        assertThat(entries.of(person.id(), "change-proposed")).isEmpty();
        assertThat(entries.of(person.id(), "request-refused")).hasSize(1);
    }
}
