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

/** Policies as their authors see them in a browser without scripts. */
@QuarkusTest
class RulesPagesHttpTest {
    private static final Pattern EDITION = Pattern.compile("name=\"edition\" value=\"([0-9]+)\"");

    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Gate gate;
    private final LogEntries entries;
    private final WholeLog log;

    RulesPagesHttpTest(Newcomers newcomers, Shelf shelf, Gate gate, LogEntries entries, WholeLog log) {
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
    void aPolicyIsWrittenInTheFormChangedAndWithdrawn() {
        UUID group = newcomers.group();
        Folder folder = shelf.folder();
        Browser author = author();
        author.open("/policies").then().statusCode(200).body(containsString("Policy authors may edit policies."));
        Response blank = author.open("/policies/new");
        blank.then()
                .statusCode(200)
                .body(containsString("name=\"actions\" value=\"code.fetch\" checked"))
                .body(containsString("value=\"group:" + group + "\"><bdi>"))
                .body(containsString("value=\"folder:" + folder.id() + "\"><bdi>" + folder.path()));
        sent(author, "/policies/new", fields(blank, group, folder)).then().statusCode(303);
        String sentence = group + " may fetch codes below " + folder.path() + ".";
        String id = listed(author, sentence);

        Response form = author.open("/policies/" + id);
        form.then()
                .statusCode(200)
                .body(containsString(sentence))
                .body(containsString("value=\"group:" + group + "\" checked"));
        Map<String, String> other = fields(form, group, folder);
        other.put("effect", "deny");
        sent(author, "/policies/" + id, other).then().statusCode(303);
        assertThat(listed(author, group + " may never fetch codes below " + folder.path() + "."))
                .isEqualTo(id);

        Response asked = author.open("/policies/" + id + "/withdraw");
        asked.then().statusCode(200).body(containsString("no longer forbidden"));
        author.send("/policies/" + id + "/withdraw", Map.of("edition", edition(asked)))
                .then()
                .statusCode(303);
        author.open("/policies").then().body(not(containsString(id)));
    }

    @Test
    void theSamePolicyIsWrittenAsJsonAndAMistakeIsShownWithItsPlace() {
        UUID group = newcomers.group();
        Browser author = author();
        Response blank = author.open("/policies/new");
        String json = """
                {"name": "By hand", "effect": "allow", "actions": ["code.fetch"],
                 "to": [{"kind": "group", "id": "%s"}], "on": [{"kind": "everything"}]}""";
        String wrong = json.formatted(UUID.randomUUID());
        author.send("/policies/new", Map.of("edition", edition(blank), "json", wrong))
                .then()
                .statusCode(422)
                .body(containsString("/to/0"))
                .body(containsString("names nobody who is there"))
                .body(containsString("By hand"));
        author.send("/policies/new", Map.of("edition", edition(blank), "json", json.formatted(group)))
                .then()
                .statusCode(303);
        listed(author, group + " may fetch codes in all that is shared.");
    }

    @Test
    void whatWasChosenIsThereAgainWhereItIsRefused() {
        UUID group = newcomers.group();
        Folder folder = shelf.folder();
        Browser author = author();
        Response blank = author.open("/policies/new");
        Map<String, String> nameless = fields(blank, group, folder);
        nameless.put("name", " ");
        sent(author, "/policies/new", nameless)
                .then()
                .statusCode(422)
                .body(containsString("value=\"group:" + group + "\" checked"))
                .body(containsString("value=\"folder:" + folder.id() + "\" checked"));
        Map<String, String> stale = fields(blank, group, folder);
        stale.put("edition", "0");
        sent(author, "/policies/new", stale)
                .then()
                .statusCode(422)
                .body(allOf(containsString("Somebody saved policies meanwhile"), containsString("group:" + group)));
    }

    @Test
    void namesAreWrittenAsTextAndNothingElse() {
        UUID group = newcomers.group();
        Browser author = author();
        Map<String, String> hostile = fields(author.open("/policies/new"), group, shelf.folder());
        hostile.put("name", "<script>alert(1)</script>");
        sent(author, "/policies/new", hostile).then().statusCode(303);
        author.open("/policies")
                .then()
                .body(not(containsString("<script>alert")))
                .body(containsString("&lt;script&gt;"));
    }

    @Test
    void whoMayNotEditPoliciesSeesNoneAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        String id = gate.edition().policies().policies().getFirst().id().toString();
        for (String path :
                new String[] {"/policies", "/policies/new", "/policies/" + id, "/policies/" + id + "/withdraw"}) {
            browser.open(path).then().statusCode(403).body(not(containsString("may edit policies")));
        }
        browser.open("/secrets");
        browser.send("/policies/new", Map.of("json", "{}")).then().statusCode(403);
        browser.send("/policies/" + id, Map.of("json", "{}")).then().statusCode(403);
        browser.send("/policies/" + id + "/withdraw", Map.of()).then().statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(7);
    }

    private Browser author() {
        Browser browser = new Browser();
        browser.signIn(newcomers.inRole(Role.POLICY_AUTHOR).accountName(), Newcomers.PASSWORD);
        return browser;
    }

    private static Map<String, String> fields(Response form, UUID group, Folder folder) {
        return new HashMap<>(Map.of(
                "edition",
                edition(form),
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

    private static Response sent(Browser author, String path, Map<String, String> fields) {
        return author.send(path, fields);
    }

    private static String edition(Response page) {
        Matcher found = EDITION.matcher(page.asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** @return the id of the policy that says this */
    private static String listed(Browser author, String sentence) {
        Matcher found = Pattern.compile("href=\"/policies/([0-9a-f-]{36})\"><bdi>" + Pattern.quote(sentence))
                .matcher(author.open("/policies").asString());
        assertThat(found.find()).as(sentence).isTrue();
        return found.group(1);
    }
}
