// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Asking;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is asked of somebody stands before everything else, in sessions that were there before too. */
@QuarkusTest
class BarriersHttpTest {
    private static final List<String> PAGES =
            List.of("/secrets", "/profile", "/profile/password", "/profile/sessions", "/notices", "/people");

    private final Newcomers newcomers;
    private final Asking asking;
    private final Browser browser = new Browser();

    BarriersHttpTest(Newcomers newcomers, Asking asking) {
        this.newcomers = newcomers;
        this.asking = asking;
    }

    @Test
    void whoIsAskedToChangeHisPasswordDoesNothingElseFromTheNextRequestOn() {
        Person person = newcomers.settled();
        String credential = newcomers.credential(person);
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);

        put("change-password", person.id());

        PAGES.forEach(page -> assertLeadsTo(browser.open(page), "/new-password"));
        assertThat(api(credential)).isEqualTo(401);
        String page = browser.open("/new-password").asString();
        assertThat(page).contains("Current password").contains("An administrator asks you");
        assertLeadsTo(browser.send("/profile/api-credential", Map.of()), "/new-password");
        assertThat(change("not the current one", "a walk along the shore").statusCode())
                .isEqualTo(422);
        assertThat(change(Newcomers.PASSWORD, "Password-2026!").statusCode()).isEqualTo(422);
        assertLeadsTo(change(Newcomers.PASSWORD, "a walk along the shore"), "/secrets");

        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        assertThat(api(credential)).as("the change has ended it").isEqualTo(401);
        browser.open("/new-password");
        assertLeadsTo(browser.open("/new-password"), "/profile/password");
    }

    @Test
    void itStandsAtEveryLaterSignInUntilItIsMetAndNotAfter() {
        Person person = newcomers.settled();
        put("change-password", person.id());
        for (int i = 0; i < 2; i++) {
            Browser next = new Browser();
            next.signIn(person.accountName(), Newcomers.PASSWORD);
            assertLeadsTo(next.open("/secrets"), "/new-password");
        }
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/new-password");
        change(Newcomers.PASSWORD, "a walk along the shore");
        Browser later = new Browser();
        later.signIn(person.accountName(), "a walk along the shore");
        assertThat(later.open("/secrets").statusCode()).isEqualTo(200);
        assertThat(put("change-password", person.id()))
                .as("what was met is no more")
                .isNotEmpty();
        assertLeadsTo(later.open("/secrets"), "/new-password");
    }

    @Test
    void ofAGroupEachMeetsItForHimself() {
        Person one = newcomers.settled();
        Person two = newcomers.settled();
        UUID group = newcomers.group(one.id(), two.id());
        asking.asked(Map.of("action", "change-password", "group", group.toString()));
        browser.signIn(one.accountName(), Newcomers.PASSWORD);
        browser.open("/new-password");
        assertLeadsTo(change(Newcomers.PASSWORD, "a walk along the shore"), "/secrets");
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        Browser other = new Browser();
        other.signIn(two.accountName(), Newcomers.PASSWORD);
        assertLeadsTo(other.open("/secrets"), "/new-password");
    }

    @Test
    void nothingOfItShowsBeforeThePasswordWasRight() {
        Person person = newcomers.settled();
        put("change-password", person.id());
        Response barred = browser.signIn(person.accountName(), "not this one, no");
        Response unknown = new Browser().signIn("nobody-by-that-name", "not this one, no");
        assertThat(barred.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(403);
        assertThat(barred.asString().replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(unknown.asString().replaceAll("value=\"[^\"]*\"", ""));
    }

    private Response change(String current, String password) {
        Map<String, String> form = new HashMap<>(Map.of("current", current, "new", password, "again", password));
        return browser.send("/new-password", form);
    }

    private String put(String action, UUID person) {
        return asking.of(person, action);
    }

    private static int api(String credential) {
        return given().header("Authorization", "Bearer " + credential)
                .get("/api/v1/sessions")
                .statusCode();
    }

    private static void assertLeadsTo(Response answer, String path) {
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(path);
    }
}
