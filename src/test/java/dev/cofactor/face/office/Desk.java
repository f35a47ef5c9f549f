// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where somebody sits who looks after the installation. */
@Singleton
public class Desk {
    private static final String ID = "[0-9a-f-]{36}";

    private final Newcomers newcomers;

    Desk(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    public Browser administrator() {
        return at(newcomers.inRole(Role.ADMINISTRATOR));
    }

    public Browser at(Person person) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        return browser;
    }

    /** The id in an address that a page holds, or that an answer leads to. */
    public static String id(String before, String text) {
        return found(Pattern.quote(before) + "(" + ID + ")", text);
    }

    public static String led(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** What a page shows this once. */
    public static String token(String prefix, Response page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return found("(" + prefix + "[0-9a-z]{59})<", page.asString());
    }

    private static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
