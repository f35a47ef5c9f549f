// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ledger.directory.Person;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the pages for keeping secrets. */
record Bench(Browser browser) {
    static final String KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    static final String LINK = "otpauth://totp/Example:team?secret=" + KEY + "&issuer=Example";

    static Bench of(Person person) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/secrets/new").then().statusCode(200);
        return new Bench(browser);
    }

    /** What the form of a template is sent with: each line of it filled. */
    Map<String, String> form(String template, String name) {
        String page = browser.open("/secrets/new?template=" + template).asString();
        Map<String, String> form = new HashMap<>(Map.of("template", template, "name", name, "folder", "own"));
        Matcher field = Pattern.compile("name=\"(field-fie_[0-9a-z]{26})\"( type=\"url\")?")
                .matcher(page);
        while (field.find()) {
            form.put(field.group(1), field.group(2) == null ? "somebody" : "https://example.org");
        }
        return form;
    }

    /** By its page, a secret in one's own folder. */
    String added(String template) {
        return added(form(template, Shelf.fresh()));
    }

    String added(Map<String, String> form) {
        Matcher page = Pattern.compile("^/secrets/sec_[0-9a-z]{26}").matcher(led(browser.send("/secrets/new", form)));
        assertThat(page.find()).isTrue();
        return page.group();
    }

    static String led(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    String page(String path) {
        Response page = browser.open(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.asString();
    }

    String seen(String path) {
        return found("name=\"seen\" value=\"(\\d+)\"", page(path));
    }

    static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
