// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import java.util.UUID;

/** The right use of what explains the rules, and wrong questions: they are read only of who may ask. */
final class Insights {
    private static final String EXPECTATIONS = Rulemaking.POLICIES + "/expectations";

    private final Journey journey;
    private final Canaries canaries;

    Insights(Journey journey, Canaries canaries) {
        this.journey = journey;
        this.canaries = canaries;
    }

    void all() {
        questions();
        expectations();
        journey.get("/api/v1/code/" + journey.secret + "/access");
    }

    private void questions() {
        ask("why", """
                {"actor": {"kind": "person", "id": "%s"}, "verb": "code.fetch", "secret": "%s"}""".formatted(journey.arrivals.person, journey.secret)).is(200);
        ask("who-can", "{\"verb\": \"code.fetch\", \"secret\": \"" + journey.secret + "\"}")
                .is(200);
        ask("what-changes", "{\"withdraw\": \"" + Rulemaking.PREDEFINED + "\"}").is(200);
        String sent = Journey.quoted(canaries.noName("asked about the rules"));
        for (String question : new String[] {"why", "who-can", "what-changes"}) {
            ask(question, "{" + sent + ": " + sent + "}").is(400);
            ask(question, "{\"verb\": " + sent + ", \"policy\": " + sent + ", \"actor\": " + sent + "}")
                    .is(400);
        }
    }

    private void expectations() {
        String one = EXPECTATIONS + "/"
                + journey.post(EXPECTATIONS, expectation("approval"))
                        .is(201)
                        .json()
                        .getString("id");
        journey.get(EXPECTATIONS);
        journey.get(one);
        journey.edit("PUT", one, one, expectation("reason")).is(200);
        journey.post(EXPECTATIONS + "/run", "").is(200);
        journey.edit("DELETE", one, one, "").is(204);
        overruling();
        String sent = Journey.quoted(canaries.noName("expected of the rules"));
        journey.post(EXPECTATIONS, "{\"kind\": " + sent + ", " + sent + ": 1}").is(400);
    }

    private void overruling() {
        String never = journey.post(EXPECTATIONS, expectation("approval", journey.arrivals.person))
                .is(201)
                .json()
                .getString("id");
        journey.edit("POST", EXPECTATIONS + "/overruling", Rulemaking.POLICIES, """
                {"policy": {"id": "%s", "name": "A rule", "effect": "allow", "actions": ["code.fetch"],
                 "to": [{"kind": "person", "id": "%s"}], "on": [{"kind": "folder", "id": "%s"}]}}""".formatted(
                                new UUID(9, 9), journey.arrivals.person, journey.folderId))
                .is(202);
        String one = EXPECTATIONS + "/" + never;
        journey.edit("DELETE", one, one, "").is(204);
    }

    private static String expectation(String need) {
        return expectation(need, new UUID(7, 7).toString());
    }

    private static String expectation(String need, String person) {
        return """
                {"kind": "invariant", "name": "Nobody who is not there fetches", "never": ["code.fetch"],
                 "to": [{"kind": "person", "id": "%s"}], "on": [{"kind": "everything"}], "without": ["%s"]}""".formatted(person, need);
    }

    private Wire.Answer ask(String question, String body) {
        return journey.post(Rulemaking.POLICIES + "/" + question, body);
    }
}
