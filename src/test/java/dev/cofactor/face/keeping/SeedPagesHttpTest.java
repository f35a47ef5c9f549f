// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secrets and seeds as they come in on pages, from people who mean well and from others. */
@QuarkusTest
class SeedPagesHttpTest {
    private static final String KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    private static final String LINK = "otpauth://totp/Example:team?secret=" + KEY + "&issuer=Example";

    private static final Pattern FIELD = Pattern.compile("field-fie_[0-9a-z]{26}");

    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    SeedPagesHttpTest(Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private static Browser browser(Person person) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open("/secrets/new?template=OTP only").then().statusCode(200);
        return browser;
    }

    private static Map<String, String> form(Browser browser, String name) {
        String page = browser.open("/secrets/new?template=OTP only").asString();
        Matcher field = FIELD.matcher(page);
        assertThat(field.find()).isTrue();
        String account = field.group();
        return new HashMap<>(Map.of("template", "OTP only", "name", name, "folder", "own", account, "somebody"));
    }

    /** @return the page of its seed */
    private static String added(Browser browser) {
        Response added = browser.send("/secrets/new", form(browser, Shelf.fresh()));
        added.then().statusCode(303);
        String page = added.header("Location").replaceFirst("^https?://[^/]+", "");
        browser.open(page).then().statusCode(200);
        return page;
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).contentType("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.asString()).doesNotContain(KEY);
    }

    @Test
    void whatIsTypedComesBackWithTheReasonAndNothingSealed() {
        Browser browser = browser(newcomers.settled());
        Map<String, String> form = form(browser, "<img src=x onerror=alert(1)>");
        form.put("slug", "Not A Slug!");
        Response again = browser.send("/secrets/new", form);
        again.then().statusCode(422);
        assertThat(again.asString())
                .contains("id=\"fault\"", "value=\"somebody\"", "value=\"Not A Slug!\"")
                .doesNotContain("<img src=x");
        form.put("slug", "");
        browser.send("/secrets/new", form).then().statusCode(303);
        assertThat(browser.open("/secrets").asString())
                .contains("/img-src-x-onerror-alert-1")
                .doesNotContain("<img src=x");
    }

    @Test
    void aFieldOfTenMegabytesIsRefusedUnread() {
        Browser browser = browser(newcomers.settled());
        Map<String, String> form = form(browser, Shelf.fresh());
        form.put("slug", "x".repeat(10_000_000));
        assertThat(browser.send("/secrets/new", form).statusCode()).isIn(400, 413);
    }

    @Test
    void aScreenshotBecomesASeedThatIsNeverShown() {
        Person person = newcomers.settled();
        Browser browser = browser(person);
        String seed = added(browser);
        Response taken = browser.script(seed + "/picture", QrPng.of(LINK));
        taken.then().statusCode(200);
        String proof = taken.jsonPath().getString("next");
        String page = browser.open(proof).asString();
        assertThat(page).contains("Example", "team").doesNotContain(KEY);
        assertThat(entries.of(person.id(), "seed-enrolled")).hasSize(1);
        assertThat(browser.open(seed).statusCode()).isEqualTo(303);
        assertThat(browser.open(seed + "?another").asString()).doesNotContain(KEY);
    }

    @Test
    void ofSeveralCodesOneIsChosen() {
        Browser browser = browser(newcomers.settled());
        String seed = added(browser);
        byte[] both = QrPng.of(LINK, LINK.replace("Example", "Another").replace("JBSW", "KRSX"));
        Response several = browser.script(seed + "/picture", both);
        refused(several, 409, "several-codes");
        assertThat(several.jsonPath().getList("codes.issuer")).containsExactlyInAnyOrder("Example", "Another");
        browser.script(seed + "/picture?choose=2", both).then().statusCode(200);
    }

    @Test
    void whatIsNoSuchPictureIsRefusedAndNotRepeated() {
        Browser browser = browser(newcomers.settled());
        String seed = added(browser) + "/picture";
        refused(browser.script(seed, QrPng.of("https://example.org/?" + KEY)), 400, "qr-not-otp");
        Response text = browser.script(seed, ("no picture " + KEY).getBytes(StandardCharsets.US_ASCII));
        assertThat(text.statusCode()).isEqualTo(400);
        assertThat(text.asString()).doesNotContain(KEY);
        assertThat(browser.script(seed, new byte[0]).statusCode()).isEqualTo(400);
        assertThat(browser.script(seed, Map.of("picture", "x")).statusCode()).isEqualTo(415);
    }

    @Test
    void nobodyEntersASeedIntoAnotherOnesSecret() {
        Person owner = newcomers.settled();
        String seed = added(browser(owner));
        Person other = newcomers.settled();
        Browser browser = browser(other);
        int before = entries.of(other.id(), "request-refused").size();
        browser.open(seed).then().statusCode(404);
        browser.send(seed, Map.of("key", KEY)).then().statusCode(404);
        browser.script(seed + "/picture", QrPng.of(LINK)).then().statusCode(404);
        String proof = seed.replace("/seed", "/proof");
        browser.open(proof).then().statusCode(404);
        browser.send(proof + "/show", Map.of()).then().statusCode(404);
        browser.send(proof + "/confirm", Map.of()).then().statusCode(404);
        browser.send(proof + "/code", Map.of("code", "123456")).then().statusCode(404);
        assertThat(entries.of(other.id(), "request-refused")).hasSize(before + 7);
        assertThat(entries.of(other.id(), "seed-enrolled")).isEmpty();
    }

    @Test
    void whoSignedOutIsLedToTheDoor() {
        Browser browser = browser(newcomers.settled());
        String seed = added(browser);
        browser.send("/sign-out", Map.of()).then().statusCode(303);
        Response late = browser.open(seed);
        late.then().statusCode(303);
        assertThat(late.header("Location")).contains("/sign-in");
    }
}
