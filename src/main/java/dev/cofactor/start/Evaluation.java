// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.start.embedded.CannotStart;
import dev.cofactor.start.embedded.DataFolder;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One command, no set-up: everything in one folder, everything on this machine only. */
final class Evaluation {
    private static final String LOOPBACK = "127.0.0.1";

    private Evaluation() {}

    static int serve(Settings settings, PrintStream out) {
        if (!Set.of(LOOPBACK, "localhost").contains(settings.host())) {
            throw new CannotStart("without COFACTOR_DATABASE_URL this is an evaluation, which listens on this machine"
                    + " only: leave COFACTOR_HOST out, or set up production (README)");
        }
        String url = "http://localhost:" + settings.port();
        // The folder first: whoever starts it twice is told that it runs, and not that a port is taken.
        try (DataFolder data = DataFolder.open(settings.dataDir(), url)) {
            Ports.mustBeFree(LOOPBACK, settings.port(), "COFACTOR_PORT");
            Ports.mustBeFree(LOOPBACK, settings.management().port(), "COFACTOR_MANAGEMENT_PORT");
            LaunchSettings.decide(server(settings, url));
            LaunchSettings.decide(Map.of(
                    "cofactor.root-key.file", data.path().resolve("root.key").toString()));
            return serve(data, new Welcome(out, url, data.path()));
        }
    }

    private static int serve(DataFolder data, Welcome welcome) {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            LaunchSettings.decide(database(postgres));
            return Server.serve(welcome);
        }
    }

    private static Map<String, String> server(Settings settings, String url) {
        return Map.of(
                "cofactor.evaluation",
                "true",
                "cofactor.url",
                url,
                "quarkus.http.host",
                LOOPBACK,
                "quarkus.http.port",
                Integer.toString(settings.port()),
                "quarkus.management.host",
                LOOPBACK,
                "quarkus.management.port",
                Integer.toString(settings.management().port()),
                // The printed block is what a newcomer reads; below it only what needs attention.
                "quarkus.log.console.level",
                "WARN");
    }

    private static Map<String, String> database(EmbeddedPostgres postgres) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("quarkus.datasource.jdbc.url", postgres.url());
        settings.put("quarkus.datasource.username", postgres.server().role());
        settings.put("quarkus.datasource.password", postgres.server().password());
        settings.put("quarkus.flyway.jdbc-url", postgres.url());
        settings.put("quarkus.flyway.username", postgres.owner().role());
        settings.put("quarkus.flyway.password", postgres.owner().password());
        settings.put("quarkus.flyway.placeholders.server", postgres.server().role());
        settings.put("quarkus.flyway.migrate-at-start", "true");
        return settings;
    }
}
