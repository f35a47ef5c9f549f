// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The server that takes mail. Without a host there is no mail, and what people are told waits in their notices. */
@ConfigMapping(prefix = "cofactor.mail")
interface MailConfig {
    Optional<String> host();

    @WithDefault("587")
    int port();

    /** How the way there is kept private. */
    @WithDefault("starttls")
    Security security();

    /** The certificate, as PEM, of who vouches for that server, where Java does not know him. */
    Optional<Path> caFile();

    /** Whom mail is from. */
    Optional<String> from();

    Optional<String> username();

    /** The file with the password that goes with it, read anew each time. */
    Optional<Path> passwordFile();

    /** How the way to the server is kept private. */
    enum Security {
        /** Asked for first, and nothing is said without it. */
        STARTTLS,
        TLS,
        /** For a relay on this machine alone. */
        NONE
    }
}
