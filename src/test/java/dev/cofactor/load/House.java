// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.load;

import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ground.sealing.SealedSeeds;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** The packaged server with its own database, and those who fetch from it: services with a token each. */
final class House {
    static final int SERVICES = 64;

    private final Launch launch;
    private final SecureRandom random = new SecureRandom();
    private final List<UUID> services = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String administrator = "";

    House(Launch launch) {
        this.launch = launch;
    }

    int port() {
        return launch.port();
    }

    String token(int number) {
        return tokens.get(number % SERVICES);
    }

    UUID service(int number) {
        return services.get(number % SERVICES);
    }

    SealedSeeds seeds() {
        return SealedSeeds.of(owner(), launch.data().resolve("root.key"), random);
    }

    /** Of the database's first process, whose children the others are. */
    long postmaster() {
        return Long.parseLong(postmasterFile().getFirst().strip());
    }

    private List<String> postmasterFile() {
        try {
            return Files.readAllLines(launch.data().resolve("postgres").resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database of the server that runs now: it listens elsewhere after each start. */
    PGSimpleDataSource owner() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database() + "?sslmode=disable");
        source.setUser("cofactor_owner");
        source.setPassword(password("owner"));
        return source;
    }

    private String database() {
        return "jdbc:postgresql://127.0.0.1:" + postmasterFile().get(3).strip() + "/cofactor";
    }

    private String password(String role) {
        try (Reader words = Files.newBufferedReader(launch.data().resolve("database.properties"))) {
            Properties passwords = new Properties();
            passwords.load(words);
            return passwords.getProperty(role);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A second server on the same database, as in production: with the root key of the first. */
    Launch anotherNode(Path data) {
        return Launch.on(data)
                .with(launch.environment())
                .with(Map.of(
                        "COFACTOR_DATABASE_URL",
                        database(),
                        "COFACTOR_DATABASE_USERNAME",
                        "cofactor",
                        "COFACTOR_DATABASE_PASSWORD",
                        password("server"),
                        "COFACTOR_ROOT_KEY_FILE",
                        launch.data().resolve("root.key").toString(),
                        "COFACTOR_URL",
                        "https://cofactor.example.org",
                        "COFACTOR_PROXY",
                        "127.0.0.1"));
    }

    /** Rows as the desks leave them; the server has not asked for any of them yet. */
    UUID furnish() throws SQLException {
        byte[] chance = new byte[32];
        random.nextBytes(chance);
        administrator = "cfp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
        try (Connection connection = owner().getConnection()) {
            UUID person;
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select id from person")) {
                row.next();
                person = row.getObject(1, UUID.class);
            }
            run(connection, "update password set initial = false");
            run(connection, """
                    insert into session (id, token_hash, person, opened_at, idle_until, ends_at, programs, stage, via, asserted,
                                         used_at)
                    values (?, ?, ?, now(), now() + interval '12 hours', now() + interval '12 hours', true, 'full', 'local',
                            false, now())
                    """, UUID.randomUUID(), hash(administrator), person);
            for (int i = 0; i < SERVICES; i++) {
                UUID service = Stock.id();
                ShownToken token = ShownToken.Kind.SERVICE.fresh(random);
                run(
                        connection,
                        "insert into service (id, name, active, created_at) values (?, ?, true, now())",
                        service,
                        "Service " + i);
                run(connection, """
                        insert into token (id, service, label, hash, created_at, expires_at)
                        values (?, ?, 'one', ?, now(), now() + interval '30 days')
                        """, Stock.id(), service, token.hash());
                services.add(service);
                tokens.add(token.value());
            }
            return person;
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends it as the administrator. */
    HttpResponse<String> administer(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + administrator)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    byte[] fetch(int caller, int secret) {
        return post("/api/v1/code/" + Stock.path(secret), token(caller), "{\"wait\":0}");
    }

    private byte[] post(String path, String token, String body) {
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port() + "\r\nAuthorization: Bearer "
                + token
                + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    /** What costs nothing but its way through the server, on a thread of the same kind. */
    byte[] constant() {
        return ("GET /api/v1/time HTTP/1.1\r\nHost: localhost:" + port() + "\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** In megabytes: now, and at the most since its start. */
    static String memory(ServerProcess server) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(server.pid()), "status"))) {
            List<Long> sizes = lines.filter(line -> line.startsWith("VmRSS:") || line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .toList();
            return sizes.getLast() + " MB, at the most " + sizes.getFirst() + " MB";
        }
    }
}
