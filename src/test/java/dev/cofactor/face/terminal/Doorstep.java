// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal that asks, and somebody who sits before its page. */
final class Doorstep {
    private static final String TERMINALS = "/api/v1/terminals";
    private static final Pattern ADMIT = Pattern.compile("/terminal/([0-9a-f-]{36})/admit");

    private Doorstep() {}

    static JsonPath asked() {
        return post("", Map.of("name", "ada@laptop"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static Response post(String path, Map<String, ?> body) {
        return given().contentType("application/json").body(body).post(TERMINALS + path);
    }

    static Response collected(JsonPath terminal) {
        return post("/credential", Map.of("device", terminal.getString("device")));
    }

    static Browser signedIn(Enrolled somebody) {
        Browser browser = new Browser();
        browser.signIn(somebody.person().accountName(), Newcomers.PASSWORD);
        browser.open("/sign-in/factor");
        assertThat(browser.send("/sign-in/factor", Map.of("code", somebody.code()))
                        .statusCode())
                .isEqualTo(303);
        browser.open("/terminal");
        return browser;
    }

    static Response typed(Browser browser, String code) {
        return browser.send("/terminal", Map.of("code", code));
    }

    static String found(Browser browser, JsonPath terminal) {
        Response page = typed(browser, terminal.getString("code"));
        Matcher id = ADMIT.matcher(page.asString());
        assertThat(id.find()).as(page.asString()).isTrue();
        return id.group(1);
    }

    static Response says(Browser browser, String terminal, String word) {
        return browser.send("/terminal/" + terminal + "/" + word, Map.of());
    }
}
