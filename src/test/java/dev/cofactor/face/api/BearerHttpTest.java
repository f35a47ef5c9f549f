// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Calm;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BearerHttpTest {
    private static final Pattern SHOWN = Pattern.compile("cfp_[A-Za-z0-9_-]{43}");

    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;
    private final Calm calm;
    private final Browser browser = new Browser();

    BearerHttpTest(Newcomers newcomers, LogEntries entries, WholeLog log, Calm calm) {
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
        this.calm = calm;
    }

    @Test
    void aCredentialMadeOnTheProfileOpensTheApiAndIsOnTheLog() {
        Person person = newcomers.settled();
        String credential = made(person);
        assertThat(asked(given().header("Authorization", "Bearer " + credential))
                        .asString())
                .isEqualTo(person.id().toString());
        LogEntries.Entry opened = entries.of(person.id(), "session-opened").getLast();
        assertThat(opened.body().at("/details/method").asText()).isEqualTo("api-credential");
        assertThat(opened.body().toString()).doesNotContain(credential);
    }

    @Test
    void withoutOneTheApiIsShutAndTheAttemptIsOnTheLog() {
        calm.comes();
        long before = log.verify();
        Response refused = asked(given());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("unauthenticated");
        LogEntries.Entry entry = entries.since(before).getLast();
        assertThat(entry.kind()).isEqualTo("request-refused");
        assertThat(entry.body().at("/origin/trace").asText()).isEqualTo(refused.header("X-Request-Id"));
        assertThat(entry.body().at("/actor/kind").asText()).isEqualTo("nobody");
    }

    @Test
    void whatIsNobodysCredentialIsRefusedAlike() {
        String credential = made(newcomers.settled());
        String cookie = browser.cookie(Cookies.SESSION);
        for (String header : List.of(
                "Bearer " + credential.substring(0, credential.length() - 1),
                "Bearer cfp_" + credential,
                "Bearer " + cookie,
                "Bearer cfp_" + cookie,
                "Basic " + credential,
                "Bearer",
                "Bearer ",
                credential,
                "Bearer " + credential + " x",
                "Bearer \u00e9")) {
            assertThat(asked(given().header("Authorization", header)).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
        assertThat(asked(given().header("Authorization", "Bearer " + credential, "Bearer " + credential))
                        .statusCode())
                .isEqualTo(401);
        assertThat(asked(given().cookie(Cookies.SESSION, cookie)).statusCode()).isEqualTo(401);
    }

    @Test
    void aCredentialForProgramsOpensNoPage() {
        String credential = made(newcomers.settled());
        Response page = given().redirects()
                .follow(false)
                .cookie(Cookies.SESSION, credential)
                .get("/secrets");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.header("Location")).contains("/sign-in");
    }

    @Test
    void itEndsWithThePassword() {
        Person person = newcomers.settled();
        String credential = made(person);
        browser.open("/profile/password");
        browser.send(
                "/profile/password",
                Map.of("current", Newcomers.PASSWORD, "new", "a new long one", "again", "a new long one"));
        assertThat(asked(given().header("Authorization", "Bearer " + credential))
                        .statusCode())
                .isEqualTo(401);
    }

    private String made(Person person) {
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/profile");
        Matcher shown =
                SHOWN.matcher(browser.send("/profile/api-credential", Map.of()).asString());
        assertThat(shown.find()).isTrue();
        return shown.group();
    }

    private static Response asked(RequestSpecification request) {
        return request.get("/api/v1/guarded");
    }
}
