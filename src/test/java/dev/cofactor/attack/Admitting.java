// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import io.quarkus.arc.Arc;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The script is fetched, and terminals ask to be signed in: one comes in, one stays out. */
record Admitting(Wire wire, Canaries canaries) {
    private static final String TERMINALS = "/api/v1/terminals";

    void all() {
        wire.send(Wire.sent("GET", "/cofactor.sh")).is(200);
        Enrolled anna = Arc.container().instance(Apps.class).get().enrolled();
        Visit visit = new Visit(wire);
        visit.signIn(anna.person().accountName());
        visit.open("/sign-in/factor").is(200);
        visit.send("/sign-in/factor", Map.of("code", anna.code())).is(303);
        visit.open("/terminal").is(200);
        JsonPath terminal = asked("ask as a terminal", "a terminal's secret");
        collected(terminal, "come too early").is(202);
        said(visit, terminal, "admit");
        visit.open("/terminal?state=admitted").is(200);
        JsonPath handed = collected(terminal, "come for the credential").is(200).json();
        canaries.put(
                "a terminal's credential",
                handed.getString("credential").substring(4).getBytes(US_ASCII));
        JsonPath other = asked("ask as another terminal", "another terminal's secret");
        said(visit, other, "refuse");
        collected(other, "come in vain").is(403);
    }

    private JsonPath asked(String called, String canary) {
        JsonPath terminal = wire.send(Wire.sent("POST", TERMINALS, "{\"name\": \"anna@laptop\"}")
                        .called(called))
                .is(201)
                .json();
        canaries.put(canary, terminal.getString("device").substring(4).getBytes(US_ASCII));
        return terminal;
    }

    private Wire.Answer collected(JsonPath terminal, String called) {
        String shown = "{\"device\": \"" + terminal.getString("device") + "\"}";
        return wire.send(Wire.sent("POST", TERMINALS + "/credential", shown).called(called));
    }

    private static void said(Visit visit, JsonPath terminal, String word) {
        String page = visit.send("/terminal", Map.of("code", terminal.getString("code")))
                .is(200)
                .text();
        Matcher found = Pattern.compile("/terminal/[0-9a-f-]{36}/" + word).matcher(page);
        assertThat(found.find()).isTrue();
        visit.send(found.group(), Map.of()).is(303);
    }
}
