// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/** The right use of all by which people are suspended, let back, managed and removed. */
final class Departures {
    private static final String PEOPLE = "/api/v1/people";

    private final Wire wire;
    private final Canaries canaries;
    private final Newcomers newcomers;
    private final Person administrator;
    private final String bearer;

    Departures(Wire wire, Canaries canaries, Newcomers newcomers) {
        this.wire = wire;
        this.canaries = canaries;
        this.newcomers = newcomers;
        this.administrator = newcomers.inRole(Role.ADMINISTRATOR);
        this.bearer = newcomers.credential(administrator);
        canaries.put("people editor's credential", bearer.substring(4).getBytes(US_ASCII));
    }

    void all() {
        String leaver = PEOPLE + "/" + newcomers.settled().id();
        ask("POST", leaver + "/suspend").is(200);
        ask("POST", leaver + "/restore").is(200);
        ask("PUT", leaver + "/manager/" + administrator.id()).is(204);
        ask("DELETE", leaver + "/manager").is(204);
        ask("GET", leaver + "/leaver-report").is(200);
        ask("GET", leaver + "/leaver-report.csv").is(200);
        ask("DELETE", leaver).is(204);
        Visit visit = new Visit(wire);
        visit.open("/sign-in").is(200);
        visit.send("/sign-in", Map.of("name", administrator.accountName(), "password", Newcomers.PASSWORD))
                .is(303);
        pages(visit, newcomers.settled(), administrator);
        invited(visit);
    }

    private static void pages(Visit visit, Person leaver, Person manager) {
        String page = "/people/" + leaver.id();
        visit.open(page).is(200);
        visit.send(page + "/suspend", Map.of()).is(303);
        visit.send(page + "/restore", Map.of()).is(303);
        visit.send(page + "/manager", Map.of("manager", manager.id().toString()))
                .is(303);
        Map<String, String> account = Map.of("account", leaver.accountName());
        visit.open(page + "/reset-factors").is(200);
        visit.send(page + "/reset-factors", account).is(303);
        visit.open(page + "/remove").is(200);
        visit.open(page + "/leaver-report").is(200);
        visit.send(page + "/remove", account).is(303);
    }

    /** The link of somebody who is removed before he comes. */
    private void invited(Visit visit) {
        String given = "{\"accountName\": \"%s\", \"name\": \"A guest\"}".formatted(Shelf.fresh());
        JsonPath guest = ask(Wire.sent("POST", PEOPLE, given).called("invite who goes"))
                .is(201)
                .json();
        String link = guest.getString("link");
        String token = link.substring(link.lastIndexOf('/') + 1);
        canaries.put("link of one who goes", token.substring(4).getBytes(US_ASCII));
        ask("DELETE", PEOPLE + "/" + guest.getString("person.id")).is(204);
        visit.open("/activate/" + token, "dead link of one who went").is(404);
    }

    private Wire.Answer ask(String method, String path) {
        return ask(Wire.sent(method, path));
    }

    private Wire.Answer ask(Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }
}
