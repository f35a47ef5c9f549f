// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.icegreen.greenmail.util.GreenMail;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told, by mail: to whom, in which words, and what if the server is not there. */
@QuarkusTest
@TestProfile(Postal.class)
class MailHttpTest {
    private final Errands errands;
    private final Kiosk kiosk;
    private final Rules rules;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Told told;
    private GreenMail server = new GreenMail(new com.icegreen.greenmail.util.ServerSetup[0]);

    MailHttpTest(Errands errands, Kiosk kiosk, Rules rules, Newcomers newcomers, LogEntries entries, Told told) {
        this.errands = errands;
        this.kiosk = kiosk;
        this.rules = rules;
        this.newcomers = newcomers;
        this.entries = entries;
        this.told = told;
    }

    @BeforeEach
    void aServer() {
        server = started(Postal.PASSWORD);
    }

    @AfterEach
    void noServer() {
        server.stop();
    }

    private static GreenMail started(String password) {
        int port = ConfigProvider.getConfig().getValue("cofactor.mail.port", Integer.class);
        GreenMail server = Mail.server(port, "smtp");
        server.setUser("cofactor", password);
        return server;
    }

    private Response mail(UUID person, String address) {
        return errands.asAdministrator().body(Map.of("address", address)).put("/api/v1/people/" + person + "/mail");
    }

    private static String address(Person person) {
        return person.accountName() + "@example.org";
    }

    /** Somebody who gets mail, and has had the first one: that he does. */
    private Person reached() {
        Person person = newcomers.settled();
        mail(person.id(), address(person)).then().statusCode(204);
        assertThat(first(address(person)).said()).contains("Mail comes here from now on");
        return person;
    }

    private record Read(String subject, String said) {}

    private List<Read> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipients(mail).anyMatch(one -> one.toString().equals(address)))
                .map(MailHttpTest::read)
                .toList();
    }

    private static Stream<Address> recipients(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getRecipients(RecipientType.TO));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Read read(MimeMessage mail) {
        try {
            return new Read(mail.getSubject(), mail.getContent().toString());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Read first(String address) {
        return nth(address, 1);
    }

    private Read nth(String address, int number) {
        Waiting.until(
                Receiver.PATIENCE, () -> to(address).size() >= number, () -> "no mail " + number + " to " + address);
        return to(address).get(number - 1);
    }

    @Test
    void aReaderIsToldTheNamesThatHeMayKnowAtThatMomentAndNoOthers() {
        Person person = reached();
        Stand stand = kiosk.counting();
        errands.run("update place set name = 'Zoës „Größe“ 名前' where object = '" + stand.secret() + "'");
        errands.awaitEnd(errands.tell(person.id(), stand.secret()), "sent");
        Read hidden = nth(address(person), 2);
        assertThat(hidden.said()).contains("a secret").doesNotContain("Zoë").doesNotContain(stand.path());
        rules.allow(person.id(), stand.secret(), Verb.SECRET_READ_META);
        UUID message = errands.tell(person.id(), stand.secret());
        errands.awaitEnd(message, "sent");
        Read seen = nth(address(person), 3);
        assertThat(seen.said())
                .contains("Zoës „Größe“ 名前 (" + stand.path() + ")")
                .contains("/secrets/" + PublicId.SECRET.of(stand.secret()));
        assertThat(seen.subject()).isEqualTo(hidden.subject()).isEqualTo("Cofactor: Something of a secret was used");
    }

    @Test
    void withoutAnAddressOrOnceSuspendedWhatIsToldIsANoticeAndNothingElse() {
        Person without = newcomers.settled();
        UUID notice = errands.tell(without.id(), UUID.randomUUID());
        errands.awaitEnd(notice, "kept");
        Person person = reached();
        newcomers.suspend(newcomers.signedIn(person));
        errands.awaitEnd(errands.tell(person.id(), UUID.randomUUID()), "kept");
        assertThat(to(address(person))).hasSize(1);
        assertThat(told.to(without.id())).hasSize(1);
    }

    @Test
    void theAddressThatItWasIsToldOnceAndForgotten() {
        Person person = reached();
        String old = address(person);
        mail(person.id(), "new-" + old).then().statusCode(204);
        assertThat(nth(old, 2).said()).contains("no longer uses this address").doesNotContain("new-");
        assertThat(first("new-" + old).said()).contains("Mail comes here from now on");
        Waiting.until(
                Receiver.PATIENCE,
                () -> errands.one("select count(*) from former_mail where person = '" + person.id() + "'")
                        .equals("0"),
                () -> "it is still known");
        errands.asAdministrator()
                .delete("/api/v1/people/" + person.id() + "/mail")
                .then()
                .statusCode(204);
        assertThat(nth("new-" + old, 2).said()).contains("no longer uses this address");
        errands.asAdministrator().get("/api/v1/people/" + person.id()).then().body("mail", nullValue());
        errands.awaitEnd(errands.tell(person.id(), UUID.randomUUID()), "kept");
        List<LogEntries.Entry> changes = entries.about(person.id(), "person-changed");
        assertThat(changes).hasSize(3).allSatisfy(entry -> assertThat(entry.body().toString())
                .contains("\"mail\"")
                .doesNotContain("example.org"));
        assertThat(told.to(person.id()).stream().filter(row -> row.kind().equals("mail-changed")))
                .as("he reads it in his notices too")
                .hasSize(3);
    }

    @Test
    void anAddressIsShownToWhoeverMayEditPeopleAndNotToOthers() {
        Person person = reached();
        errands.asAdministrator()
                .get("/api/v1/people/" + person.id())
                .then()
                .statusCode(200)
                .body("mail", equalTo(address(person)));
        String other = newcomers.credential(newcomers.settled());
        Kiosk.as(other).get("/api/v1/people/" + person.id()).then().statusCode(403);
        Kiosk.as(other)
                .contentType("application/json")
                .body(Map.of("address", "eve@example.org"))
                .put("/api/v1/people/" + person.id() + "/mail")
                .then()
                .statusCode(403);
        mail(UUID.randomUUID(), "eve@example.org").then().statusCode(404);
    }

    @Test
    void onesOwnStandsOnTheProfile() {
        Person person = reached();
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(browser.open("/profile").asString()).contains("<bdi>" + address(person) + "</bdi>");
        assertThat(browser.open("/notices").asString()).contains("Your mail address was changed");
        Browser other = new Browser();
        other.signIn(newcomers.settled().accountName(), Newcomers.PASSWORD);
        assertThat(other.open("/profile").asString()).contains("You get no mail").doesNotContain(address(person));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eve-4711", "eve-4711@example.org\r\nBcc: x@example.org", "a@b.c, eve-4711@example.org"})
    void anAddressThatIsNoneIsRefusedAndNotRepeated(String address) {
        Response refused = mail(newcomers.settled().id(), address);
        refused.then().statusCode(400).body("code", equalTo("mail-invalid"));
        assertThat(refused.asString()).doesNotContain("4711");
    }

    @Test
    void aServerThatWasAwayOrRefusedThePasswordGetsEverythingLater() {
        Person person = reached();
        server.stop();
        UUID message = errands.tell(person.id(), UUID.randomUUID());
        Waiting.pause(800);
        assertThat(errands.ended(message)).isEmpty();
        server = started("another password");
        Waiting.pause(800);
        assertThat(errands.ended(message)).isEmpty();
        assertThat(server.getReceivedMessages()).isEmpty();
        server.stop();
        server = started(Postal.PASSWORD);
        errands.awaitEnd(message, "sent");
        assertThat(to(address(person))).hasSize(1);
    }

    @Test
    void aFixedAddressIsToldIdsAlone() {
        Errands.Made channel = errands.channel("mail", "oncall@example.org");
        Stand stand = kiosk.counting();
        errands.awaitEnd(errands.tell(channel.id(), stand.secret()), "sent");
        assertThat(first("oncall@example.org").said())
                .contains(PublicId.SECRET.of(stand.secret()))
                .doesNotContain(stand.path());
    }

    @Test
    void healthTellsWhichWayIsBlocked() {
        Person person = reached();
        server.stop();
        errands.tell(person.id(), UUID.randomUUID());
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        String well = "http://localhost:" + port + "/q/health/well";
        Waiting.until(
                Receiver.PATIENCE,
                () -> io.restassured.RestAssured.get(well).asString().contains("mail-unreachable since"),
                () -> "health says " + io.restassured.RestAssured.get(well).asString());
        io.restassured.RestAssured.get(well).then().statusCode(200);
        assertThat(io.restassured.RestAssured.get("http://localhost:" + port + "/q/metrics").asString())
                .contains("cofactor_messages_total")
                .doesNotContain(address(person));
        server = started(Postal.PASSWORD);
        nth(address(person), 1);
        Waiting.until(
                Receiver.PATIENCE,
                () -> !io.restassured.RestAssured.get(well).asString().contains("mail-unreachable"),
                () -> "it is still said");
    }
}
