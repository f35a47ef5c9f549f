// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The PostgreSQL that comes along, in the data folder: durable, on loopback, by password. It stands in a session of its
 * own (pg_ctl sees to that), so the Ctrl-C that stops the server does not stop the database under its last requests.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final PostgresFolder folder;
    private final Programs programs;
    private final Passwords passwords;
    private final Path log;
    private int port;

    private EmbeddedPostgres(PostgresFolder folder, Programs programs, Passwords passwords, Path log) {
        this.folder = folder;
        this.programs = programs;
        this.passwords = passwords;
        this.log = log;
    }

    /** A role to sign in to the database with. */
    public record Login(String role, String password) {
        @Override
        public String toString() {
            return "Login[" + role + "]";
        }
    }

    public static EmbeddedPostgres start(DataFolder data) {
        Leftovers.clear(data);
        Programs programs = new Programs(Binaries.unpackedIn(data).home().resolve("bin"));
        PostgresFolder folder = new PostgresFolder(data.resolve(PostgresFolder.NAME), programs);
        Passwords passwords = passwords(data, folder);
        if (!folder.exists()) {
            folder.create(passwords);
        }
        folder.mustBeWhole();
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, programs, passwords, data.resolve("postgres.log"));
        postgres.forgetPid();
        postgres.launch();
        return postgres;
    }

    /** SCRAM proves the server to us as well; without requireAuth a stranger on our port could ask for the bare password. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Passwords.DATABASE
                + "?sslmode=disable&requireAuth=scram-sha-256";
    }

    public Login owner() {
        return new Login(Passwords.OWNER, passwords.owner());
    }

    public Login server() {
        return new Login(Passwords.SERVER, passwords.server());
    }

    /** The database's superuser, for the tests that play one. */
    public Login superuser() {
        return new Login(Passwords.SUPERUSER, passwords.superuser());
    }

    @Override
    public void close() {
        if (!control("stop", "-m", "fast").fine()) {
            control("stop", "-m", "immediate"); // durable all the same: it recovers from its log at the next start
        }
    }

    private static Passwords passwords(DataFolder data, PostgresFolder folder) {
        Path file = data.resolve("database.properties");
        try {
            if (Files.exists(file)) {
                Passwords passwords = Passwords.readFrom(file);
                if (!passwords.complete()) {
                    throw folder.damaged(file + " does not hold the database's passwords");
                }
                return passwords;
            }
        } catch (IOException e) {
            throw DiskFaults.explain("read", file, e);
        }
        if (folder.exists()) {
            throw folder.damaged(file + " with the database's passwords is missing");
        }
        Passwords passwords = Passwords.fresh(new SecureRandom());
        passwords.writeTo(file);
        return passwords;
    }

    /** Nobody works here now, so a pid file is from before a reboot, and its number may be somebody else's. */
    private void forgetPid() {
        try {
            Files.deleteIfExists(folder.path().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw DiskFaults.explain("tidy up", folder.path(), e);
        }
    }

    private void launch() {
        port = freePort();
        rotateLog();
        Programs.Outcome outcome = control("start", "-l", log.toString(), "-o", options());
        if (!outcome.fine()) {
            throw explain();
        }
    }

    /** Every promise about durability is said here again, whatever postgresql.conf says. */
    private String options() {
        return String.join(
                " ",
                "-c listen_addresses=127.0.0.1",
                "-c port=" + port,
                "-c unix_socket_directories=''",
                "-c fsync=on",
                "-c full_page_writes=on",
                "-c synchronous_commit=on",
                "-c password_encryption=scram-sha-256",
                "-c max_connections=60",
                "-c shared_buffers=64MB",
                "-c timezone=UTC",
                // An error must not carry a value into the log: neither the statement nor the "Key (...)=(...)" detail.
                "-c log_min_error_statement=panic",
                "-c log_error_verbosity=terse");
    }

    private Programs.Outcome control(String verb, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(verb, "-D", folder.path().toString(), "-w", "-t", "60"));
        arguments.addAll(List.of(more));
        return programs.run("pg_ctl", arguments, "");
    }

    private CannotStart explain() {
        try {
            String said = Files.readString(log);
            if (said.contains(DiskFaults.NO_SPACE)) {
                return DiskFaults.full(folder.path());
            }
            if (said.contains("Address already in use")) {
                return new CannotStart("the port the database was to listen on was taken meanwhile: start again");
            }
            return new CannotStart(
                    "the database in " + folder.path() + " does not start (" + new Programs.Outcome(1, said).reason()
                            + "): see " + log + ", or put a copy of the data folder back");
        } catch (IOException e) {
            return DiskFaults.explain("read", log, e);
        }
    }

    /** This run's log and the one before it: enough to explain a failed start, and it cannot grow for ever. */
    private void rotateLog() {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw DiskFaults.explain("begin", log, e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("no free port on 127.0.0.1 for the database: " + e.getMessage(), e);
        }
    }
}
