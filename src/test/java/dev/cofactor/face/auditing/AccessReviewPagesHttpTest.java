// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.office.Desk;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The access review on a page: looked through, narrowed, and signed off by the hash of what was shown. */
@QuarkusTest
@TestProfile(OwnSignedLog.class) // a table lists everybody and everything
class AccessReviewPagesHttpTest {
    private static final String PAGE = "/audit/access-review";

    private final Desk desk;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final LogEntries entries;

    AccessReviewPagesHttpTest(Desk desk, Newcomers newcomers, Rules rules, Shelf shelf, LogEntries entries) {
        this.desk = desk;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.entries = entries;
    }

    @Test
    void whoeverCouldIsShownAndWhatWasShownIsSignedOff() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "root");
        Person one = newcomers.settled();
        Person other = newcomers.settled();
        rules.allow(one.id(), secret, Verb.CODE_FETCH);
        rules.allow(other.id(), secret, Verb.FIELD_REVEAL);
        Person auditor = newcomers.inRole(Role.AUDITOR);
        Browser browser = desk.at(auditor);
        String all = browser.open(PAGE + "?where=" + folder.path()).asString();
        assertThat(all).contains(one.accountName(), other.accountName(), "At once", "Unused", "Codes", "Fields");
        String narrowed =
                browser.open(PAGE + "?who=" + one.accountName() + "&unused=yes").asString();
        assertThat(narrowed).contains(one.accountName()).doesNotContain(other.accountName());
        Response signed = browser.send(
                PAGE, Map.of("at", hidden("at", narrowed), "sha256", hidden("sha256", narrowed), "words", "looked at"));
        assertThat(Desk.led(signed)).contains("news=signed");
        assertThat(entries.of(auditor.id(), "access-reviewed"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.body().at("/details/hash").asText()).isEqualTo(hidden("sha256", narrowed)));
        Response wrong = browser.send(
                PAGE, Map.of("at", hidden("at", narrowed), "sha256", "0".repeat(64), "words", "typed <before>"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("has another hash", "typed &lt;before&gt;");
        assertThat(entries.of(auditor.id(), "access-reviewed")).hasSize(1);
        Response table = browser.open(PAGE + "/table.csv?at=" + hidden("at", narrowed));
        assertThat(table.header("Content-Disposition")).contains("access-review.csv");
        assertThat(table.asString()).startsWith("secret,path,kind").contains(one.accountName());
    }

    @Test
    void whoMayNotReviewAccessIsRefusedAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        Browser browser = desk.at(person);
        assertThat(browser.open(PAGE).statusCode()).isEqualTo(403);
        assertThat(browser.open(PAGE + "/table.csv").statusCode()).isEqualTo(403);
        assertThat(browser.send(PAGE, Map.of("at", "2026-11-28T21:00:00Z", "sha256", "0".repeat(64)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(3);
    }

    private static String hidden(String name, String page) {
        Matcher found = Pattern.compile("type=\"hidden\" name=\"" + name + "\" value=\"([^\"]+)\"")
                .matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }
}
