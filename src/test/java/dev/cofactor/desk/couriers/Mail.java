// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import com.icegreen.greenmail.util.GreenMail;
import dev.cofactor.fixtures.MailServer;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of mail, for a server on this machine. */
record Mail(
        Optional<String> host,
        int port,
        Security security,
        Optional<Path> caFile,
        Optional<String> from,
        Optional<String> username,
        Optional<Path> passwordFile)
        implements MailConfig {
    static final String FROM = "cofactor@example.org";

    static Mail at(int port, Security security) {
        return new Mail(
                Optional.of("127.0.0.1"),
                port,
                security,
                Optional.empty(),
                Optional.of(FROM),
                Optional.empty(),
                Optional.empty());
    }

    Mail trusting(Path ca) {
        return new Mail(host, port, security, Optional.of(ca), from, username, passwordFile);
    }

    Mail as(Optional<String> name, Optional<Path> file) {
        return new Mail(host, port, security, caFile, from, name, file);
    }

    Mail from(Optional<String> address) {
        return new Mail(host, port, security, caFile, address, username, passwordFile);
    }

    Mail on(String other) {
        return new Mail(Optional.of(other), port, security, caFile, from, username, passwordFile);
    }

    static GreenMail server(int port, String protocol) {
        GreenMail server = MailServer.at(port, protocol);
        server.start();
        return server;
    }
}
