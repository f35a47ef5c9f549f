// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.resets;

import static dev.cofactor.fixtures.Seconds.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.factors.Factors;
import dev.cofactor.desk.proposals.Deciding;
import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.Proposal.State;
import dev.cofactor.ledger.grants.Proposals;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever could object to something keeps his factors until two agree: without them he is easily somebody else. */
@QuarkusTest
class ResetByTwoHttpTest {
    private final Apps apps;
    private final Newcomers newcomers;
    private final Seconds seconds;
    private final FactorReset desk;
    private final Factors factors;
    private final Deciding deciding;
    private final Proposals proposals;
    private final LogEntries entries;
    private final Told told;
    private final WholeLog log;
    private Person author;

    ResetByTwoHttpTest(
            Apps apps,
            Newcomers newcomers,
            Seconds seconds,
            FactorReset desk,
            Factors factors,
            Deciding deciding,
            Proposals proposals,
            LogEntries entries,
            Told told,
            WholeLog log) {
        this.apps = apps;
        this.newcomers = newcomers;
        this.seconds = seconds;
        this.desk = desk;
        this.factors = factors;
        this.deciding = deciding;
        this.proposals = proposals;
        this.entries = entries;
        this.told = told;
        this.log = log;
    }

    @BeforeEach
    void anAuthor() {
        newcomers.inRole(Role.ADMINISTRATOR); // nobody here is the only one
        author = newcomers.inRole(Role.ADMINISTRATOR);
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void anotherAdministratorKeepsHisFactorsUntilSomebodyElseAgrees() {
        Enrolled victim = administrator();
        UUID person = victim.person().id();
        Caller his = seconds.proved(author);
        UUID change = waiting(() -> desk.reset(his, person));
        assertThat(waiting(() -> desk.reset(his, person))).as("asked once").isEqualTo(change);
        assertThat(factors.isEnrolled(person)).isTrue();
        assertThat(entries.about(person, "factor-reset")).isEmpty();
        assertThat(told.to(person)).noneMatch(row -> row.kind().equals("factor-reset"));
        assertThat(proposals.find(change).orElseThrow().gains())
                .contains("people.edit")
                .contains(person.toString());
        UUID second = seconds.confirm(change).actor().id();
        assertThat(factors.isEnrolled(person)).isFalse();
        LogEntries.Entry done = entries.about(person, "factor-reset").getLast();
        assertThat(done.body().at("/details/author").asText())
                .isEqualTo(author.id().toString());
        assertThat(done.body().at("/details/approvers/0").asText()).isEqualTo(second.toString());
        assertThat(told.to(person)).anyMatch(row -> row.kind().equals("factor-reset"));
    }

    @Test
    void whatIsDeclinedIsNotReset() {
        Enrolled victim = administrator();
        UUID person = victim.person().id();
        Caller his = seconds.proved(author);
        UUID change = waiting(() -> desk.reset(his, person));
        deciding.decline(seconds.proved(newcomers.inRole(Role.ADMINISTRATOR)), change);
        assertThat(proposals.find(change).orElseThrow().state()).isEqualTo(State.DECLINED);
        assertThat(factors.isEnrolled(person)).isTrue();
        assertThat(entries.about(person, "factor-reset")).isEmpty();
    }

    @Test
    void aPageLeadsToWhereItWaits() {
        Enrolled victim = administrator();
        Browser browser = new Browser();
        browser.signIn(author.accountName(), Newcomers.PASSWORD);
        browser.open("/profile");
        String page = "/people/" + victim.person().id() + "/reset-factors";
        browser.open(page);
        Response sent = browser.send(page, Map.of("account", victim.person().accountName()));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.header("Location")).contains("/changes/chg_");
        String location = sent.header("Location");
        UUID change = PublicId.CHANGE
                .read(location.substring(location.lastIndexOf('/') + 1))
                .orElseThrow();
        assertThat(factors.isEnrolled(victim.person().id())).isTrue();
        seconds.confirm(change);
        assertThat(factors.isEnrolled(victim.person().id())).isFalse();
    }

    /** An auditor decides about nothing that its author may do: nobody is kept waiting for his sake. */
    @Test
    void whoeverCouldObjectToNothingIsResetByOne() {
        Person auditor = newcomers.inRole(Role.AUDITOR);
        Enrolled enrolled = apps.enrol(auditor, newcomers.signedIn(auditor));
        desk.reset(seconds.proved(author), enrolled.person().id());
        assertThat(factors.isEnrolled(auditor.id())).isFalse();
    }

    private Enrolled administrator() {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        return apps.enrol(person, newcomers.signedIn(person));
    }
}
