// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static java.util.jar.Attributes.Name.IMPLEMENTATION_TITLE;
import static java.util.jar.Attributes.Name.IMPLEMENTATION_VERSION;

import dev.cofactor.face.cli.BundleCommand;
import dev.cofactor.face.cli.Verify;
import dev.cofactor.face.remote.Remote;
import dev.cofactor.ground.unlocking.RootKeyFile;
import dev.cofactor.ledger.notary.LogKeyFile;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/** The main class: reads the first word, starts that mode, and turns what stops it into one line and an exit code. */
@QuarkusMain
public final class Cofactor {
    static final int FINE = 0;
    static final int UNEXPECTED = 1;
    static final int USAGE = 2;

    private static final long LONGEST_FAREWELL_SECONDS = 120;

    /** What is done over HTTP, at a server that is somewhere else. */
    private static final Set<String> REMOTE = Set.of("policy", "import", "audit");

    private static final String USAGE_TEXT = """
            usage: cofactor                       run the server
                   cofactor migrate               bring the database's schema up to date, as its owner
                   cofactor admin create NAME     make the first administrator; prints a password good for setting one
                   cofactor admin recover NAME    let somebody back as an administrator, on the log first; prints such a password
                   cofactor admin recover --new NAME   the same for somebody who is to be made
                   cofactor admin recover --restored   what a database that was put back from a copy says of itself
                   cofactor admin recover --confirm EDITION   that it was looked at: codes leave it again
                   cofactor signer                sign the log; apart from the server, with COFACTOR_LOG_KEY_FILE
                   cofactor log-key create FILE   make the key that signs the log; prints what verifiers must know of it
                   cofactor log-key show FILE     print what verifiers must know of it, under the log's present name
                   cofactor log-key checkpoint FILE   print the last checkpoint that was signed with it
                   cofactor log reopen CHECKPOINT begin a new log after a restore, as the schema's owner
                   cofactor key create FILE       make a root key; keep a copy of it apart from the database's backups
                   cofactor verify --help         verify an export, a receipt or a served log; needs no server
                   cofactor policy --help         compare, try and put in force rules that are kept elsewhere, over HTTPS
                   cofactor import --help         take in what other programs have exported, over HTTPS
                   cofactor audit --help          fetch the log and verify it while it comes, over HTTPS
                   cofactor bundle --help         open a disaster bundle, or make a holder's key; needs no server
                   cofactor --version | --help
            """;

    private static volatile boolean stopping;

    private Cofactor() {}

    public static void main(String... args) {
        CountDownLatch finished = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(finished), "last"));
        int exit;
        try {
            exit = run(System.out, System.err, args);
        } finally {
            finished.countDown();
        }
        if (exit != FINE) {
            System.exit(exit);
        }
    }

    /** After a SIGTERM the JVM ends when its hooks have: this one waits until the database has stopped, last of all. */
    private static void await(CountDownLatch finished) {
        stopping = true;
        try {
            if (!finished.await(LONGEST_FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("cofactor: the database did not stop in time; it recovers at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(PrintStream out, PrintStream err, String... args) {
        if (args.length > 0 && args[0].equals("verify")) { // before anything of the server's is loaded
            return new Verify(System.in, out, err, new SecureRandom()).run(args);
        }
        if (args.length > 0 && REMOTE.contains(args[0])) {
            return new Remote(System.getenv(), System.in, out, err, new SecureRandom()).run(args);
        }
        if (args.length > 0 && args[0].equals("bundle")) { // what it opens is for when there is no server
            return new BundleCommand(out, err, Clock.systemUTC(), new SecureRandom()).run(args);
        }
        try {
            return switch (String.join(" ", args)) {
                case "" -> serve(out);
                case "migrate" -> Production.migrate(Settings.read());
                case "admin recover --restored" -> Production.recover(Settings.read(), AdminCommand.How.LOOK, "");
                case "signer" -> Production.sign(Settings.read());
                case "--help", "help" -> say(out, USAGE_TEXT);
                case "--version" -> say(out, "cofactor " + version() + "\n");
                default -> words(err, args);
            };
        } catch (RuntimeException e) {
            if (!stopping) { // who stops it while it starts knows why it does not
                err.println("cofactor: " + StartFaults.explain(e).getMessage());
            }
            return UNEXPECTED;
        }
    }

    private static int serve(PrintStream out) {
        Settings settings = Settings.read();
        return settings.evaluation() ? Evaluation.serve(settings, out) : Production.serve(settings);
    }

    private static int words(PrintStream err, String... args) {
        if (args.length == 4) {
            return switch (args[0] + " " + args[1] + " " + args[2]) {
                case "admin recover --new" -> Production.recover(Settings.read(), AdminCommand.How.ADD, args[3]);
                case "admin recover --confirm" ->
                    Production.recover(Settings.read(), AdminCommand.How.CONFIRM, args[3]);
                default -> misused(err);
            };
        }
        if (args.length != 3) {
            return misused(err);
        }
        return switch (args[0] + " " + args[1]) {
            case "admin create" -> Production.createAdministrator(Settings.read(), args[2]);
            case "admin recover" -> Production.recover(Settings.read(), AdminCommand.How.LET_BACK, args[2]);
            case "log-key create" -> say(System.out, Production.createLogKey(Settings.read(), Path.of(args[2])));
            case "log-key show" -> say(System.out, Production.showLogKey(Settings.read(), Path.of(args[2])));
            case "log-key checkpoint" -> say(System.out, lastCheckpoint(Path.of(args[2])));
            case "log reopen" -> say(System.out, Production.reopenLog(Settings.read(), Path.of(args[2])));
            case "key create" -> createRootKey(args[2]);
            default -> misused(err);
        };
    }

    private static String lastCheckpoint(Path key) {
        return LogKeyFile.lastCheckpoint(key, Settings.read().log().headFile());
    }

    private static int createRootKey(String file) {
        RootKeyFile.create(Path.of(file), new SecureRandom());
        return FINE;
    }

    private static int misused(PrintStream err) {
        err.print(USAGE_TEXT);
        return USAGE;
    }

    /** UTF-8 whatever the locale: a signed note with another dash is no note. */
    private static int say(PrintStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return FINE;
    }

    /** Written where the server is packaged, into the first archive on the class path. */
    private static String version() {
        try (InputStream manifest = ClassLoader.getSystemResourceAsStream("META-INF/MANIFEST.MF")) {
            Attributes packaged = manifest == null ? new Attributes() : new Manifest(manifest).getMainAttributes();
            return "cofactor".equals(packaged.getValue(IMPLEMENTATION_TITLE))
                    ? packaged.getValue(IMPLEMENTATION_VERSION)
                    : "in development";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
