// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whom mail is entrusted to. Looks at the settings when the server starts: half of them is none, and is told then. */
@ApplicationScoped
class MailTrust {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

    private final MailConfig config;

    MailTrust(MailConfig config) {
        this.config = config;
    }

    void look(@Observes StartupEvent event) {
        check(config);
    }

    static void check(MailConfig config) {
        if (config.host().isEmpty()) {
            return;
        }
        try {
            new InternetAddress(config.from().orElse(""), true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException("cofactor.mail.from must be a mail address: whom mail is from");
        }
        if (config.security() == MailConfig.Security.NONE
                && !HERE.contains(config.host().get())) {
            throw new IllegalArgumentException(
                    "cofactor.mail.security is none, which is for a relay on this machine alone: take starttls or tls");
        }
        if (config.username().isPresent() != config.passwordFile().isPresent()) {
            throw new IllegalArgumentException(
                    "cofactor.mail.username and cofactor.mail.password-file go together: one is missing");
        }
    }

    /** Trusts whoever this file vouches for, and nobody else. */
    static Optional<SSLSocketFactory> in(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream pem = Files.newInputStream(file.get())) {
            KeyStore known = KeyStore.getInstance("PKCS12");
            known.load(null, null);
            int number = 0;
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                known.setCertificateEntry("ca" + number++, one);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return Optional.of(tls.getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate of who vouches for the mail server cannot be read", e);
        }
    }
}
