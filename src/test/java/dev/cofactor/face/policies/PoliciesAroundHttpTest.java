// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Gate;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Policies to start from, editions and warnings, as their authors see them in a browser without scripts. */
@QuarkusTest
class PoliciesAroundHttpTest {
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Gate gate;
    private final LogEntries entries;
    private final WholeLog log;

    PoliciesAroundHttpTest(Newcomers newcomers, Shelf shelf, Gate gate, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.gate = gate;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aDraftIsStartedFromOneThatIsThere() {
        Browser author = author();
        UUID oncall = newcomers.group();
        UUID security = newcomers.group();
        Folder folder = shelf.folder();
        author.open("/policies/starters").then().statusCode(200).body(containsString("… may list secrets"));
        Response form = author.open("/policies/starters/on-call-by-day");
        form.then().statusCode(200).body(containsString("value=\"" + folder.id() + "\""));
        Map<String, String> chosen = new HashMap<>(Map.of(
                "edition",
                edition(form),
                "on-call",
                oncall.toString(),
                "folder",
                folder.id().toString()));
        author.send("/policies/starters/on-call-by-day", chosen)
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("Choose one of each list"),
                        containsString("value=\"" + oncall + "\" selected")));
        chosen.put("approvers", security.toString());
        Response started = author.send("/policies/starters/on-call-by-day", chosen);
        started.then().statusCode(303);
        author.open(started.header("Location").replaceFirst("https?://[^/]*", ""))
                .then()
                .body(containsString("This is a draft and decides nothing yet."));
        author.open("/policies")
                .then()
                .body(containsString("once 1 of " + security + " has approved it within 1 hour"));
    }

    @Test
    void editionsAreListedAndEachSaysWhatItChanged() {
        Browser author = author();
        UUID group = newcomers.group();
        written(author, full(group, newcomers.group()));
        long number = gate.edition().number();
        author.open("/policies/editions")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/policies/editions/" + number + "\""))
                .body(containsString("added"));
        author.open("/policies/editions/" + number)
                .then()
                .statusCode(200)
                .body(containsString(group + " may fetch codes in all that is shared, Monday from 8:00 to 18:00"));
        author.open("/policies/editions/999999999").then().statusCode(404);
    }

    @Test
    void whatLooksLikeAMistakeIsShownBesideThePolicy() {
        Browser author = author();
        String id = written(author, """
                {"name": "Wide", "effect": "allow", "actions": ["code.fetch"], "to": [{"kind": "group", "id": "%s"}],
                 "on": [{"kind": "everything"}]}""".formatted(newcomers.group()));
        author.open("/policies/" + id)
                .then()
                .body(containsString("Allows it on everything, without a condition or a need."));
        author.open("/policies").then().body(containsString("Allows it on everything, without a condition or a need."));
    }

    @Test
    void whoMayNotEditPoliciesSeesNoneOfThesePages() {
        Person person = newcomers.settled();
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        String id = gate.edition().policies().policies().getFirst().id().toString();
        for (String path : new String[] {
            "/policies/starters", "/policies/starters/ci-job", "/policies/editions", "/policies/editions/1"
        }) {
            browser.open(path).then().statusCode(403).body(not(containsString("may edit policies")));
        }
        browser.open("/secrets");
        browser.send("/policies/" + id + "/state", Map.of("state", "draft"))
                .then()
                .statusCode(403);
        browser.send("/policies/" + id + "/clone", Map.of()).then().statusCode(403);
        browser.send("/policies/starters/owners-told", Map.of()).then().statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(7);
    }

    private Browser author() {
        Browser browser = new Browser();
        browser.signIn(newcomers.inRole(Role.POLICY_AUTHOR).accountName(), Newcomers.PASSWORD);
        return browser;
    }

    /** One of everything that has a field, and of everything that has none. */
    private static String full(UUID group, UUID approvers) {
        return """
                {"name": "Whole", "effect": "allow", "actions": ["code.fetch"],
                 "to": [{"kind": "group", "id": "%s"}], "on": [{"kind": "everything"}],
                 "when": [{"kind": "hours", "days": ["mon"], "from": "08:00", "until": "18:00", "zone": "Europe/Berlin"},
                          {"kind": "network", "in": ["10.20.0.0/16"]},
                          {"kind": "not", "of": {"kind": "network", "in": ["10.20.3.0/24"]}}],
                 "needs": [{"kind": "reason", "atLeast": 10}, {"kind": "ticket", "form": "\\"<OPS>&-*"},
                           {"kind": "approval", "quorum": 1, "of": [{"kind": "group", "id": "%s"}],
                            "decideWithin": "PT1H", "validFor": "PT30M", "uses": 3}],
                 "limits": [{"most": 5, "per": "PT1H", "by": ["actor"]}],
                 "then": [{"kind": "tell", "whom": {"kind": "owners"}}]}""".formatted(group, approvers);
    }

    private String written(Browser author, String json) {
        Response blank = author.open("/policies/new");
        author.send("/policies/new", Map.of("edition", edition(blank), "json", json))
                .then()
                .statusCode(303);
        String group = json.replaceFirst("(?s).*?\"to\": \\[\\{\"kind\": \"group\", \"id\": \"([^\"]*)\".*", "$1");
        return gate.edition().policies().policies().stream()
                .filter(one -> one.canonical().contains(group))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private static String edition(Response page) {
        Matcher found = Pattern.compile("name=\"edition\" value=\"([0-9]+)\"").matcher(page.asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
