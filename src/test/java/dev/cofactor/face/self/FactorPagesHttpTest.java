// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Authenticator;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.QrRead;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One's own factors as they are looked after on pages, by whoever's they are and by others. */
@QuarkusTest
class FactorPagesHttpTest {
    private static final String HERE = "/profile/one-time-password";
    private static final Pattern KEY = Pattern.compile("id=\"key\" class=\"token\">([A-Z2-7 ]{39})<");
    private static final Pattern CODE = Pattern.compile("<li><code>([A-Z2-9]{4}-[A-Z2-9]{4})</code></li>");
    private static final Pattern SET = Pattern.compile("name=\"set\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern APP = Pattern.compile("/apps/([0-9a-f-]{36})/remove");

    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    FactorPagesHttpTest(Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private static Browser signedIn(Person person) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.open(HERE).then().statusCode(200);
        return browser;
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private static Authenticator begun(Browser browser, Map<String, String> form) {
        browser.open(HERE + "/add").then().statusCode(200);
        browser.send(HERE + "/add", form).then().statusCode(303);
        return new Authenticator(found(KEY, browser.open(HERE + "/add").asString()));
    }

    /** @return the page with the recovery codes */
    private static String proved(Browser browser, Authenticator app) {
        Response codes = browser.send(HERE + "/add/prove", Map.of("code", app.code(0)));
        codes.then().statusCode(200).header("Cache-Control", "no-store");
        return codes.asString();
    }

    private static Authenticator enrolled(Browser browser) {
        Authenticator app = begun(browser, Map.of("label", "My phone"));
        String codes = proved(browser, app);
        browser.send("/profile/recovery-codes/kept", Map.of("set", found(SET, codes), "kept", "yes"))
                .then()
                .statusCode(303);
        return app;
    }

    private static Map<String, String> typed(Authenticator app) {
        Clocks.goOn(Duration.ofSeconds(30));
        return Map.of("password", Newcomers.PASSWORD, "code", app.code(0));
    }

    @Test
    void anAppIsAddedByItsPictureOrItsKeyAndTenCodesAreShownOnce() {
        Person person = newcomers.settled();
        Browser browser = signedIn(person);
        assertThat(browser.open(HERE).asString()).contains("No OTP app yet");
        Authenticator app = begun(browser, Map.of("label", "My <phone>"));
        Response page = browser.open(HERE + "/add");
        page.then().header("Cache-Control", "no-store");
        assertThat(page.asString()).contains("My &lt;phone&gt;", "Time-based, 6 digits, every 30 seconds, SHA1");
        assertThat(page.asString()).contains("FreeOTP, Google Authenticator and Microsoft Authenticator");
        Response picture = browser.open(HERE + "/add/picture");
        picture.then().contentType("image/png").header("Cache-Control", "no-store");
        assertThat(QrRead.text(picture.asByteArray()))
                .isEqualTo("otpauth://totp/Cofactor%20cofactor.test:" + person.accountName() + "?secret="
                        + app.key().replace(" ", "")
                        + "&issuer=Cofactor%20cofactor.test&algorithm=SHA1&digits=6&period=30");

        String codes = proved(browser, app);
        assertThat(CODE.matcher(codes).results().map(MatchResult::group))
                .hasSize(10)
                .doesNotHaveDuplicates();
        assertThat(browser.send(HERE + "/add/prove", Map.of("code", app.code(0)))
                        .statusCode())
                .isEqualTo(422);
        browser.open(HERE + "/add/picture").then().statusCode(404);
        assertThat(browser.open(HERE).asString())
                .contains("My &lt;phone&gt;", "You have no recovery codes")
                .doesNotContain(app.key());
    }

    @Test
    void codesCountOnceTheBoxIsTicked() {
        Browser browser = signedIn(newcomers.settled());
        String codes = proved(browser, begun(browser, Map.of("label", "My phone")));
        String kept = "/profile/recovery-codes/kept";
        Response unticked = browser.send(kept, Map.of("set", found(SET, codes)));
        unticked.then().statusCode(422);
        assertThat(unticked.asString()).contains("Codes are good once you say that you keep them");
        assertThat(browser.send(kept, Map.of("set", "nonsense", "kept", "yes")).statusCode())
                .isEqualTo(422);
        assertThat(browser.open(HERE).asString()).contains("You have no recovery codes");
        browser.send(kept, Map.of("set", found(SET, codes), "kept", "yes"))
                .then()
                .statusCode(303);
        assertThat(browser.open(HERE + "?done=kept").asString())
                .contains("10 left", "Your recovery codes are good from now on.");
    }

    @Test
    void othersAreMadeByWhoProvesHimself() {
        Person person = newcomers.settled();
        Browser browser = signedIn(person);
        Authenticator app = enrolled(browser);
        browser.open("/profile/recovery-codes").then().statusCode(200);
        Response wrong = browser.send("/profile/recovery-codes", Map.of("password", "wrong", "code", "secret typed"));
        wrong.then().statusCode(422);
        assertThat(wrong.asString())
                .contains("The current password is not right.")
                .doesNotContain("secret typed", "value=\"wrong\"");
        Response made = browser.send("/profile/recovery-codes", typed(app));
        made.then().statusCode(200).header("Cache-Control", "no-store");
        List<String> codes =
                CODE.matcher(made.asString()).results().map(one -> one.group(1)).toList();
        assertThat(codes).hasSize(10);
        browser.send("/profile/recovery-codes/kept", Map.of("set", found(SET, made.asString()), "kept", "yes"))
                .then()
                .statusCode(303);
        assertThat(entries.of(person.id(), "recovery-codes-kept")).hasSize(2);

        browser.open(HERE + "/disable").then().statusCode(200);
        browser.send(
                        HERE + "/disable",
                        Map.of(
                                "password",
                                Newcomers.PASSWORD,
                                "code",
                                codes.get(4).toLowerCase(Locale.ROOT)))
                .then()
                .statusCode(303);
        assertThat(browser.open(HERE).asString()).contains("No OTP app yet");
    }

    @Test
    void oneOfTwoIsRemovedAndTheLastWithAWarning() {
        Browser browser = signedIn(newcomers.settled());
        Authenticator first = enrolled(browser);
        assertThat(browser.open(HERE + "/add").asString()).contains("Code of your app, or a recovery code");
        browser.send(HERE + "/add", Map.of("label", "Another")).then().statusCode(422);
        Map<String, String> form = new HashMap<>(typed(first));
        form.put("label", "Another");
        Authenticator second = begun(browser, form);
        browser.send(HERE + "/add/prove", Map.of("code", second.code(0))).then().statusCode(303);
        String remove = HERE + "/apps/" + found(APP, browser.open(HERE).asString()) + "/remove";
        assertThat(browser.open(remove).asString()).contains("Your other apps and your recovery codes stay");
        assertThat(browser.send(remove, Map.of("password", Newcomers.PASSWORD, "code", "000000"))
                        .asString())
                .contains("This is not a code that can be used now.");
        browser.send(remove, typed(second)).then().statusCode(303);
        assertThat(browser.open(HERE).asString()).contains("Another", "10 left").doesNotContain("My phone");
        String last = HERE + "/apps/" + found(APP, browser.open(HERE).asString()) + "/remove";
        assertThat(browser.open(last).asString()).contains("It is your only app");
    }

    @Test
    void nobodySeesOrTouchesAnothersApp() {
        Browser owner = signedIn(newcomers.settled());
        Authenticator app = begun(owner, Map.of("label", "My phone"));
        Person thief = newcomers.settled();
        Browser other = signedIn(thief);
        assertThat(other.open(HERE + "/add").asString()).doesNotContain(app.key());
        other.open(HERE + "/add/picture").then().statusCode(404);
        proved(owner, app);
        String remove = HERE + "/apps/" + found(APP, owner.open(HERE).asString()) + "/remove";
        other.open(remove).then().statusCode(404);
        other.send(remove, typed(app)).then().statusCode(404);
        other.open(remove.replaceFirst("[0-9a-f]{12}", "000000000000")).then().statusCode(404);
        assertThat(entries.of(thief.id(), "factor-removed")).hasSize(3);
        assertThat(owner.open(HERE).asString()).contains("My phone");
    }

    @Test
    void aCredentialForProgramsChangesNoFactor() {
        Person person = newcomers.settled();
        Browser program = new Browser();
        program.plant("__Host-cofactor", newcomers.credential(person));
        Response page = program.open(HERE + "/add");
        page.then().statusCode(303);
        assertThat(page.header("Location")).contains("/sign-in");
        assertThat(program.send(HERE + "/add", Map.of("label", "A program")).statusCode())
                .isIn(303, 403);
        assertThat(entries.of(person.id(), "factor-begun")).isEmpty();
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        Browser browser = signedIn(newcomers.settled());
        browser.forge("from-elsewhere");
        browser.send(HERE + "/add", Map.of("label", "A stranger's")).then().statusCode(403);
        assertThat(browser.open(HERE + "/add").asString()).contains("A name for it");
    }

    @Test
    void aFieldThatIsTooLongIsRefusedUnread() {
        Browser browser = signedIn(newcomers.settled());
        begun(browser, Map.of("label", "My phone"));
        assertThat(browser.send(HERE + "/add/prove", Map.of("code", "1".repeat(300_000)))
                        .statusCode())
                .isIn(400, 413);
    }

    @Test
    void whatIsTypedWronglyComesBackWithTheReason() {
        Browser browser = signedIn(newcomers.settled());
        browser.open(HERE + "/add");
        Response unnamed = browser.send(HERE + "/add", Map.of("label", "two\nlines"));
        unnamed.then().statusCode(422);
        assertThat(unnamed.asString()).contains("A name has 1 to 200 characters");
        begun(browser, Map.of("label", "My phone"));
        Response wrong = browser.send(HERE + "/add/prove", Map.of("code", "000000"));
        wrong.then().statusCode(422);
        assertThat(wrong.asString())
                .contains("This is not a code that can be used now.")
                .doesNotContain("000000");
        Clocks.goOn(Duration.ofMinutes(11));
        Response late = browser.send(HERE + "/add/prove", Map.of("code", "000000"));
        assertThat(late.asString()).contains("This waits no more: begin again.");
    }
}
