// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.TestFolder;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An installation whose couriers are quick, may go to this machine, and have a mail server that a test puts there. */
public final class Postal implements QuarkusTestProfile {
    public static final String PASSWORD = "right-4711";

    @Override
    public Map<String, String> getConfigOverrides() {
        Path password = TestFolder.fresh("mail").resolve("password");
        try {
            Files.writeString(password, PASSWORD + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.ofEntries(
                Map.entry("cofactor.outbound.allow-private", "127.0.0.1"),
                Map.entry("cofactor.couriers.look", "PT0.1S"),
                Map.entry("cofactor.couriers.first-retry", "PT0.2S"),
                Map.entry("cofactor.couriers.longest-retry", "PT0.4S"),
                Map.entry("cofactor.mail.host", "127.0.0.1"),
                Map.entry("cofactor.mail.port", Integer.toString(Launch.freePort())),
                Map.entry("cofactor.mail.security", "none"),
                Map.entry("cofactor.mail.from", Mail.FROM),
                Map.entry("cofactor.mail.username", "cofactor"),
                Map.entry("cofactor.mail.password-file", password.toString()));
    }
}
