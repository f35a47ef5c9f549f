// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.ledger.rulebook.Role;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of the policy desk; and, since a body is read there only of who has seen the edition, the wrong use too. */
final class Rulemaking {
    static final String POLICIES = "/api/v1/policies";

    static final String PAGES = "/policies";

    /** What approvers may do: nothing here needs it. */
    static final String PREDEFINED = "00000000-0000-8000-8001-000000000004";

    /** None of those who write policies here stands among them: they gain nothing. */
    private static final String AUDITORS =
            "{\"kind\": \"group\", \"id\": \"" + Role.AUDITOR.group() + "\"}";

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
        new WholeRules(journey, canaries).use(one);
        journey.edit("DELETE", one, one, "").is(200);
        wrong();
    }

    /** The same at the pages, by somebody who edits policies and nothing else. */
    void pages(Visit visit, String accountName) {
        visit.signIn(accountName);
        visit.open(PAGES + "/new").is(200);
        visit.send(PAGES + "/new", Map.of("edition", edition(visit), "name", "x", "actions", "x", "to", "x"))
                .is(422);
        visit.send(PAGES + "/new", Map.of("edition", edition(visit), "json", policy("By hand")))
                .is(303);
        Matcher made = Pattern.compile(
                        "href=\"(/policies/[0-9a-f-]{36})\"><bdi>[^<]*</bdi></a><bdi class=\"path\">By hand")
                .matcher(visit.open(PAGES).is(200).text());
        assertThat(made.find()).isTrue();
        String one = made.group(1);
        visit.open(one).is(200);
        visit.send(one, Map.of("edition", edition(visit), "json", policy("Otherwise")))
                .is(303);
        WholeRules.pages(visit, one);
        visit.open(one + "/withdraw").is(200);
        visit.send(one + "/withdraw", Map.of("edition", edition(visit))).is(303);
    }

    private static String edition(Visit visit) {
        Matcher shown = Pattern.compile("name=\"edition\" value=\"([0-9]+)\"")
                .matcher(visit.open(PAGES + "/new").text());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
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
            add(policy("A rule").replace(AUDITORS, who)).is(400);
        }
        add("{" + sent + ": " + sent).is(400);
        add(sent).is(400);
    }

    private Wire.Answer add(String policy) {
        return journey.edit("POST", POLICIES, POLICIES, policy);
    }

    private String policy(String name) {
        return """
                {"name": "%s", "effect": "allow", "actions": ["secret.list"], "to": [%s],
                 "on": [{"kind": "folder", "id": "%s"}]}""".formatted(name, AUDITORS, journey.folderId);
    }
}
