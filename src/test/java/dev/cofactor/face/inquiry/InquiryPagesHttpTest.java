// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
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

/** The rules are questioned on pages, without scripts. */
@QuarkusTest
class InquiryPagesHttpTest {
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;

    InquiryPagesHttpTest(Newcomers newcomers, Shelf shelf, Rules rules, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aTestSaysWhetherAndWhy() {
        Person allowed = newcomers.settled();
        Person other = newcomers.settled();
        Folder folder = shelf.folder();
        UUID policy = rules.allow(allowed.id(), shelf.secret(folder, "one"), Verb.CODE_FETCH);
        Browser author = at(Role.POLICY_AUTHOR);
        author.open("/policies/test?on=" + folder.path() + "/one")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("value=\"person:" + allowed.id() + "\""),
                        containsString("value=\"" + folder.path() + "/one\"")));
        Map<String, String> asked = asked("person:" + allowed.id(), folder.path() + "/one");
        author.send("/policies/test", asked)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("<span>Allowed</span>"),
                        containsString("/policies/" + policy),
                        containsString("value=\"person:" + allowed.id() + "\" selected")));
        asked.put("who", "person:" + other.id());
        author.send("/policies/test", asked)
                .then()
                .statusCode(200)
                .body(allOf(containsString("<span>Refused</span>"), containsString("No policy says yes.")));
    }

    @Test
    void aQuestionThatIsNoneIsSaidToBeAndWhatWasTypedIsThereAgain() {
        Person person = newcomers.settled();
        Folder folder = shelf.folder();
        shelf.secret(folder, "one");
        Browser author = at(Role.POLICY_AUTHOR);
        author.open("/policies/test");
        Map<String, String> asked = asked("person:" + person.id(), folder.path() + "/one");
        asked.put("address", "somewhere");
        author.send("/policies/test", asked)
                .then()
                .statusCode(422)
                .body(allOf(
                        containsString("The address is no address such as 192.0.2.1"),
                        containsString("value=\"somewhere\"")));
        asked.put("address", "");
        asked.put("at", "2026-13-45T99:00");
        author.send("/policies/test", asked).then().statusCode(422).body(containsString("A time is written like"));
        asked.put("at", "");
        asked.put("on", folder.path() + "/none");
        author.send("/policies/test", asked).then().statusCode(422).body(containsString("There is nothing here"));
        asked.put("who", "");
        author.send("/policies/test", asked).then().statusCode(422).body(containsString("Choose somebody"));
    }

    @Test
    void whoCanIsAnsweredForEverybodyWhoCouldAsk() {
        Person person = newcomers.settled();
        Caller machine = newcomers.machine();
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "one");
        UUID policy = rules.allow(person.id(), secret, Verb.CODE_FETCH);
        rules.allowService(machine.actor().id(), secret, Verb.CODE_FETCH);
        Browser author = at(Role.POLICY_AUTHOR);
        author.open("/policies/who-can").then().statusCode(200).body(containsString("Who can do something?"));
        author.open("/policies/who-can?verb=code.fetch&place=secret&on=" + folder.path() + "/one")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("A person"),
                        containsString("by a token"),
                        containsString("Always"),
                        containsString("/policies/" + policy),
                        containsString("can: 1 always")));
        author.open("/policies/who-can?verb=backup-code.take&place=secret&on=" + folder.path() + "/one")
                .then()
                .statusCode(200)
                .body(containsString("Nobody can"));
        author.open("/policies/who-can?verb=code.fetch&on=no/such").then().statusCode(422);
    }

    @Test
    void whoReviewsAccessAsksTheSameAndWritesNothing() {
        newcomers.inRole(Role.POLICY_AUTHOR);
        Browser reviewer = at(Role.AUDITOR);
        reviewer.open("/policies/test").then().statusCode(200);
        reviewer.open("/policies/who-can?verb=policy.edit")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("data-label=\"Through\""),
                        not(containsString("href=\"/policies/0")),
                        not(containsString("href=\"/policies/expectations\""))));
        reviewer.open("/policies/expectations").then().statusCode(403);
    }

    @Test
    void expectationsAreWrittenChangedAndRemoved() {
        Browser author = at(Role.POLICY_AUTHOR);
        String name = Shelf.fresh();
        String never = document(name, newcomers.group(newcomers.settled().id()), shelf.folder());
        author.open("/policies/expectations/new?kind=invariant")
                .then()
                .statusCode(200)
                .body(containsString("Machines never take backup codes"));
        author.send("/policies/expectations/new", Map.of("document", never))
                .then()
                .statusCode(303);
        Response list = author.open("/policies/expectations?news=saved");
        list.then().body(allOf(containsString("Kept"), containsString("Never may"), containsString("an approval")));
        String one = "/policies/expectations/" + found(list, "expectations/([0-9a-f-]{36})\"><bdi>" + name + "<");
        Response form = author.open(one);
        String version = found(form, "name=\"version\" value=\"([^\"]+)\"");
        author.send(one, Map.of("version", version, "document", never.replace("approval", "reason")))
                .then()
                .statusCode(303);
        author.send(one, Map.of("version", version, "document", never))
                .then()
                .statusCode(422)
                .body(containsString("Somebody changed it meanwhile"));
        author.send(one, Map.of("version", version, "document", "{\"kind\": 1}"))
                .then()
                .statusCode(422)
                .body(containsString("{&quot;kind&quot;: 1}"));
        version = found(author.open(one), "name=\"version\" value=\"([^\"]+)\"");
        author.send(one + "/remove", Map.of("version", version)).then().statusCode(303);
        author.open(one).then().statusCode(404);
    }

    @Test
    void theTestThatIsOfferedIsTaken() {
        Browser author = at(Role.POLICY_AUTHOR);
        Response offered = author.open("/policies/expectations/new?kind=test");
        String document = found(offered, "(?s)<textarea[^>]*>(.*?)</textarea>").replace("&quot;", "\"");
        author.send("/policies/expectations/new", Map.of("document", document))
                .then()
                .statusCode(303);
        Response list = author.open("/policies/expectations");
        list.then().body(containsString("Somebody, asking to edit policies at 2026-12-07 09:00 (UTC), is refused."));
        String one = "/policies/expectations/"
                + found(list, "expectations/([0-9a-f-]{36})\"><bdi>Somebody in no group edits no policies");
        String version = found(author.open(one), "name=\"version\" value=\"([^\"]+)\"");
        author.send(one + "/remove", Map.of("version", version)).then().statusCode(303);
    }

    @Test
    void whoMayNeitherIsRefusedAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        for (String path : new String[] {
            "/policies/test",
            "/policies/who-can?verb=code.fetch",
            "/policies/expectations",
            "/policies/expectations/new"
        }) {
            browser.open(path).then().statusCode(403).body(not(containsString("Everybody")));
        }
        browser.open("/secrets");
        browser.send("/policies/test", asked("person:" + person.id(), "x"))
                .then()
                .statusCode(403);
        browser.send("/policies/expectations/new", Map.of("document", "{}"))
                .then()
                .statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(6);
    }

    private static String document(String name, UUID group, Folder folder) {
        return """
                {"kind": "invariant", "name": "%s", "never": ["code.fetch"],
                 "to": [{"kind": "group", "id": "%s"}], "on": [{"kind": "folder", "id": "%s"}],
                 "without": ["approval"]}""".formatted(name, group, folder.id());
    }

    private static Map<String, String> asked(String who, String on) {
        return new HashMap<>(Map.of("who", who, "verb", "code.fetch", "place", "secret", "on", on));
    }

    private Browser at(Role role) {
        Browser browser = new Browser();
        browser.signIn(newcomers.inRole(role).accountName(), Newcomers.PASSWORD);
        return browser;
    }

    private static String found(Response page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page.asString());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
