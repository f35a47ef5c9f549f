// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.TestFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the script as it is packaged, by a shell, with an environment of its own. */
final class Terminal {
    static final Path SCRIPT = Path.of("src/main/resources/script/cofactor.sh").toAbsolutePath();

    private static final String PATH = String.valueOf(System.getenv("PATH"));
    private static final long PATIENCE_SECONDS = 90;

    private final Map<String, String> environment = new TreeMap<>();
    final Path home = TestFolder.fresh("terminal");
    private final List<String> shell;
    private volatile @Nullable Path saying;

    Terminal(String shell) {
        this.shell = List.of(shell.split(" "));
        environment.put("PATH", PATH);
        environment.put("HOME", home.toString());
    }

    /** How it went. */
    record Ended(int exit, String out, String err) {
        Ended is(int expected) {
            assertThat(exit).as(err).isEqualTo(expected);
            return this;
        }
    }

    /** The shells that this machine has; any has the first. */
    static Stream<String> shells() {
        return Stream.of("sh", "dash", "bash --posix", "busybox sh").filter(shell -> isThere(shell.split(" ")[0]));
    }

    private static boolean isThere(String program) {
        return Arrays.stream(PATH.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Terminal at(FakeServer server) {
        return at("sh", server);
    }

    static Terminal at(String shell, FakeServer server) {
        return new Terminal(shell).with("COFACTOR_URL", server.url());
    }

    Terminal with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Ended run(String... words) {
        return run(List.of(), words);
    }

    /** @param options of the shell */
    Ended run(List<String> options, String... words) {
        List<String> all = new ArrayList<>(shell);
        all.addAll(options);
        all.add(SCRIPT.toString());
        all.addAll(List.of(words));
        return ended(all);
    }

    /** A script of somebody's, as it is printed. */
    Ended text(String script) {
        List<String> all = new ArrayList<>(shell);
        all.addAll(List.of("-c", script));
        return ended(all);
    }

    /** What it says while it runs, as soon as it has. */
    String said(Pattern words) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            try {
                Path file = saying;
                Matcher found = words.matcher(file == null ? "" : Files.readString(file, UTF_8));
                if (found.find()) {
                    return found.group(1);
                }
                Thread.sleep(100);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("it does not say that");
    }

    private Ended ended(List<String> command) {
        try {
            Path err = Files.createTempFile(home, "err", "");
            saying = err;
            Path out = Files.createTempFile(home, "out", "");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectError(err.toFile())
                    .redirectOutput(out.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it does not end: " + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
