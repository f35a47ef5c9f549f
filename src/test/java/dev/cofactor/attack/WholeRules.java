// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of what is done with policies besides writing one: states, copies, the whole set, editions, starters. */
final class WholeRules {
    private static final String DOCUMENT = Rulemaking.POLICIES + "/document";
    private static final String STARTERS = Rulemaking.POLICIES + "/starters";
    private static final String EDITIONS = Rulemaking.POLICIES + "/editions";

    private final Journey journey;
    private final Canaries canaries;

    WholeRules(Journey journey, Canaries canaries) {
        this.journey = journey;
        this.canaries = canaries;
    }

    /** @param policy one that is there */
    void use(String policy) {
        journey.edit("PUT", policy + "/state", policy, "{\"state\": \"disabled\"}")
                .is(200);
        String copy = journey.edit("POST", policy + "/clone", policy, "")
                .is(201)
                .json()
                .getString("policy.id");
        journey.edit("DELETE", Rulemaking.POLICIES + "/" + copy, policy, "").is(200);
        String document = journey.get(DOCUMENT).text();
        journey.edit("PUT", DOCUMENT + "?dry-run=true", DOCUMENT, document).is(200);
        journey.edit("PUT", DOCUMENT, DOCUMENT, document).is(200);
        journey.get(EDITIONS);
        journey.get(EDITIONS + "/1");
        journey.get(EDITIONS + "/compare?from=1&to=1");
        journey.get(STARTERS);
        String draft = journey.edit("POST", STARTERS + "/owners-told", policy, "{\"chosen\": {}}")
                .is(201)
                .json()
                .getString("policy.id");
        journey.edit("DELETE", Rulemaking.POLICIES + "/" + draft, policy, "").is(200);
        wrong(policy);
    }

    /** What is sent where it does not belong is in no answer and no log. */
    private void wrong(String policy) {
        String sent = Journey.quoted(canaries.noName("sent as rules"));
        journey.edit("PUT", policy + "/state", policy, "{\"state\": " + sent + "}")
                .is(400);
        journey.edit("PUT", DOCUMENT, DOCUMENT, "{\"format\": " + sent + ", \"policies\": []}")
                .is(400);
        journey.edit("PUT", DOCUMENT, DOCUMENT, "{\"format\": \"cofactor-policies/2\", \"policies\": [" + sent + "]}")
                .is(400);
        journey.edit("POST", STARTERS + "/owners-told", policy, "{\"chosen\": {" + sent + ": " + sent + "}}")
                .is(400);
        for (String kind : new String[] {"when", "needs", "limits", "then"}) {
            journey.edit("POST", Rulemaking.POLICIES, policy, """
                    {"name": "x", "effect": "allow", "actions": ["code.fetch"], "to": [{"kind": "anyone"}],
                     "on": [{"kind": "everything"}], "%s": [{"kind": %s}]}""".formatted(kind, sent))
                    .is(400);
        }
    }

    /** @param page of a policy that is there */
    static void pages(Visit visit, String page) {
        visit.send(page + "/clone", Map.of("edition", edition(visit, page))).is(303);
        visit.send(page + "/state", Map.of("edition", edition(visit, page), "state", "disabled"))
                .is(303);
        visit.open(Rulemaking.PAGES + "/editions").is(200);
        visit.open(Rulemaking.PAGES + "/editions/1").is(200);
        visit.open(Rulemaking.PAGES + "/starters").is(200);
        String starter = Rulemaking.PAGES + "/starters/owners-told";
        visit.open(starter).is(200);
        visit.send(starter, Map.of("edition", edition(visit, starter))).is(303);
    }

    private static String edition(Visit visit, String page) {
        Matcher shown = Pattern.compile("name=\"edition\" value=\"([0-9]+)\"")
                .matcher(visit.open(page).text());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }
}
