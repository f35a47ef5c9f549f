// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
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

/** A policy while it is written: the form and the document keep step, and what would change is seen before it does. */
@QuarkusTest
class DraftPagesHttpTest {
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;
    private final Gate gate;
    private final LogEntries entries;
    private final WholeLog log;

    DraftPagesHttpTest(Newcomers newcomers, Shelf shelf, Rules rules, Gate gate, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
        this.gate = gate;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theDocumentFollowsTheForm() {
        UUID group = newcomers.group();
        Folder folder = shelf.folder();
        Browser author = author();
        String edition = edition(author.open("/policies/new"));
        Response beside = author.redraw("beside", "/policies/draft", form(edition, group, folder));
        beside.then()
                .statusCode(200)
                .body(allOf(
                        containsString(group + " may fetch codes below " + folder.path() + "."),
                        containsString("&quot;kind&quot; : &quot;group&quot;"),
                        not(containsString("<html"))));
        Map<String, String> nobody = form(edition, group, folder);
        nobody.remove("to");
        author.redraw("beside", "/policies/draft", nobody)
                .then()
                .statusCode(200)
                .body(containsString("is about nobody"));
    }

    @Test
    void theFormFollowsTheDocumentAndStaysWhereThatIsNone() {
        UUID group = newcomers.group();
        Browser author = author();
        String edition = edition(author.open("/policies/new"));
        String json = """
                {"name": "By hand", "effect": "deny", "actions": ["field.reveal"],
                 "to": [{"kind": "group", "id": "%s"}], "on": [{"kind": "everything"}],
                 "needs": []}""".formatted(group);
        Response page = author.redraw("fields", "/policies/draft", Map.of("edition", edition, "json", json));
        page.then()
                .statusCode(200)
                .body(allOf(
                        containsString("value=\"group:" + group + "\" checked"),
                        containsString("value=\"deny\" checked"),
                        containsString("value=\"By hand\""),
                        containsString("may never reveal sealed fields")));
        assertThat(page.header("HX-Reswap")).isNull();
        Response none = author.redraw("fields", "/policies/draft", Map.of("edition", edition, "json", "{\"name\": 1"));
        none.then().statusCode(200).body(containsString("The form still says what it said before"));
        assertThat(none.header("HX-Reswap")).isEqualTo("none");
    }

    @Test
    void whatWouldChangeIsSeenAndNothingIsSaved() {
        Person gaining = newcomers.settled();
        UUID group = newcomers.group(gaining.id());
        Folder folder = shelf.folder();
        shelf.secret(folder, "one");
        Browser author = author();
        String edition = edition(author.open("/policies/new"));
        Map<String, String> form = form(edition, group, folder);
        form.put("do", "changes");
        author.send("/policies/draft", form)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("1 gains"),
                        containsString("fetch codes, <bdi>" + folder.path() + "/one</bdi>"),
                        containsString("refused, then allowed"),
                        containsString("value=\"group:" + group + "\" checked")));
        assertThat(gate.edition().number()).isEqualTo(Long.parseLong(edition));
        form.put("state", "draft");
        author.redraw("beside", "/policies/draft", form)
                .then()
                .body(allOf(containsString("In force it would come to this"), containsString("1 gains")));
        form.put("edition", "0");
        author.redraw("beside", "/policies/draft", form)
                .then()
                .body(containsString("It could not be saved. The rulebook has been changed meanwhile."));
    }

    @Test
    void whoIsAboutToWithdrawSeesWhoLoses() {
        Person losing = newcomers.settled();
        Folder folder = shelf.folder();
        UUID policy = rules.allow(losing.id(), shelf.secret(folder, "one"), Verb.CODE_FETCH);
        author().open("/policies/" + policy + "/withdraw")
                .then()
                .statusCode(200)
                .body(allOf(containsString("1 loses"), containsString("allowed, then refused")));
    }

    @Test
    void aSaveThatBreaksAnExpectationIsAskedFor() {
        Person nobody = newcomers.settled();
        UUID group = newcomers.group(nobody.id());
        Folder folder = shelf.folder();
        shelf.secret(folder, "one");
        Browser author = author();
        author.open("/policies/expectations/new");
        String never = """
                {"kind": "invariant", "name": "Never %s", "never": ["code.fetch"],
                 "to": [{"kind": "group", "id": "%s"}], "on": [{"kind": "folder", "id": "%s"}], "without": []}""".formatted(folder.slug(), group, folder.id());
        author.send("/policies/expectations/new", Map.of("document", never))
                .then()
                .statusCode(303);
        Map<String, String> form = form(edition(author.open("/policies/new")), group, folder);
        form.put("do", "changes");
        author.send("/policies/draft", form)
                .then()
                .body(allOf(
                        containsString("Never " + folder.slug()),
                        containsString("Ask a second person to let it be saved")));
        author.send("/policies/new", form)
                .then()
                .statusCode(422)
                .body(containsString("must keep saying. Never " + folder.slug()));
        Response asked = author.send("/policies/overruling", form);
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.header("Location")).contains("/changes/chg_");
        remove(author, folder.slug());
        author.open("/policies/new");
        author.send("/policies/overruling", form)
                .then()
                .statusCode(422)
                .body(containsString("This breaks no expectation"));
    }

    @Test
    void anyTwoEditionsAreCompared() {
        UUID group = newcomers.group();
        Folder folder = shelf.folder();
        Browser author = author();
        String edition = edition(author.open("/policies/new"));
        author.send("/policies/new", form(edition, group, folder)).then().statusCode(303);
        long now = gate.edition().number();
        author.open("/policies/editions/compare?from=" + edition + "&to=" + now)
                .then()
                .statusCode(200)
                .body(allOf(containsString("It was not there."), containsString(group + " may fetch codes below")));
        author.open("/policies/editions/compare?from=" + now + "&to=" + edition)
                .then()
                .body(containsString("It is withdrawn."));
        author.open("/policies/editions/compare?from=x&to=1").then().statusCode(404);
    }

    @Test
    void policiesAreFoundByWhatTheySay() {
        UUID group = newcomers.group();
        Folder folder = shelf.folder();
        Browser author = author();
        author.send("/policies/new", form(edition(author.open("/policies/new")), group, folder))
                .then()
                .statusCode(303);
        author.open("/policies?q=" + group)
                .then()
                .body(allOf(containsString("below " + folder.path()), not(containsString("Policy authors may"))));
        author.open("/policies?q=zzzz-nothing").then().statusCode(200).body(containsString("No policy says this."));
    }

    @Test
    void aPolicyLeadsToTheQuestionsAboutIt() {
        Person person = newcomers.settled();
        Folder folder = shelf.folder();
        shelf.secret(folder, "one");
        UUID policy = rules.allow(new Subject.Person(person.id()), new Resource.Folder(folder.id()), Verb.CODE_FETCH);
        Browser author = author();
        String question = "verb=code.fetch&amp;place=folder&amp;on=" + folder.path();
        author.open("/policies/" + policy)
                .then()
                .body(containsString("/policies/test?" + question + "&amp;who=person:" + person.id()));
        author.open("/policies/who-can?" + question.replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .body(containsString("/policies/" + policy));
    }

    @Test
    void whoMayNotEditPoliciesDraftsNone() {
        Person person = newcomers.settled();
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/secrets");
        browser.send("/policies/draft", Map.of("json", "{}")).then().statusCode(403);
        browser.send("/policies/overruling", Map.of("json", "{}")).then().statusCode(403);
        browser.open("/policies/editions/compare?from=1&to=1").then().statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(3);
    }

    private static void remove(Browser author, String name) {
        String list = author.open("/policies/expectations").asString();
        Matcher id = Pattern.compile("/policies/expectations/([0-9a-f-]{36})\"><bdi>Never " + name + "<")
                .matcher(list);
        assertThat(id.find()).isTrue();
        Matcher version = Pattern.compile("name=\"version\" value=\"([^\"]+)\"")
                .matcher(author.open("/policies/expectations/" + id.group(1)).asString());
        assertThat(version.find()).isTrue();
        author.send("/policies/expectations/" + id.group(1) + "/remove", Map.of("version", version.group(1)))
                .then()
                .statusCode(303);
    }

    private Browser author() {
        Browser browser = new Browser();
        browser.signIn(newcomers.inRole(Role.POLICY_AUTHOR).accountName(), Newcomers.PASSWORD);
        return browser;
    }

    private static Map<String, String> form(String edition, UUID group, Folder folder) {
        return new HashMap<>(Map.of(
                "edition",
                edition,
                "name",
                "A test's",
                "effect",
                "allow",
                "actions",
                "code.fetch",
                "to",
                "group:" + group,
                "on",
                "folder:" + folder.id()));
    }

    private static String edition(Response page) {
        Matcher found = Pattern.compile("name=\"edition\" value=\"([0-9]+)\"").matcher(page.asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
