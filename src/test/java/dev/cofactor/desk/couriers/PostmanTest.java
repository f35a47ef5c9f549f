// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import dev.cofactor.desk.couriers.MailConfig.Security;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.Certificate;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.ground.identity.MailAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail, with a server that is one. */
class PostmanTest {
    private static final MailAddress ANNA = new MailAddress("anna@example.org");
    private static final UUID ID = new UUID(0x0192_d9a0_0000_7000L, 0x8000_0000_0000_0001L);
    private static final String STORE = "greenmail.tls.keystore.file";
    private static final String STORE_PASSWORD = "greenmail.tls.keystore.password";

    private final int port = Launch.freePort();

    @TempDir
    Path folder;

    private GreenMail server = new GreenMail(new com.icegreen.greenmail.util.ServerSetup[0]);

    @AfterEach
    void noServer() {
        server.stop();
        System.clearProperty(STORE);
        System.clearProperty(STORE_PASSWORD);
    }

    private static Letters.Parcel parcel(String text) {
        var said = new Words.Said("Something of a secret was used", text);
        return new Letters.Parcel(
                ID, "something-released", Instant.EPOCH, Map.of(), said, "https://cofactor.example.org/notices");
    }

    private static Outcome send(MailConfig config) {
        return new Postman(config, new Clocks()).send(ANNA, parcel("Zoë hat „Größe“ 名前 🔑 geholt."));
    }

    @Test
    void plainWordsArriveWithAnIdAndWhateverLetters() throws Exception {
        server = Mail.server(port, "smtp");
        Mail here = Mail.at(port, Security.NONE);
        assertThat(send(here)).isEqualTo(Outcome.sent());
        assertThat(send(here)).isEqualTo(Outcome.sent());
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Cofactor: Something of a secret was used");
        assertThat(mail.getContent().toString()).contains("Zoë hat „Größe“ 名前 🔑 geholt.");
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getFrom()[0].toString()).isEqualTo(Mail.FROM);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@example.org>");
        assertThat(server.getReceivedMessages()[1].getMessageID()).isEqualTo(mail.getMessageID());
    }

    @Test
    void aWrongPasswordIsWaitedOutAndReadAnew() throws Exception {
        server = Mail.server(port, "smtp");
        server.setUser("cofactor", "right");
        Path file = Files.writeString(folder.resolve("password"), "wrong-4711\n");
        Mail here = Mail.at(port, Security.NONE).as(Optional.of("cofactor"), Optional.of(file));
        try (CapturedLog log = new CapturedLog()) {
            assertThat(send(here)).isEqualTo(Outcome.away("mail-login-refused"));
            assertThat(log.text())
                    .contains("mail-login-refused")
                    .doesNotContain("4711")
                    .doesNotContain("anna@");
        }
        assertThat(server.getReceivedMessages()).isEmpty();
        Files.writeString(file, "right\n");
        assertThat(send(here)).isEqualTo(Outcome.sent());
    }

    @Test
    void aServerThatIsAwayIsWaitedOut() {
        Mail here = Mail.at(port, Security.NONE);
        assertThat(send(here)).isEqualTo(Outcome.away("mail-unreachable"));
        server = Mail.server(port, "smtp");
        assertThat(send(here)).isEqualTo(Outcome.sent());
    }

    @Test
    void whereNoTlsIsOfferedNothingIsSaid() {
        server = Mail.server(port, "smtp");
        assertThat(send(Mail.at(port, Security.STARTTLS)).isSent()).isFalse();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void onlyAServerThatSomebodyVouchesForIsGivenMail() throws Exception {
        Certificate own = Certificate.in(folder);
        System.setProperty(STORE, folder.resolve("store.p12").toString());
        System.setProperty(STORE_PASSWORD, "changeit");
        server = Mail.server(port, "smtps");
        Mail here = Mail.at(port, Security.TLS);
        assertThat(send(here).isSent()).as("nobody known signed it").isFalse();
        Files.createDirectory(folder.resolve("other"));
        Certificate other = Certificate.in(folder.resolve("other"));
        assertThat(send(here.trusting(other.certificate())).isSent()).isFalse();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(send(here.trusting(own.certificate()))).isEqualTo(Outcome.sent());
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void overStarttlsItArrivesAndNothingOfItIsSaidInTheClear() throws Exception {
        Certificate own = Certificate.in(folder);
        server = Mail.server(port, "smtp");
        server.setUser("cofactor", "right");
        Path password = Files.writeString(folder.resolve("password"), "right\n");
        try (StartTls front = new StartTls("127.0.0.1", folder.resolve("store.p12"), "changeit", port)) {
            Mail here = Mail.at(front.port(), Security.STARTTLS).as(Optional.of("cofactor"), Optional.of(password));
            assertThat(send(here).isSent()).as("nobody known signed it").isFalse();
            assertThat(server.getReceivedMessages()).isEmpty();
            assertThat(send(here.trusting(own.certificate()))).isEqualTo(Outcome.sent());
            assertThat(front.inTheClear()).containsOnly("EHLO", "STARTTLS");
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getContent().toString()).contains("Zoë hat");
    }

    /** Whoever vouches for it vouches for another name. */
    @Test
    void aCertificateForAnotherNameIsNone() throws Exception {
        Certificate own = Certificate.in(folder);
        server = Mail.server(port, "smtp");
        try (StartTls front = new StartTls("127.0.0.2", folder.resolve("store.p12"), "changeit", port)) {
            Mail there = Mail.at(front.port(), Security.STARTTLS).trusting(own.certificate());
            assertThat(send(there.on("127.0.0.2"))).isEqualTo(Outcome.away("mail-unreachable"));
            assertThat(front.inTheClear()).containsOnly("EHLO", "STARTTLS");
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void halfOfTheSettingsAreToldAtTheStart() {
        Mail whole = Mail.at(25, Security.NONE);
        MailTrust.check(whole);
        MailTrust.check(whole.on("localhost"));
        for (Mail half : new Mail[] {
            whole.from(Optional.empty()),
            whole.from(Optional.of("Cofactor <a@example.org>, b@example.org\r\nBcc: c@example.org")),
            whole.on("mail.example.org"),
            whole.as(Optional.of("cofactor"), Optional.empty()),
            whole.as(Optional.empty(), Optional.of(folder))
        }) {
            assertThatThrownBy(() -> MailTrust.check(half))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("cofactor.mail.");
        }
    }
}
