// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.office.Desk;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.mandates.Mandates;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Agents, as administrators and auditors have them in a browser without scripts. */
@QuarkusTest
class AgentPagesHttpTest {
    private final Desk desk;
    private final Newcomers newcomers;
    private final Mandates mandates;
    private final Gate gate;
    private final LogEntries entries;

    AgentPagesHttpTest(Desk desk, Newcomers newcomers, Mandates mandates, Gate gate, LogEntries entries) {
        this.desk = desk;
        this.newcomers = newcomers;
        this.mandates = mandates;
        this.gate = gate;
        this.entries = entries;
    }

    @Test
    void onesAgentIsSeenSuspendedResumedAndEnded() {
        Browser browser = desk.administrator();
        String name = Shelf.fresh();
        String agent = Desk.led(browser.send("/agents", Map.of("name", "Helper <" + name + ">")));
        assertThat(browser.open(agent).asString()).contains("Helper &lt;" + name + "&gt;", "It acts for nobody yet");
        String token = delegated(agent, newcomers.settled());
        assertThat(knock(token)).isEqualTo(404);
        Desk.led(browser.send(agent + "/suspend", Map.of()));
        assertThat(knock(token)).isEqualTo(401);
        assertThat(browser.open(agent).asString()).contains("Suspended: it acts for nobody", "A person", "my laptop");
        Desk.led(browser.send(agent + "/resume", Map.of()));
        assertThat(knock(token)).isEqualTo(404);
        String page = browser.open(agent).asString();
        assertThat(page).doesNotContain(token);
        String delegation = Desk.id("/delegations/", page);
        Desk.led(browser.send(agent + "/delegations/" + delegation + "/end", Map.of()));
        assertThat(knock(token)).isEqualTo(401);
        assertThat(browser.open(agent).asString()).contains("Ended").doesNotContain("popovertarget=\"end-");
    }

    @Test
    void whatWasTypedComesBackWithItsFault() {
        Browser browser = desk.administrator();
        String name = Shelf.fresh();
        String agent = Desk.led(browser.send("/agents", Map.of("name", name)));
        Response taken = browser.send("/agents", Map.of("name", name));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.asString()).contains("An agent has this name already.", "value=\"" + name + "\"");
        assertThat(browser.send(agent + "/name", Map.of("name", "")).statusCode())
                .isEqualTo(422);
        Desk.led(browser.send(agent + "/name", Map.of("name", name + " again")));
        assertThat(browser.open("/agents").asString()).contains(name + " again");
    }

    @Test
    void whoMayNotEditMachinesSeesNoneOfIt() {
        String agent = Desk.led(desk.administrator().send("/agents", Map.of("name", Shelf.fresh())));
        Person person = newcomers.settled();
        Browser browser = desk.at(person);
        assertThat(browser.open("/agents").statusCode()).isEqualTo(403);
        assertThat(browser.open(agent).statusCode()).isEqualTo(403);
        assertThat(browser.send("/agents", Map.of("name", Shelf.fresh())).statusCode())
                .isEqualTo(403);
        assertThat(browser.send(agent + "/suspend", Map.of()).statusCode()).isEqualTo(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(4);
    }

    @Test
    void theLogSaysWhichAgentDidItAndForWhom() {
        Caller agent = newcomers.agentOf(newcomers.settled().id());
        gate.note(Fact.refused(agent, EventClass.REQUEST_REFUSED));
        String name = mandates.find(agent.actor().id()).orElseThrow().name();
        Browser auditor = desk.at(newcomers.inRole(Role.AUDITOR));
        assertThat(auditor.open("/audit?who=" + name).asString()).contains(name + " for A person");
    }

    private String delegated(String agent, Person person) {
        return given().header("Authorization", "Bearer " + newcomers.credential(person))
                .contentType(ContentType.JSON)
                .body(Map.of("label", "my laptop", "days", 30))
                .post("/api/v1" + agent + "/delegations")
                .path("token");
    }

    private static int knock(String token) {
        return given().header("Authorization", "Bearer " + token)
                .post("/api/v1/code/no/such")
                .statusCode();
    }
}
