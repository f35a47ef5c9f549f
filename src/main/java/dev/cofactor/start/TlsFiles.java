// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.start.embedded.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.regex.Pattern;

/** Certificate and key are looked at before the server starts, which would explain at length what is the matter with them. */
final class TlsFiles {
    private static final Pattern KEY = Pattern.compile("-----BEGIN (RSA |EC )?PRIVATE KEY-----");

    private TlsFiles() {}

    static void mustBeThere(Settings.Tls tls) {
        tls.certificate().map(Path::of).ifPresent(TlsFiles::mustBeCertificate);
        tls.key().map(Path::of).ifPresent(TlsFiles::mustBeKey);
    }

    private static void mustBeCertificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            if (CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
                throw no("COFACTOR_TLS_CERTIFICATE", file, "holds no certificate");
            }
        } catch (IOException e) {
            throw no("COFACTOR_TLS_CERTIFICATE", file, "cannot be read");
        } catch (CertificateException e) {
            throw no("COFACTOR_TLS_CERTIFICATE", file, "holds no certificate");
        }
    }

    private static void mustBeKey(Path file) {
        try {
            if (!KEY.matcher(Files.readString(file)).find()) {
                throw no("COFACTOR_TLS_KEY", file, "holds no private key without a password");
            }
        } catch (IOException e) {
            throw no("COFACTOR_TLS_KEY", file, "cannot be read");
        }
    }

    private static CannotStart no(String setting, Path file, String why) {
        return new CannotStart(
                setting + " names " + file + ", which " + why + ": it must be a PEM file of this user's");
    }
}
