// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.cofactor.desk.templates.Template;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
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

/** Templates as their authors see them in a browser without scripts. */
@QuarkusTest
class TemplatePagesHttpTest {
    private static final String OTP_ONLY = "/templates/" + PublicId.TEMPLATE.of(Shelf.OTP_ONLY);

    private final Newcomers newcomers;
    private final Templates templates;
    private final Shelf shelf;
    private final LogEntries entries;
    private final WholeLog log;

    TemplatePagesHttpTest(Newcomers newcomers, Templates templates, Shelf shelf, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.templates = templates;
        this.shelf = shelf;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aTemplateIsMadeInTheEditorGetsAnotherVersionAnotherNameAndAnEnd() {
        Browser author = author();
        author.open("/templates").then().statusCode(200).body(containsString("WebApp with OTP"));
        author.open("/templates/new").then().statusCode(200).body(containsString("123"));
        String name = Shelf.fresh();
        String page = led(author.send("/templates/new", fields(name)));
        author.open(page).then().body(allOf(containsString(name), containsString("The template is there")));
        String one = page.substring(0, page.indexOf('?'));

        Response editor = author.open(one + "/edit");
        Map<String, String> more = fields(name);
        more.putAll(kept(editor));
        more.put("f-2-name", "Notes");
        more.put("f-2-type", "multi-line");
        more.put("f-2-rules", "multi-line");
        assertThat(led(author.send(one + "/edit", more))).isEqualTo(one + "?news=revised");
        author.open(one).then().body(allOf(containsString("version 2"), containsString("Several lines")));
        author.open(one + "/versions/1").then().body(not(containsString("Several lines")));
        author.open(one + "/versions/7").then().statusCode(404);

        author.send(one + "/edit", more).then().statusCode(422).body(containsString("Somebody changed this template"));
        String other = Shelf.fresh();
        author.send(one + "/name", Map.of("seen", seen(author.open(one)), "name", other))
                .then()
                .statusCode(303);
        Response asked = author.open(one + "/delete");
        asked.then().statusCode(200).body(containsString("No secret is made from it"));
        author.send(one + "/delete", Map.of("seen", seen(asked))).then().statusCode(303);
        author.open(one).then().statusCode(404);
        assertThat(templates.named(other)).isEmpty();
    }

    @Test
    void buttonsOfTheEditorKeepNothingAndLoseNothing() {
        Browser author = author();
        author.open("/templates/new");
        int all = templates.all().size();
        Map<String, String> typed = fields("Not yet");
        typed.put("do", "add");
        author.send("/templates/draft", typed)
                .then()
                .statusCode(200)
                .body(containsString("id=\"f-2-name\""))
                .body(containsString("value=\"Not yet\""));
        typed.put("do", "remove-0");
        author.send("/templates/draft", typed)
                .then()
                .statusCode(200)
                .body(allOf(not(containsString("value=\"User\"")), containsString("value=\"Code\"")));
        assertThat(templates.all()).hasSize(all);
    }

    @Test
    void whatIsRefusedIsNamedAndEverythingIsThereAgain() {
        Browser author = author();
        author.open("/templates/new");
        Map<String, String> wrong = fields(Shelf.fresh());
        wrong.putAll(Map.of("f-1-rules", "seed", "f-1-chosen", "totp", "f-1-periods", "0", "f-1-step", "shared"));
        wrong.put("f-1-life", "5");
        author.send("/templates/new", wrong)
                .then()
                .statusCode(422)
                .body(containsString("Field 2: a seed&#39;s rules name at least one kind"))
                .body(containsString("value=\"User\""));
        Map<String, String> taken = fields("WebApp with OTP");
        author.send("/templates/new", taken).then().statusCode(422).body(containsString("role=\"alert\""));
    }

    @Test
    void predefinedOnesAreCopiedAndNeverChanged() {
        Browser author = author();
        author.open(OTP_ONLY)
                .then()
                .statusCode(200)
                .body(allOf(not(containsString("Change fields")), containsString("Start another one from it")));
        String copy = led(author.send(OTP_ONLY + "/clone", Map.of("name", Shelf.fresh())));
        author.open(copy).then().body(allOf(containsString("The copy is there"), containsString("Change fields")));
        author.send(OTP_ONLY + "/edit", fields("x"))
                .then()
                .statusCode(422)
                .body(containsString("Predefined templates stay as they are"));
    }

    @Test
    void whatIsMadeFromATemplateStandsInTheWayOfItsEnd() {
        Browser author = author();
        author.open("/templates/new");
        String name = Shelf.fresh();
        led(author.send("/templates/new", fields(name)));
        Template made = templates.named(name).orElseThrow();
        shelf.secret(shelf.folder(), "made", made.id());
        String one = "/templates/" + PublicId.TEMPLATE.of(made.id());
        author.open(one + "/delete")
                .then()
                .statusCode(200)
                .body(allOf(containsString("1 more that you may not see"), not(containsString("Delete it"))));
        author.send(one + "/delete", Map.of("seen", Long.toString(made.revision())))
                .then()
                .statusCode(422)
                .body(containsString("Secrets are made from this template"));
    }

    @Test
    void namesAreWrittenAsTextAndNothingElse() {
        Browser author = author();
        author.open("/templates/new");
        Map<String, String> hostile = fields("<img src=x onerror=alert(1)> " + Shelf.fresh());
        hostile.put("f-0-name", "\"><script>alert(2)</script>");
        author.send("/templates/draft", hostile)
                .then()
                .body(allOf(not(containsString("<img src=x")), not(containsString("<script>alert"))));
        String page = led(author.send("/templates/new", hostile));
        author.open(page)
                .then()
                .body(allOf(
                        not(containsString("<img src=x")),
                        not(containsString("<script>alert")),
                        containsString("&lt;script&gt;")));
    }

    @Test
    void whoMayNotEditTemplatesReadsThemAndIsRefusedTheRest() {
        Person person = newcomers.settled();
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/templates").then().statusCode(200).body(not(containsString("New template")));
        browser.open(OTP_ONLY).then().statusCode(200).body(not(containsString("Start another")));
        for (String path : new String[] {"/templates/new", OTP_ONLY + "/edit", OTP_ONLY + "/delete"}) {
            browser.open(path).then().statusCode(403);
        }
        browser.open("/templates");
        browser.send("/templates/new", fields("x")).then().statusCode(403);
        browser.send("/templates/draft", fields("x")).then().statusCode(403);
        browser.send(OTP_ONLY + "/clone", Map.of("name", "x")).then().statusCode(403);
        browser.send(OTP_ONLY + "/name", Map.of("name", "x")).then().statusCode(403);
        browser.send(OTP_ONLY + "/delete", Map.of()).then().statusCode(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(8);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        author().open("/templates/" + PublicId.TEMPLATE.of(UUID.randomUUID()))
                .then()
                .statusCode(404);
    }

    private Browser author() {
        Browser browser = new Browser();
        browser.signIn(newcomers.inRole(Role.TEMPLATE_AUTHOR).accountName(), Newcomers.PASSWORD);
        return browser;
    }

    /** Of the seed no rules: a type that was only just chosen has those that are usual. */
    private static Map<String, String> fields(String name) {
        Map<String, String> fields = new HashMap<>(Map.of("name", name, "description", "For tests"));
        fields.putAll(
                Map.of("f-0-name", "User", "f-0-type", "single-line", "f-0-rules", "single-line", "f-0-open", "on"));
        fields.putAll(Map.of("f-1-name", "Code", "f-1-type", "seed", "f-1-required", "on"));
        return fields;
    }

    /** What the editor carries along: the state that was seen, and which fields keep their values. */
    private static Map<String, String> kept(Response editor) {
        Map<String, String> kept = new HashMap<>(Map.of("seen", seen(editor)));
        Matcher ids = Pattern.compile("name=\"(f-[0-9]+-id)\" value=\"(fie_[0-9a-z]+)\"")
                .matcher(editor.asString());
        while (ids.find()) {
            kept.put(ids.group(1), ids.group(2));
        }
        assertThat(kept).hasSize(3);
        return kept;
    }

    private static String seen(Response page) {
        Matcher found = Pattern.compile("name=\"seen\" value=\"([0-9]+)\"").matcher(page.asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String led(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }
}
