// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change that waits, as browsers see it: where its author is led, what the second person reads, and what he must prove. */
@QuarkusTest
class ChangePagesHttpTest {
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final Groups groups;
    private final WholeLog log;

    private Person author;
    private Browser his;
    private UUID group;

    ChangePagesHttpTest(Newcomers newcomers, Rules rules, Shelf shelf, Groups groups, WholeLog log) {
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.groups = groups;
        this.log = log;
    }

    @BeforeEach
    void aGroupThatMayWhatTheAuthorMayNot() {
        newcomers.inRole(Role.ADMINISTRATOR); // nobody here is the only one
        author = newcomers.inRole(Role.ADMINISTRATOR);
        his = at(author);
        group = newcomers.group();
        rules.allowGroup(group, shelf.secret(shelf.folder(), "a-secret"), Verb.CODE_FETCH);
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aFormLeadsItsAuthorToTheChangeAndAnotherOneConfirmsIt() {
        String change = joining();
        String page = his.open(change).asString();
        assertThat(page).contains("Take it back", "Could newly fetch codes").doesNotContain("/confirm\"");
        Browser other = at(newcomers.inRole(Role.ADMINISTRATOR));
        assertThat(other.open("/changes").asString()).contains(change);
        assertThat(other.open(change).asString()).contains("Confirm", "Decline", "joins the group");
        assertThat(groups.of(author.id())).doesNotContain(group);
        assertThat(other.send(change + "/confirm", Map.of()).header("Location")).endsWith(change);
        assertThat(groups.of(author.id())).contains(group);
        assertThat(his.open(change).asString()).contains("confirmed it, and it is done");
        Response again = other.send(change + "/confirm", Map.of());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.asString()).contains("was decided");
    }

    @Test
    void whoeverHasNotProvedItLatelyIsLedToWhereHeDoesAndBackAndDecidesNothingByLooking() {
        String change = joining();
        Browser other = at(newcomers.inRole(Role.ADMINISTRATOR));
        other.open(change);
        Clocks.goOn(Duration.ofMinutes(6));
        assertThat(other.send(change + "/confirm", Map.of()).header("Location")).contains("/step-up?back=");
        assertThat(groups.of(author.id())).doesNotContain(group);
        other.open("/step-up");
        other.send("/step-up", Map.of("proof", Newcomers.PASSWORD));
        assertThat(other.open(change + "/confirm").statusCode()).isEqualTo(200);
        assertThat(other.open(change + "/decline").statusCode()).isEqualTo(200);
        assertThat(groups.of(author.id())).doesNotContain(group);
        other.send(change + "/decline", Map.of());
        assertThat(his.open(change).asString()).contains("declined it");
    }

    @Test
    void theAuthorConfirmsNothingAndTakesItBack() {
        String change = joining();
        his.open(change);
        Response refused = his.send(change + "/confirm", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("Somebody else than its author decides");
        assertThat(his.send(change + "/withdraw", Map.of()).header("Location")).endsWith(change);
        assertThat(his.open(change).asString()).contains("Its author took it back");
        assertThat(groups.of(author.id())).doesNotContain(group);
    }

    @Test
    void nobodyElseSeesItAndWhatIsNotThereIsNotThere() {
        String change = joining();
        Browser stranger = at(newcomers.settled());
        assertThat(stranger.open(change).statusCode()).isEqualTo(404);
        assertThat(stranger.open("/changes").asString()).doesNotContain(change);
        assertThat(stranger.open("/changes/chg_00000000000000000000000000").statusCode())
                .isEqualTo(404);
        assertThat(stranger.open("/changes/chg_zzzzzzzzzzzzzzzzzzzzzzzzzz").statusCode())
                .isEqualTo(404);
    }

    private String joining() {
        his.open("/groups/" + group);
        Response sent = his.send(
                "/groups/" + group + "/members", Map.of("member", author.id().toString()));
        assertThat(sent.statusCode()).isEqualTo(303);
        String location = sent.header("Location");
        return location.substring(location.indexOf("/changes/"));
    }

    private static Browser at(Person person) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/step-up");
        browser.send("/step-up", Map.of("proof", Newcomers.PASSWORD));
        return browser;
    }
}
