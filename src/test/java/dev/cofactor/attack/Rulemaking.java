// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import java.util.List;

/** The right use of the policy desk; and, since a body is read there only of who has seen the edition, the wrong use too. */
final class Rulemaking {
    static final String POLICIES = "/api/v1/policies";

    /** What approvers may do: nothing here needs it. */
    static final String PREDEFINED = "00000000-0000-8000-8001-000000000004";

    private final Journey journey;
    private final Canaries canaries;

    Rulemaking(Journey journey, Canaries canaries) {
        this.journey = journey;
        this.canaries = canaries;
    }

    void rules() {
        String made = add(policy("A rule")).is(201).json().getString("policy.id");
        String one = POLICIES + "/" + made;
        journey.get(POLICIES);
        journey.get(one);
        journey.edit("PUT", one, one, policy("Another rule")).is(200);
        journey.edit("DELETE", one, one, "").is(200);
        wrong();
    }

    private void wrong() {
        String sent = Journey.quoted(canaries.noName("sent as a policy"));
        for (String member : List.of("id", "name", "effect", "actions", "to", "on", "format")) {
            add("{\"" + member + "\": " + sent + "}").is(400);
            add(policy("A rule").replaceFirst("\\{", "{\"" + member + "\": [" + sent + "], "))
                    .is(400);
        }
        for (String kind : List.of("person", "claim", "folder", "tag")) {
            String who = "{\"kind\": \"" + kind + "\", \"id\": " + sent + ", " + sent + ": 1}";
            add(policy("A rule").replace("{\"kind\": \"anyone\"}", who)).is(400);
        }
        add("{" + sent + ": " + sent).is(400);
        add(sent).is(400);
    }

    private Wire.Answer add(String policy) {
        return journey.edit("POST", POLICIES, POLICIES, policy);
    }

    private String policy(String name) {
        return """
                {"name": "%s", "effect": "allow", "actions": ["secret.list"], "to": [{"kind": "anyone"}],
                 "on": [{"kind": "folder", "id": "%s"}]}""".formatted(name, journey.folderId);
    }
}
