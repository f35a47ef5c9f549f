// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.witness.Export;
import dev.cofactor.engine.witness.Receipt;
import dev.cofactor.engine.witness.ServedLog;
import dev.cofactor.engine.witness.Verdict;
import dev.cofactor.ground.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code cofactor verify}: one line of JSON about what was proved, or the first place that lies and an exit code. */
public final class Verify {
    public static final String USAGE_TEXT = """
            usage: cofactor verify export FILE|-  --origin ORIGIN --key KEY [--since CHECKPOINT-FILE]
                   cofactor verify receipt FILE|- --origin ORIGIN --key KEY
                   cofactor verify log URL        --origin ORIGIN --key KEY [--since CHECKPOINT-FILE]

            ORIGIN and KEY are those that `cofactor log-key create` printed, as its operator told you beforehand.
            """;

    private static final int FINE = 0;
    private static final int UNEXPECTED = 1;
    private static final int USAGE = 2;
    private static final int NOT_FOUND = 6;
    private static final int UNREACHABLE = 8;

    private static final int LONGEST_NOTE = 1_000_000;
    private static final int LONGEST_RECEIPT = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final RandomGenerator random;
    private final Duration patience;

    public Verify(InputStream in, PrintStream out, PrintStream err, RandomGenerator random) {
        this(in, out, err, random, PATIENCE);
    }

    /** @param patience how long one answer of a served log may take */
    Verify(InputStream in, PrintStream out, PrintStream err, RandomGenerator random, Duration patience) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.random = random;
        this.patience = patience;
    }

    /**
     * @param words of the command line, the first of them {@code verify}
     * @return the exit code
     */
    public int run(String... words) {
        if (List.of(words).contains("--help")) {
            out.print(USAGE_TEXT);
            return FINE;
        }
        try {
            String proved = verify(VerifyWords.parse(List.of(words)));
            out.write((proved + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return FINE;
        } catch (VerifyWords.Misused e) {
            err.print("cofactor: " + e.getMessage() + "\n" + USAGE_TEXT);
            return USAGE;
        } catch (Problem | Unreachable e) {
            return say(e instanceof Unreachable ? UNREACHABLE : UNEXPECTED, String.valueOf(e.getMessage()));
        } catch (NoSuchFileException | InvalidPathException e) {
            return say(NOT_FOUND, "there is no such file");
        } catch (IOException e) {
            return say(UNEXPECTED, "the file cannot be read");
        } catch (OutOfMemoryError e) {
            return say(UNEXPECTED, "this needs more memory: say how much with COFACTOR_JAVA_OPTIONS=-Xmx1g");
        }
    }

    private int say(int exit, String why) {
        err.print("cofactor: " + why + "\n");
        return exit;
    }

    private String verify(VerifyWords words) throws IOException, VerifyWords.Misused {
        return switch (words.what()) {
            case EXPORT -> {
                Optional<Checkpoint> since = since(words);
                try (InputStream from = open(words.source())) {
                    yield verdict(Export.verify(from, words.pinned(), since, random.nextLong()));
                }
            }
            case RECEIPT -> {
                try (InputStream from = open(words.source())) {
                    byte[] receipt = bounded(from, LONGEST_RECEIPT, "the receipt is too long");
                    yield ProvedJson.of(Receipt.verify(receipt, words.pinned()), words.pinned());
                }
            }
            case LOG -> {
                HttpLog log = HttpLog.at(words.address(), patience);
                yield verdict(ServedLog.verify(log, words.pinned(), since(words)));
            }
        };
    }

    private static String verdict(Verdict verdict) {
        return ProvedJson.of(verdict);
    }

    private static Optional<Checkpoint> since(VerifyWords words) throws IOException {
        if (words.since().isEmpty()) {
            return Optional.empty();
        }
        try (InputStream from = Files.newInputStream(Path.of(words.since().get()))) {
            byte[] note = bounded(from, LONGEST_NOTE, "it is too long");
            return Optional.of(words.pinned().open(note));
        } catch (Problem e) {
            throw new Problem(e.kind(), e.code(), "earlier checkpoint: " + e.getMessage());
        }
    }

    private InputStream open(String source) throws IOException {
        return source.equals("-") ? in : Files.newInputStream(Path.of(source));
    }

    private static byte[] bounded(InputStream from, int longest, String otherwise) throws IOException {
        byte[] bytes = from.readNBytes(longest + 1);
        if (bytes.length > longest) {
            throw new Problem(Problem.Kind.TOO_LARGE, "proof-malformed", otherwise);
        }
        return bytes;
    }
}
