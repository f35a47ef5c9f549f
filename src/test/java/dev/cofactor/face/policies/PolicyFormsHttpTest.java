// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.cofactor.engine.policy.Policy;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Gate;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Policies with clauses in a browser without scripts: nothing of them is lost, whatever is done with their pages. */
@QuarkusTest
class PolicyFormsHttpTest {
    private final Newcomers newcomers;
    private final Gate gate;
    private final WholeLog log;

    PolicyFormsHttpTest(Newcomers newcomers, Gate gate, WholeLog log) {
        this.newcomers = newcomers;
        this.gate = gate;
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
        Map<String, String> form = FilledForm.of(author.open("/policies/" + id), id);
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
        Map<String, String> form = FilledForm.of(author.open("/policies/" + id), id);
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
        Map<String, String> form = FilledForm.of(author.open("/policies/" + id), id);
        form.put("networks", "10.20.0.1/16");
        form.put("rest", "{\"then\": [{\"kind\": \"tell\", \"whom\": {\"kind\": \"owners\"}}]}");
        Response again = author.send("/policies/" + id, form);
        again.then().statusCode(422).body(containsString("/when/1/in/0"));
        Map<String, String> shown = FilledForm.of(again, id);
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
        Map<String, String> form = FilledForm.of(author.open("/policies/" + id), id);
        author.send("/sign-out", Map.of());
        form.put("name", "Renamed by nobody");
        Response led = author.send("/policies/" + id, form);
        assertThat(led.statusCode()).isIn(303, 401, 403);
        assertThat(policy(id)).isEqualTo(before);
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

    private static String edition(Response page) {
        Matcher found = Pattern.compile("name=\"edition\" value=\"([0-9]+)\"").matcher(page.asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
