// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.identity.MailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jboss.logging.Logger;

/** Hands mail to the server that is set up, in plain text. A password that is wrong, or a server that is away, is waited out. */
@ApplicationScoped
class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final String MILLIS = Long.toString(Carrier.DEADLINE.toMillis());

    private final MailConfig config;
    private final Clock clock;

    Postman(MailConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    boolean isSetUp() {
        return config.host().isPresent();
    }

    Outcome send(MailAddress to, Letters.Parcel parcel) {
        if (!isSetUp()) {
            return Outcome.away("mail-not-set-up");
        }
        try {
            hand(new InternetAddress(to.value(), true), parcel);
            return Outcome.sent();
        } catch (AuthenticationFailedException e) {
            return failed("mail-login-refused");
        } catch (SendFailedException e) {
            return e.getInvalidAddresses() == null || e.getInvalidAddresses().length == 0
                    ? Outcome.later("mail-refused")
                    : Outcome.never("mail-address-refused");
        } catch (MessagingException | IOException e) {
            return failed("mail-unreachable");
        }
    }

    /** What the server said is not repeated: it may quote the address. */
    private static Outcome failed(String why) {
        LOG.warnf("mail could not be handed over (%s)", why);
        return Outcome.away(why);
    }

    private void hand(InternetAddress to, Letters.Parcel parcel) throws MessagingException, IOException {
        Session session = Session.getInstance(properties());
        Named mail = new Named(session, parcel.id() + "@" + sender().substring(sender().indexOf('@') + 1));
        mail.setFrom(new InternetAddress(sender(), true));
        mail.setRecipient(RecipientType.TO, to);
        mail.setSubject("Cofactor: " + parcel.said().title(), UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(text(parcel), UTF_8.name());
        mail.saveChanges();
        try (Transport transport =
                session.getTransport(config.security() == MailConfig.Security.TLS ? "smtps" : "smtp")) {
            transport.connect(
                    config.host().orElseThrow(),
                    config.port(),
                    config.username().orElse(null),
                    password().orElse(null));
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    static String text(Letters.Parcel parcel) {
        return parcel.said().text() + "\n\nSee " + parcel.link()
                + "\n\nOpening it changes nothing. Nobody who writes for Cofactor asks for a code or a password.\n";
    }

    private String sender() {
        return config.from().orElseThrow();
    }

    private Optional<String> password() throws IOException {
        return config.passwordFile().isPresent()
                ? Optional.of(Files.readString(config.passwordFile().get()).strip())
                : Optional.empty();
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        Optional<SSLSocketFactory> own = MailTrust.in(config.caFile());
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.put(protocol + "connectiontimeout", MILLIS);
            properties.put(protocol + "timeout", MILLIS);
            properties.put(protocol + "writetimeout", MILLIS);
            properties.put(protocol + "ssl.checkserveridentity", "true");
            properties.put(protocol + "auth", Boolean.toString(config.username().isPresent()));
            own.ifPresent(factory -> properties.put(protocol + "ssl.socketFactory", factory));
        }
        String starttls = Boolean.toString(config.security() == MailConfig.Security.STARTTLS);
        properties.put("mail.smtp.starttls.enable", starttls);
        properties.put("mail.smtp.starttls.required", starttls);
        return properties;
    }

    /** Its id is the message's, the same at every attempt: a second copy is known by it. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
