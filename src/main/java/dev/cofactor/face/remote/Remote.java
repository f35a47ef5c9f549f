// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

import dev.cofactor.ground.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** {@code cofactor policy …}, {@code cofactor import …} and {@code cofactor audit export}. */
public final class Remote {
    public static final String USAGE_TEXT = """
            usage: cofactor policy diff FILE|-    say what putting these rules in force would change
                   cofactor policy test FILE|-    say whether they keep what the rules must keep saying
                   cofactor policy apply FILE|- [--edition N]   put them in force, if N is what they were made of
                   cofactor import look FILE… --folder FOLDER --template TEMPLATE [--format FORMAT] [--password FILE]
                                                  say what would become of each entry of another program's export
                   cofactor import take FILE… …the same… --plan PLAN [--entries 1,4]   take them in, as they were shown
                   cofactor audit export FILE --origin ORIGIN --key KEY   fetch the log, and verify it while it comes

            with COFACTOR_URL, and a token in COFACTOR_TOKEN_FILE or COFACTOR_TOKEN
            """;

    private final Map<String, String> environment;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final RandomGenerator random;

    public Remote(
            Map<String, String> environment, InputStream in, PrintStream out, PrintStream err, RandomGenerator random) {
        this.environment = Map.copyOf(environment);
        this.in = in;
        this.out = out;
        this.err = err;
        this.random = random;
    }

    /** @param words of the command line, the first of them {@code policy}, {@code import} or {@code audit} */
    public int run(String... words) {
        List<String> all = List.of(words);
        if (all.contains("--help")) {
            out.print(USAGE_TEXT);
            return 0;
        }
        try {
            String data = done(all);
            out.write(data.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return 0;
        } catch (Ended e) {
            return say(e.exit(), String.valueOf(e.getMessage()));
        } catch (Problem e) {
            return say(Ended.UNEXPECTED, String.valueOf(e.getMessage()));
        } catch (InvalidPathException | UncheckedIOException | IOException e) {
            return say(Ended.UNEXPECTED, "the file cannot be read or written");
        }
    }

    private String done(List<String> words) throws Ended, IOException {
        String command = words.size() < 3 ? "" : words.get(0) + " " + words.get(1);
        List<String> options = words.size() < 3 ? List.of() : words.subList(3, words.size());
        return switch (command) {
            case "policy diff" -> alone(words).diff();
            case "policy test" -> alone(words).test();
            case "policy apply" -> policies(words).apply(options);
            case "import look" -> imports(words).look();
            case "import take" -> imports(words).take();
            case "audit export" ->
                AuditExport.of(Server.of(environment), options, random).to(words.get(2));
            default -> throw misused();
        };
    }

    private Policies policies(List<String> words) throws Ended, IOException {
        return new Policies(Server.of(environment), Policies.read(words.get(2), in), err);
    }

    private Imports imports(List<String> words) throws Ended {
        return Imports.of(Server.of(environment), words.subList(2, words.size()), random);
    }

    private Policies alone(List<String> words) throws Ended, IOException {
        if (words.size() != 3) {
            throw misused();
        }
        return policies(words);
    }

    static Ended misused() {
        return new Ended(Ended.USAGE, "that is no way to call it\n" + USAGE_TEXT.stripTrailing());
    }

    private int say(int exit, String why) {
        err.print("cofactor: " + why + "\n");
        return exit;
    }
}
