// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.fixtures.Shelf;
import io.restassured.path.json.JsonPath;

/** The right use of what machines show: a token is replaced, and an agent acts for somebody. */
final class Machinery {
    private static final String SERVICES = "/api/v1/services";
    private static final String AGENTS = "/api/v1/agents";

    private final Wire wire;
    private final Canaries canaries;
    private final String bearer;

    String agent = "";
    String delegation = "";

    Machinery(Wire wire, Canaries canaries, String bearer) {
        this.wire = wire;
        this.canaries = canaries;
        this.bearer = bearer;
    }

    void all() {
        rotation();
        agent = made(AGENTS);
        String one = AGENTS + "/" + agent;
        ask(Wire.sent("GET", AGENTS)).is(200);
        ask(Wire.sent("GET", one)).is(200);
        ask(Wire.sent("PATCH", one, "{\"active\": true}")).is(200);
        String wanted = "{\"label\": \"a laptop\", \"days\": 1, \"ranges\": [\"127.0.0.0/8\"]}";
        JsonPath given = ask(Wire.sent("POST", one + "/delegations", wanted).called("delegate"))
                .is(201)
                .json();
        String token = keep("agent's token", given);
        wire.send(Wire.sent("GET", "/api/v1/secrets").with("Authorization", "Bearer " + token))
                .is(200);
        delegation = given.getString("about.id");
        ask(Wire.sent("GET", "/api/v1/delegations")).is(200);
        ask(Wire.sent("DELETE", one + "/delegations/" + delegation)).is(204);
        wire.send(Wire.sent("GET", "/api/v1/secrets").with("Authorization", "Bearer " + token))
                .is(401);
    }

    private void rotation() {
        String tokens = SERVICES + "/" + made(SERVICES) + "/tokens";
        JsonPath issued = ask(Wire.sent("POST", tokens, "{\"label\": \"a job\", \"days\": 1}")
                        .called("issue a token to rotate"))
                .is(201)
                .json();
        keep("token to rotate", issued);
        String rotate = tokens + "/" + issued.getString("about.id") + "/rotate";
        keep(
                "rotated token",
                ask(Wire.sent("POST", rotate, "{\"overlap\": 10}").called("rotate a token"))
                        .is(201)
                        .json());
    }

    private String made(String at) {
        return ask(Wire.sent("POST", at, "{\"name\": \"" + Shelf.fresh() + "\"}"))
                .is(201)
                .json()
                .getString("id");
    }

    private String keep(String canary, JsonPath shown) {
        String token = shown.getString("token");
        canaries.put(canary, token.substring(4).getBytes(US_ASCII));
        return token;
    }

    private Wire.Answer ask(Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }
}
