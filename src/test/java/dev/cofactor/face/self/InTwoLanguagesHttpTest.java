// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Authenticator;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages speak the language of whoever asked, as far as it is written; what comes into a message stays text in every one. */
@QuarkusTest
class InTwoLanguagesHttpTest {
    private static final String HERE = "/profile/one-time-password";
    private static final String GERMAN = "fr, de-AT;q=0.8, en;q=0.5";
    private static final Pattern KEY = Pattern.compile("id=\"key\" class=\"token\">([A-Z2-7 ]{39})<");
    private static final Pattern SET = Pattern.compile("name=\"set\" value=\"([0-9a-f-]{36})\"");
    private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"a\" 'b' {shell.csrf} \u05d0\u05d1";
    private static final String HARMLESS =
            "&lt;img src=x onerror=alert(1)&gt; &amp; &quot;a&quot; &#39;b&#39; {shell.csrf} \u05d0\u05d1";

    private final Newcomers newcomers;

    InTwoLanguagesHttpTest(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    private static Browser understands(String languages) {
        Browser browser = new Browser();
        browser.understands(languages);
        return browser;
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private Browser signedIn(String languages) {
        Browser browser = understands(languages);
        browser.signIn(newcomers.settled().accountName(), Newcomers.PASSWORD);
        return browser;
    }

    /** @return the page with the recovery codes */
    private static String named(String label, Browser browser) {
        browser.open(HERE + "/add").then().statusCode(200);
        browser.send(HERE + "/add", Map.of("label", label)).then().statusCode(303);
        Authenticator app =
                new Authenticator(found(KEY, browser.open(HERE + "/add").asString()));
        return browser.send(HERE + "/add/prove", Map.of("code", app.code(0))).asString();
    }

    @Test
    void aPageSpeaksTheDearestLanguageThatIsThereAndSaysWhichItIs() {
        assertThat(understands(GERMAN).open("/sign-in").asString())
                .contains("<html lang=\"de\">", "<title>Anmelden · Cofactor</title>", "aria-label=\"passwort zeigen\"")
                .doesNotContain("Sign in");
        for (String languages : new String[] {"", "en-GB, de;q=0.9", "fr", "de;q=0"}) {
            assertThat(understands(languages).open("/sign-in").asString())
                    .as(languages)
                    .contains(
                            "<html lang=\"en\">", "<title>Sign in · Cofactor</title>", "aria-label=\"Show password\"");
        }
    }

    @Test
    void whatALanguageDoesNotSayIsSaidInEnglish() {
        assertThat(understands(GERMAN).open("/sign-in?state=signed-out").asString())
                .contains("Anmelden", "You are signed out.");
    }

    @Test
    void soDoThePagesOfFailures() {
        Response nowhere = understands(GERMAN).open("/nowhere/at/all");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.asString()).contains("<html lang=\"de\">", "<h1>Hier ist nichts</h1>");
        Response notOne =
                signedIn(GERMAN).open("/profile/one-time-password/apps/" + new java.util.UUID(1, 2) + "/remove");
        assertThat(notOne.statusCode()).isEqualTo(404);
        assertThat(notOne.asString()).contains("<h1>Hier ist nichts</h1>");
    }

    @Test
    void soDoSentencesThatAreWordedOutsideOfTemplates() {
        for (Map.Entry<String, String> said : Map.of(
                        GERMAN,
                        "Die Codes gelten erst, wenn du sagst, dass du sie aufbewahrst.",
                        "en",
                        "Codes are good once you say that you keep them.")
                .entrySet()) {
            Browser browser = signedIn(said.getKey());
            String set = found(SET, named("My phone", browser));
            assertThat(browser.send("/profile/recovery-codes/kept", Map.of("set", set))
                            .asString())
                    .contains(said.getValue());
        }
    }

    @Test
    void aMessageSaysTheNumberInTheWayOfItsLanguage() {
        SelfWords english = MessageBundles.get(SelfWords.class);
        SelfWords german = MessageBundles.get(SelfWords.class, Localized.Literal.of("de"));
        assertThat(english.recoveryCodeIsLeft(1)).isEqualTo("1 recovery code is left.");
        assertThat(english.recoveryCodeIsLeft(3)).isEqualTo("3 recovery codes are left.");
        assertThat(german.recoveryCodeIsLeft(1)).isEqualTo("Ein Code ist übrig.");
        assertThat(german.recoveryCodeIsLeft(3)).isEqualTo("3 Codes sind übrig.");
        assertThat(german.profile()).isEqualTo("Profile");
    }

    @Test
    void whatComesIntoAMessageIsEscapedOnceAndNeverReadAsOne() {
        for (Map.Entry<String, String> said : Map.of(GERMAN, HARMLESS + " entfernen", "en", "Remove " + HARMLESS)
                .entrySet()) {
            Browser browser = signedIn(said.getKey());
            named(HOSTILE, browser);
            String list = browser.open(HERE).asString();
            assertThat(list)
                    .contains("aria-label=\"" + said.getValue() + "\"", "<bdi class=\"name\">" + HARMLESS + "</bdi>")
                    .doesNotContain("<img src=x", "&amp;lt;", "&amp;amp;", "&amp;#39;");
            String page = browser.open(found(Pattern.compile("href=\"([^\"]+/remove)\""), list))
                    .asString();
            assertThat(page)
                    .contains("<title>" + said.getValue() + " · Cofactor</title>")
                    .doesNotContain("<img src=x");
        }
    }
}
