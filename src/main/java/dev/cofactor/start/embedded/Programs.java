// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs PostgreSQL's own programs, as root too: those refuse to run as root, and a user namespace hides from them that we are. */
final class Programs {
    private static final int PATIENCE_SECONDS = 120;
    private static final Pattern TELLING = Pattern.compile(".*(FATAL|PANIC|error:|initdb:|unshare:|not found).*");

    private final Path bin;
    private final boolean root;

    Programs(Path bin) {
        this.bin = bin;
        this.root = "root".equals(System.getProperty("user.name"));
    }

    /** How a program ended, and all that it said. */
    record Outcome(int exit, String said) {
        boolean fine() {
            return exit == 0;
        }

        /** The line that explains a failure, or the last one. */
        String reason() {
            List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
            return lines.stream()
                    .filter(line -> TELLING.matcher(line).matches())
                    .findFirst()
                    .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast())
                    .strip();
        }
    }

    Outcome run(String program, List<String> arguments, String input) {
        List<String> line = new ArrayList<>();
        if (root) {
            line.addAll(List.of("unshare", "--user", "--"));
        }
        line.add(bin.resolve(program).toString());
        line.addAll(arguments);
        try {
            return finish(new ProcessBuilder(line).redirectErrorStream(true), input);
        } catch (IOException e) {
            throw new CannotStart(
                    "cannot run PostgreSQL's " + program + ": " + rootAdvice(String.valueOf(e.getMessage())), e);
        }
    }

    private Outcome finish(ProcessBuilder builder, String input) throws IOException {
        // What it prints and which characters it accepts must not depend on the caller's language or time zone.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, said + "\nno answer within " + PATIENCE_SECONDS + " s");
            }
            return new Outcome(process.exitValue(), rootAdvice(said));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return new Outcome(-1, said + "\ninterrupted");
        }
    }

    private String rootAdvice(String said) {
        return root && said.contains("unshare")
                ? said.strip() + " (PostgreSQL refuses root, and this machine forbids user namespaces:"
                        + " start Cofactor as an ordinary user)"
                : said;
    }
}
