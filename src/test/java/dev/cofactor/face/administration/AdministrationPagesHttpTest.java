// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cofactor.desk.couriers.Postal;
import dev.cofactor.desk.couriers.Receiver;
import dev.cofactor.face.office.Desk;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.MailServer;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WrongClock;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the installation is, whether mail arrives, and where messages are sent, as an administrator has them on pages. */
@QuarkusTest
@TestProfile(Postal.class)
class AdministrationPagesHttpTest {
    private static final String CHANNELS = "/administration/channels";

    private final Desk desk;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    AdministrationPagesHttpTest(Desk desk, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.desk = desk;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theConditionIsSaidAndAClockThatIsOffIsSeen() {
        Browser browser = desk.administrator();
        assertThat(browser.open("/administration").asString())
                .contains("Agree", "PostgreSQL", "Answers", "Entries", "Set up", "apart");
        try (WrongClock wrong = WrongClock.by(Duration.ofSeconds(7))) {
            assertThat(browser.open("/administration").asString())
                    .contains("Differ", "this machine is", "ahead", "No condition on time is met");
        }
    }

    @Test
    void aTestOfMailGoesToWhoeverAsksAndSaysHowItWent() throws Exception {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        Browser browser = desk.at(person);
        assertThat(browser.open("/administration").asString()).contains("There is no mail address beside your name");
        Response nowhere = browser.send("/administration/mail-test", Map.of());
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.asString()).contains("There is no mail address beside your name yet");
        String own = person.accountName() + "@example.org";
        RestAssured.given()
                .header("Authorization", "Bearer " + newcomers.credential(person))
                .contentType("application/json")
                .body(Map.of("address", own))
                .put("/api/v1/people/" + person.id() + "/mail")
                .then()
                .statusCode(204);
        String away = Desk.led(browser.send("/administration/mail-test", Map.of()));
        assertThat(browser.open(away).asString()).contains("The mail server was not reached");
        int port = ConfigProvider.getConfig().getValue("cofactor.mail.port", Integer.class);
        GreenMail server = MailServer.at(port, "smtp");
        server.setUser("cofactor", Postal.PASSWORD);
        server.start();
        try {
            String sent = Desk.led(browser.send("/administration/mail-test", Map.of()));
            assertThat(browser.open(sent).asString()).contains("The mail server took the test");
            assertThat(server.getReceivedMessages())
                    .anySatisfy(mail -> assertThat(mail.getAllRecipients()[0]).hasToString(own));
        } finally {
            server.stop();
        }
        assertThat(entries.of(person.id(), "settings-changed")).hasSize(2);
    }

    @Test
    void aChannelIsMadeTriedSwitchedAndRemovedAndWhereItLeadsIsOnNoPage() {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        Browser browser = desk.at(person);
        browser.open(CHANNELS + "/new");
        try (Receiver receiver = new Receiver();
                CapturedLog captured = new CapturedLog()) {
            Response made = browser.send(
                    CHANNELS + "/new",
                    Map.of("kind", "webhook", "name", "Collector <of security>", "leads", receiver.url()));
            assertThat(made.header("Cache-Control")).isEqualTo("no-store");
            String secret = found("(whsec_[A-Za-z0-9+/]{43}=)", made.asString());
            String at = found("href=\"(" + CHANNELS + "/chn_[0-9a-z]{26})\"", made.asString());
            String page = browser.open(at).asString();
            assertThat(page).contains("Collector &lt;of security&gt;", "On");
            assertThat(Desk.led(browser.send(at + "/test", Map.of()))).endsWith("news=taken");
            assertThat(receiver.got()).hasSize(1);
            receiver.answers(500);
            Response refused = browser.send(at + "/test", Map.of());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.asString()).contains("Whoever is there answered 500.");
            String seen = state(browser, at);
            Desk.led(browser.send(at + "/off", Map.of("state", seen)));
            assertThat(browser.send(at + "/on", Map.of("state", seen)).asString())
                    .contains("changed it meanwhile");
            Desk.led(browser.send(at + "/on", Map.of("state", state(browser, at))));
            Desk.led(browser.send(at + "/name", Map.of("state", state(browser, at), "name", "Another name")));
            String list = browser.open(CHANNELS).asString();
            Desk.led(browser.send(at + "/remove", Map.of("state", state(browser, at))));
            String gone = browser.open(at).asString();
            assertThat(gone).contains("where it led is forgotten").doesNotContain("popovertarget=\"remove\"");
            for (String text : new String[] {page, refused.asString(), list, gone, captured.text()}) {
                assertThat(text).doesNotContain("Zx8_9q").doesNotContain(secret);
            }
        }
    }

    @Test
    void whatWasTypedComesBackButNotWhereItLeads() {
        Browser browser = desk.administrator();
        browser.open(CHANNELS + "/new");
        Response refused = browser.send(
                CHANNELS + "/new", Map.of("kind", "slack", "name", "A \"chat\"", "leads", "ftp://hooks.example/Zx8"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("A URL begins with https", "A &quot;chat&quot;", "value=\"slack\" required checked")
                .doesNotContain("Zx8");
    }

    @Test
    void whoMayNotEditSettingsIsRefusedOnEachPage() {
        Person person = newcomers.settled();
        Browser browser = desk.at(person);
        for (String path : new String[] {"/administration", CHANNELS, CHANNELS + "/new", "/administration/keys"}) {
            assertThat(browser.open(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(browser.send("/administration/mail-test", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(5);
        assertThat(browser.open("/secrets").asString()).doesNotContain("/administration");
    }

    private static String state(Browser browser, String at) {
        return found("name=\"state\" value=\"([^\"]+)\"", browser.open(at).asString());
    }

    private static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
