// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.ledger.notary.LogKeyFile;
import dev.cofactor.ledger.notary.NewEpoch;
import dev.cofactor.start.embedded.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Against a database of the operator's. Whatever is unsafe stops it, and all of it is said at once. */
final class Production {
    private static final int LONGEST_NOTE = 64 * 1024;

    /**
     * A database whose machine is gone says nothing, and whoever asked it would wait for a quarter of an hour. What is set in its
     * address outranks this.
     */
    private static final String SILENCE = "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout";

    private static final String SILENCE_SECONDS = "20";

    /** What the launcher alone decides: nobody's environment makes a server of another kind of it. The signer is apart. */
    private static final Map<String, String> SERVER = Map.of("cofactor.mode", "serve", "cofactor.log.signs", "false");

    private Production() {}

    static int serve(Settings settings) {
        refuse(UnsafeSettings.of(settings));
        TlsFiles.mustBeThere(settings.tls());
        Ports.mustBeFree(settings.host(), settings.port(), "COFACTOR_PORT");
        Ports.mustBeFree(settings.management().host(), settings.management().port(), "COFACTOR_MANAGEMENT_PORT");
        LaunchSettings.decide(database(settings, settings.database().server().orElseThrow()));
        LaunchSettings.decide(http(settings));
        LaunchSettings.decide(SERVER);
        return Server.serve(null);
    }

    static int migrate(Settings settings) {
        refuse(UnsafeSettings.ofDatabase(settings, settings.database().owner(), "OWNER_USERNAME"));
        Settings.Login server = settings.database()
                .server()
                .orElseThrow(() -> new CannotStart(
                        "name the server's role with COFACTOR_DATABASE_USERNAME: it is given its rights here"));
        Settings.Login owner = settings.database().owner().orElseThrow();
        if (owner.role().equals(server.role())) {
            throw new CannotStart("owner and server must be two roles: what the server cannot change, nobody who takes"
                    + " over the server can change either");
        }
        LaunchSettings.decide(database(settings, owner));
        LaunchSettings.decide(withoutHttp(settings));
        LaunchSettings.decide(Map.of(
                SILENCE,
                "0", // a migration takes as long as it takes
                "cofactor.mode",
                "migrate",
                "cofactor.log.signs",
                "false",
                "quarkus.flyway.migrate-at-start",
                "true",
                "quarkus.flyway.placeholders.server",
                quoted(server.role())));
        return Server.started(Migrated.class);
    }

    static int createAdministrator(Settings settings, String name) {
        if (settings.evaluation()) {
            throw new CannotStart("an evaluation makes its first administrator by itself; `admin create` is for a"
                    + " database named with COFACTOR_DATABASE_URL");
        }
        decideAsHost(settings);
        return AdminCommand.run(AdminCommand.How.CREATE, name);
    }

    static int recover(Settings settings, AdminCommand.How how, String name) {
        if (settings.evaluation()) {
            throw new CannotStart("an evaluation is not recovered, it is begun anew; `admin recover` is for a database"
                    + " named with COFACTOR_DATABASE_URL");
        }
        decideAsHost(settings);
        return AdminCommand.run(how, name);
    }

    /** For a command that acts as the server does, and serves nobody. */
    private static void decideAsHost(Settings settings) {
        refuse(UnsafeSettings.ofDatabase(settings, settings.database().server(), "USERNAME"));
        LaunchSettings.decide(database(settings, settings.database().server().orElseThrow()));
        LaunchSettings.decide(withoutHttp(settings));
        LaunchSettings.decide(SERVER);
    }

    /** Neither doors nor the root key: whoever takes over the signer can sign, and open nothing. */
    static int sign(Settings settings) {
        mustBeOurs(settings, "signer");
        LaunchSettings.decide(database(settings, settings.database().server().orElseThrow()));
        LaunchSettings.decide(withoutHttp(settings));
        LaunchSettings.decide(
                Map.of("cofactor.mode", "signer", "cofactor.log.signs", "true", "cofactor.log.makes-key", "false"));
        return Server.started(SignerProcess.class);
    }

    /** The database is asked only for its origin, which is the key's name. */
    static String createLogKey(Settings settings, Path file) {
        mustBeOurs(settings, "log-key create");
        return LogKeyFile.create(file, origin(settings)) + "\n";
    }

    /** A key's name is the origin, which another epoch changes. */
    static String showLogKey(Settings settings, Path file) {
        mustBeOurs(settings, "log-key show");
        return LogKeyFile.verifier(file, origin(settings)) + "\n";
    }

    private static String origin(Settings settings) {
        String url = settings.database().url().orElseThrow();
        Settings.Login login = settings.database().server().orElseThrow();
        return DatabaseFaults.ask(url, login, "select origin from log_epoch join log_head using (epoch)");
    }

    /** After a restore, or where the log was stopped: the next thing recorded is the first entry of a new log. */
    static String reopenLog(Settings settings, Path checkpoint) {
        if (settings.evaluation()) {
            throw new CannotStart(
                    "an evaluation is not restored, it is begun anew; `log reopen` is for a database named"
                            + " with COFACTOR_DATABASE_URL");
        }
        refuse(UnsafeSettings.ofDatabase(settings, settings.database().owner(), "OWNER_USERNAME"));
        String url = settings.database().url().orElseThrow();
        Settings.Login owner = settings.database().owner().orElseThrow();
        byte[] note = readAtMost(checkpoint, LONGEST_NOTE);
        return DatabaseFaults.with(url, owner, connection -> NewEpoch.open(connection, note)) + "\n";
    }

    private static byte[] readAtMost(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new CannotStart(file + " cannot be read");
        }
    }

    private static void mustBeOurs(Settings settings, String mode) {
        if (settings.evaluation()) {
            throw new CannotStart("an evaluation signs its log by itself; `" + mode
                    + "` is for a database named with COFACTOR_DATABASE_URL");
        }
        refuse(UnsafeSettings.ofDatabase(settings, settings.database().server(), "USERNAME"));
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new CannotStart(
                    "this would not be safe, so it does not start:\n  - " + String.join("\n  - ", reasons));
        }
    }

    /** For a command that nobody reaches: the server's address is then nobody's concern either. */
    private static Map<String, String> withoutHttp(Settings settings) {
        return Map.of(
                "quarkus.http.host-enabled", "false",
                "quarkus.management.host-enabled", "false",
                "cofactor.url", settings.url().map(URI::toString).orElse("https://cofactor.invalid"));
    }

    private static String quoted(String role) {
        return '"' + role.replace("\"", "\"\"") + '"';
    }

    private static Map<String, String> database(Settings settings, Settings.Login login) {
        String url = settings.database().url().orElseThrow();
        DatabaseFaults.mustAnswer(url, login);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                url,
                "quarkus.datasource.username",
                login.role(),
                "quarkus.datasource.password",
                login.password(),
                SILENCE,
                SILENCE_SECONDS,
                "quarkus.datasource.jdbc.additional-jdbc-properties.connectTimeout",
                "5",
                "quarkus.datasource.jdbc.additional-jdbc-properties.tcpKeepAlive",
                "true",
                "cofactor.evaluation",
                "false");
    }

    private static Map<String, String> http(Settings settings) {
        Map<String, String> http = new TreeMap<>();
        http.put("quarkus.http.host", settings.host());
        http.put("quarkus.management.host", settings.management().host());
        http.put(
                "quarkus.management.port",
                Integer.toString(settings.management().port()));
        settings.tls()
                .certificate()
                .ifPresentOrElse(
                        certificate -> {
                            http.put("quarkus.http.ssl.certificate.files", certificate);
                            http.put(
                                    "quarkus.http.ssl.certificate.key-files",
                                    settings.tls().key().orElseThrow());
                            http.put("quarkus.http.insecure-requests", "disabled");
                            http.put("quarkus.http.ssl-port", Integer.toString(settings.port()));
                        },
                        () -> http.put("quarkus.http.port", Integer.toString(settings.port())));
        settings.proxy().ifPresent(proxies -> {
            http.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            http.put("quarkus.http.proxy.trusted-proxies", proxies);
        });
        return http;
    }
}
