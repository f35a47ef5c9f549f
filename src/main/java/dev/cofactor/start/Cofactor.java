// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.start.embedded.CannotStart;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;

/** The main class: reads the first word, starts that mode, and turns what stops it into one line and an exit code. */
@QuarkusMain
public final class Cofactor {
    static final int FINE = 0;
    static final int UNEXPECTED = 1;
    static final int USAGE = 2;

    private static final String USAGE_TEXT =
            """
            usage: cofactor                       run the server
                   cofactor migrate               bring the database's schema up to date, as its owner
                   cofactor admin create NAME     make the first administrator; prints a password good for setting one
                   cofactor --version | --help
            """;

    private Cofactor() {}

    public static void main(String... args) {
        int exit = run(System.out, System.err, args);
        if (exit != FINE) {
            System.exit(exit);
        }
    }

    private static int run(PrintStream out, PrintStream err, String... args) {
        try {
            return switch (String.join(" ", args)) {
                case "" -> serve(out);
                case "migrate" -> Production.migrate(Settings.read());
                case "--help", "help" -> say(out, USAGE_TEXT);
                case "--version" -> say(out, "cofactor " + version() + "\n");
                default -> admin(out, err, args);
            };
        } catch (CannotStart e) {
            err.println("cofactor: " + e.getMessage());
            return UNEXPECTED;
        }
    }

    private static int serve(PrintStream out) {
        Settings settings = Settings.read();
        return settings.evaluation() ? Evaluation.serve(settings, out) : Production.serve(settings);
    }

    private static int admin(PrintStream out, PrintStream err, String... args) {
        if (args.length == 3 && args[0].equals("admin") && args[1].equals("create")) {
            return Production.createAdministrator(Settings.read(), args[2], out);
        }
        err.print(USAGE_TEXT);
        return USAGE;
    }

    private static int say(PrintStream out, String text) {
        out.print(text);
        return FINE;
    }

    private static String version() {
        String version = Cofactor.class.getPackage().getImplementationVersion();
        return version == null ? "in development" : version;
    }
}
