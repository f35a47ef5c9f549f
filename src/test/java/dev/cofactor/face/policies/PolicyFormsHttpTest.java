// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.cofactor.engine.policy.Policy;
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

/** Policies with clauses in a browser without scripts: nothing of them is lost, whatever is done with their pages. */
@QuarkusTest
class PolicyFormsHttpTest {
    private static final Pattern INPUT =
            Pattern.compile("<input([^>]*) name=\"([a-z-]+)\"[^>]* value=\"([^\"]*)\"([^>]*)>");
    private static final Pattern SELECT =
            Pattern.compile("<select[^>]* name=\"([a-z-]+)\"[^>]*>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern TEXT =
            Pattern.compile("<textarea[^>]* name=\"([a-z-]+)\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);

    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Gate gate;
    private final LogEntries entries;
    private final WholeLog log;

    PolicyFormsHttpTest(Newcomers newcomers, Shelf shelf, Gate gate, LogEntries entries, WholeLog log) {
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
    void aFormThatIsSentBackAsItCameChangesNothing() {
        Browser author = author();
        String id = written(author, full(newcomers.group(), newcomers.group()));
        Policy before = policy(id);
        long edition = gate.edition().number();
        Map<String, String> form = form(author.open("/policies/" + id), id);
        assertThat(form)
                .containsEntry("days", "mon")
                .containsEntry("from", "08:00")
                .containsEntry("networks", "10.20.0.0/16")
                .containsEntry("reason", "10")
                .containsEntry("quorum", "1")
                .containsEntry("valid-for", "30");
        assertThat(form.get("rest"))
                .contains("\"limits\"", "\"then\"", "ticket")
                .doesNotContain("hours");
        author.send("/policies/" + id, form).then().statusCode(303);
        assertThat(policy(id)).isEqualTo(before);
        assertThat(gate.edition().number()).isEqualTo(edition);
    }

    @Test
    void whatIsChangedInAFieldIsChangedAndAllElseStays() {
        Browser author = author();
        String id = written(author, full(newcomers.group(), newcomers.group()));
        Policy before = policy(id);
        Map<String, String> form = form(author.open("/policies/" + id), id);
        form.put("reason", "20");
        form.put("networks", "");
        author.send("/policies/" + id, form).then().statusCode(303);
        Policy after = policy(id);
        assertThat(after.clauses().limits()).isEqualTo(before.clauses().limits());
        assertThat(after.clauses().then()).isEqualTo(before.clauses().then());
        assertThat(after.clauses().when()).hasSize(before.clauses().when().size() - 1);
        assertThat(after.canonical()).contains("\"atLeast\":20").doesNotContain("10.20.0.0", "\"atLeast\":10");
    }

    @Test
    void whatIsAmissInAFieldIsSaidAndEverythingTypedIsThereAgain() {
        Browser author = author();
        String id = written(author, full(newcomers.group(), newcomers.group()));
        Policy before = policy(id);
        Map<String, String> form = form(author.open("/policies/" + id), id);
        form.put("networks", "10.20.0.1/16");
        form.put("rest", "{\"then\": [{\"kind\": \"tell\", \"whom\": {\"kind\": \"owners\"}}]}");
        Response again = author.send("/policies/" + id, form);
        again.then().statusCode(422).body(containsString("/when/1/in/0"));
        Map<String, String> shown = form(again, id);
        shown.remove("csrf");
        form.remove("csrf");
        assertThat(shown).isEqualTo(form);
        assertThat(policy(id)).isEqualTo(before);
    }

    @Test
    void buttonsPutAPolicyInForceAndOutOfItAndCopyIt() {
        Browser author = author();
        UUID group = newcomers.group();
        String id = written(author, full(group, newcomers.group()));
        Policy whole = policy(id);
        Response form = author.open("/policies/" + id);
        author.send("/policies/" + id + "/state", Map.of("edition", edition(form), "state", "disabled"))
                .then()
                .statusCode(303);
        assertThat(policy(id).state()).isEqualTo(Policy.State.DISABLED);
        assertThat(policy(id).clauses()).isEqualTo(whole.clauses());
        author.open("/policies").then().body(containsString("Disabled"));

        Response disabled = author.open("/policies/" + id);
        author.send("/policies/" + id + "/clone", Map.of("edition", edition(disabled)))
                .then()
                .statusCode(303);
        Policy copy = gate.edition().policies().policies().stream()
                .filter(one -> one.name().equals("Whole (copy)") && one.to().equals(whole.to()))
                .findFirst()
                .orElseThrow();
        assertThat(copy.state()).isEqualTo(Policy.State.DRAFT);
        assertThat(copy.clauses()).isEqualTo(whole.clauses());

        author.send(
                        "/policies/" + id + "/state",
                        Map.of("edition", edition(author.open("/policies/" + id)), "state", "active"))
                .then()
                .statusCode(303);
        assertThat(policy(id)).isEqualTo(whole);
    }

    @Test
    void aButtonPressedTwiceOrOverAnotherEditionDoesNothingMore() {
        Browser author = author();
        String id = written(author, full(newcomers.group(), newcomers.group()));
        String seen = edition(author.open("/policies/" + id));
        author.send("/policies/" + id + "/clone", Map.of("edition", seen))
                .then()
                .statusCode(303);
        int policies = gate.edition().policies().policies().size();
        author.send("/policies/" + id + "/clone", Map.of("edition", seen))
                .then()
                .statusCode(422)
                .body(containsString("Somebody saved policies meanwhile"));
        author.send("/policies/" + id + "/state", Map.of("edition", seen, "state", "draft"))
                .then()
                .statusCode(422);
        author.send(
                        "/policies/" + id + "/state",
                        Map.of("edition", edition(author.open("/policies/" + id)), "state", "x"))
                .then()
                .statusCode(422)
                .body(containsString("Choose one of the states"));
        assertThat(gate.edition().policies().policies()).hasSize(policies);
        assertThat(policy(id).state()).isEqualTo(Policy.State.ACTIVE);
    }

    @Test
    void aFormSentAfterItsSessionHasEndedSavesNothing() {
        Browser author = author();
        String id = written(author, full(newcomers.group(), newcomers.group()));
        Policy before = policy(id);
        Map<String, String> form = form(author.open("/policies/" + id), id);
        author.send("/sign-out", Map.of());
        form.put("name", "Renamed by nobody");
        Response led = author.send("/policies/" + id, form);
        assertThat(led.statusCode()).isIn(303, 401, 403);
        assertThat(policy(id)).isEqualTo(before);
    }

    @Test
    void aDraftIsStartedFromOneThatIsThere() {
        Browser author = author();
        UUID oncall = newcomers.group();
        UUID security = newcomers.group();
        Folder folder = shelf.folder();
        author.open("/policies/starters").then().statusCode(200).body(containsString("{on-call} may list secrets"));
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
        author.send("/policies/starters/on-call-by-day", chosen).then().statusCode(303);
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

    private Policy policy(String id) {
        return gate.edition().policies().policies().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What a browser would send of the form, which is the one with all fields. */
    private static Map<String, String> form(Response page, String id) {
        String html = page.asString();
        String form = html.substring(html.indexOf("action=\"/policies/" + id + "\""));
        form = form.substring(0, form.indexOf("</form>"));
        Map<String, String> fields = new HashMap<>();
        Matcher input = INPUT.matcher(form);
        while (input.find()) {
            boolean chosen =
                    !input.group(1).contains("checkbox") && !input.group(1).contains("radio")
                            || input.group(4).contains("checked");
            if (chosen) {
                fields.put(input.group(2), plain(input.group(3)));
            }
        }
        Matcher select = SELECT.matcher(form);
        while (select.find()) {
            Matcher chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(select.group(2));
            fields.put(select.group(1), chosen.find() ? chosen.group(1) : "");
        }
        Matcher text = TEXT.matcher(form);
        while (text.find()) {
            fields.put(text.group(1), plain(text.group(2)));
        }
        return fields;
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String edition(Response page) {
        Matcher found = Pattern.compile("name=\"edition\" value=\"([0-9]+)\"").matcher(page.asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
