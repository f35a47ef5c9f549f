// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.fixtures.Shelf;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/** The right use of everything that people and groups can be used for: somebody is invited, comes, joins and leaves. */
final class Arrivals {
    private static final String PEOPLE = "/api/v1/people";
    private static final String GROUPS = "/api/v1/groups";

    private final Wire wire;
    private final Canaries canaries;
    private final String bearer;

    final Machinery machinery;
    final Posting posting;
    String person = "";
    String group = "";
    private String own = "";

    Arrivals(Wire wire, Canaries canaries, String bearer) {
        this.wire = wire;
        this.canaries = canaries;
        this.bearer = bearer;
        this.machinery = new Machinery(wire, canaries, bearer);
        this.posting = new Posting(wire, canaries, bearer);
    }

    void all() {
        String given = "{\"accountName\": \"%s\", \"name\": \"A guest\"}".formatted(Shelf.fresh());
        JsonPath invited =
                ask(Wire.sent("POST", PEOPLE, given).called("invite")).is(201).json();
        person = invited.getString("person.id");
        token("first link", invited);
        String again = PEOPLE + "/" + person + "/invitation";
        String link = token(
                "link",
                ask(Wire.sent("POST", again).called("invite again")).is(201).json());
        Visit guest = comes(link);
        ask(Wire.sent("GET", PEOPLE)).is(200);
        ask(Wire.sent("GET", PEOPLE + "/" + person)).is(200);
        ask(Wire.sent("PATCH", PEOPLE + "/" + person, "{\"name\": \"Another name\"}"))
                .is(200);
        groups();
        machinery.all();
        new SigningOn(wire, canaries, bearer).use(guest, own, person, group);
    }

    private String token(String canary, JsonPath invited) {
        String link = invited.getString("link");
        String token = link.substring(link.lastIndexOf('/') + 1);
        canaries.put(canary, token.substring(4).getBytes(US_ASCII));
        return token;
    }

    private Visit comes(String token) {
        Visit visit = new Visit(wire);
        own = canaries.text("chosen password");
        String path = "/activate/" + token;
        visit.open(path, "welcome").is(200);
        visit.send("/activate", Map.of("token", token, "new", own, "again", "x"), "welcome again")
                .is(422);
        visit.send("/activate", Map.of("token", token, "new", own, "again", own))
                .is(303);
        visit.open(path, "dead link").is(404);
        visit.open("/secrets").is(200);
        visit.send("/activate", Map.of("token", token, "new", own, "again", own))
                .is(404);
        return visit;
    }

    private void groups() {
        group = ask(Wire.sent("POST", GROUPS, "{\"name\": \"" + Shelf.fresh() + "\"}"))
                .is(201)
                .json()
                .getString("group.id");
        String member = GROUPS + "/" + group + "/members/" + person;
        ask(Wire.sent("PATCH", GROUPS + "/" + group, "{\"name\": \"" + Shelf.fresh() + "\"}"))
                .is(200);
        ask(Wire.sent("PUT", member)).is(204);
        ask(Wire.sent("GET", GROUPS)).is(200);
        ask(Wire.sent("GET", GROUPS + "/" + group)).is(200);
        ask(Wire.sent("DELETE", member)).is(204);
    }

    private Wire.Answer ask(Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }
}
