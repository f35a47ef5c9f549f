// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.escrow.BundleFile;
import dev.cofactor.engine.escrow.Manifest;
import dev.cofactor.engine.escrow.UseFile;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.engine.otp.Otp;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.Step;
import dev.cofactor.face.cli.BundleWords.Wish;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Bundles.HolderKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * {@code cofactor bundle}: makes a holder's key, and opens a disaster bundle where there is no server. What leaves it are codes
 * and backup codes, never a seed; and each is written beside the bundle before it is shown.
 */
public final class BundleCommand {
    public static final String USAGE_TEXT = """
            usage: cofactor bundle key FILE        make your key as a holder; prints what to register at the server
                   cofactor bundle open FILE --key KEYFILE --key KEYFILE...
                                                   list what is in a bundle
                   cofactor bundle open FILE --key KEYFILE --key KEYFILE... --code SECRET
                   cofactor bundle open FILE --key KEYFILE --key KEYFILE... --backup-code SECRET

            SECRET is its path or id; both options may be there more than once. Each use is written into FILE.uses, or
            where --uses says; it must lie there whenever the bundle is opened, and is given to the server afterwards.
            """;

    /** What a holder registers. */
    public static final String PUBLIC = "cofactor-bundle-key-1:";

    private static final int FINE = 0;
    private static final int UNEXPECTED = 1;
    private static final int USAGE = 2;
    private static final int DENIED = 4;
    private static final int NOT_FOUND = 6;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final SecureRandom random;

    public BundleCommand(PrintStream out, PrintStream err, Clock clock, SecureRandom random) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.random = random;
    }

    /** One thing that is to leave: how it is asked for, where it stands, and how it becomes a code. */
    private record Sought(Wish wish, Manifest.Secret secret, UseFile.Use use, Optional<Manifest.BackupCode> code) {}

    /**
     * @param words of the command line, the first of them {@code bundle}
     * @return the exit code
     */
    public int run(String... words) {
        if (List.of(words).contains("--help")) {
            out.print(USAGE_TEXT);
            return FINE;
        }
        try {
            BundleWords asked = BundleWords.parse(List.of(words));
            switch (asked.what()) {
                case KEY -> makeKey(Path.of(asked.file()));
                case OPEN -> open(asked);
            }
            return FINE;
        } catch (VerifyWords.Misused e) {
            err.print("cofactor: " + e.getMessage() + "\n" + USAGE_TEXT);
            return USAGE;
        } catch (Problem e) {
            return say(exit(e), String.valueOf(e.getMessage()));
        } catch (NoSuchFileException | InvalidPathException e) {
            return say(NOT_FOUND, "there is no such file");
        } catch (FileAlreadyExistsException e) {
            return say(UNEXPECTED, "a file of this name is there already, and a key is never overwritten");
        } catch (AccessDeniedException e) {
            return say(
                    UNEXPECTED, "a file may not be read or written here; nothing is shown that cannot be written down");
        } catch (IOException e) {
            return say(UNEXPECTED, "a file cannot be read or written; nothing is shown that cannot be written down");
        }
    }

    private static int exit(Problem problem) {
        return switch (problem.kind()) {
            case FORBIDDEN, UNAUTHENTICATED -> DENIED;
            case NOT_FOUND -> NOT_FOUND;
            case INVALID, CONFLICT, CHANGED_MEANWHILE, TOO_LARGE, CONDITION_MISSING, TOO_MANY, UNAVAILABLE ->
                UNEXPECTED;
        };
    }

    private int say(int exit, String why) {
        err.print("cofactor: " + why + "\n");
        return exit;
    }

    private void makeKey(Path file) throws IOException {
        HolderKey key = HolderKey.generate(random);
        HolderKeyFile.create(file, key);
        print(PUBLIC + HexFormat.of().formatHex(key.holder().bytes()));
        err.print(
                "cofactor: register this line at the server; whoever makes a bundle compares its fingerprint with you:\n"
                        + key.holder().fingerprint() + "\n");
    }

    private void open(BundleWords asked) throws IOException {
        Path path = Path.of(asked.file());
        BundleFile.Read read = BundleFile.read(bounded(path));
        List<HolderKey> keys = new ArrayList<>();
        for (String key : asked.keys()) {
            keys.add(HolderKeyFile.read(Path.of(key)));
        }
        Path beside = Path.of(asked.uses().orElse(asked.file() + ".uses"));
        try (OpenBundle bundle = OpenBundle.of(read, keys)) {
            if (asked.wishes().isEmpty()) {
                list(bundle, UsesBeside.look(beside, bundle.uses()));
            } else {
                use(bundle, asked.wishes(), beside);
            }
        }
    }

    private static byte[] bounded(Path path) throws IOException {
        try (InputStream from = Files.newInputStream(path)) {
            return from.readNBytes(BundleFile.LONGEST + 1);
        }
    }

    private void list(OpenBundle bundle, UseFile uses) {
        for (Manifest.Secret secret : bundle.manifest().secrets()) {
            long left = secret.codes().stream()
                    .filter(code -> !uses.values().contains(code.value()))
                    .count();
            print(String.join(
                    "\t", secret.path(), secret.seed().isPresent() ? "code" : "-", Long.toString(left), secret.name()));
        }
        err.print("cofactor: path, whether there is a code, backup codes left, name\n");
    }

    private void use(OpenBundle bundle, List<Wish> wishes, Path beside) throws IOException {
        List<String> lines = new ArrayList<>();
        try (UsesBeside uses = UsesBeside.open(beside, bundle.uses())) {
            List<Sought> all = sought(bundle, wishes, uses.file());
            try (Plaintext signer = bundle.signer()) {
                uses.write(all.stream().map(Sought::use).toList(), signer);
            }
            if (uses.isBegun()) {
                err.print("cofactor: a list of uses is begun beside the bundle; if this bundle was opened before, that"
                        + " list belongs here, or backup codes are given out twice\n");
            }
            for (Sought one : all) {
                String value = value(bundle, one);
                lines.add(all.size() == 1 ? value : one.secret().path() + "\t" + value);
            }
            err.print("cofactor: " + uses.file().lines().size()
                    + " uses are written; note the last one's digest elsewhere: "
                    + uses.file().head() + "\n");
        }
        lines.forEach(this::print);
    }

    private List<Sought> sought(OpenBundle bundle, List<Wish> wishes, UseFile uses) {
        List<Sought> all = new ArrayList<>();
        Set<UUID> gone = new HashSet<>(uses.values());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Wish wish : wishes) {
            Manifest.Secret secret = secret(bundle, wish);
            Sought one = wish.backup() ? backup(bundle, wish, secret, gone, now) : code(bundle, wish, secret, now);
            one.code().ifPresent(code -> gone.add(code.value()));
            all.add(one);
        }
        return all;
    }

    private static Sought code(OpenBundle bundle, Wish wish, Manifest.Secret secret, Instant now) {
        Manifest.Seed seed = secret.seed().orElseThrow(() -> missing("this secret has no seed in the bundle"));
        UseFile.Use use = new UseFile.Use(now, secret.secret(), seed.value(), "seed", 0, bundle.shares());
        return new Sought(wish, secret, use, Optional.empty());
    }

    private static Sought backup(OpenBundle bundle, Wish wish, Manifest.Secret secret, Set<UUID> gone, Instant now) {
        Manifest.BackupCode code = secret.codes().stream()
                .filter(one -> !gone.contains(one.value()))
                .findFirst()
                .orElseThrow(() -> missing("no backup code of this secret is left in the bundle"));
        UseFile.Use use =
                new UseFile.Use(now, secret.secret(), code.value(), "backup-code", code.number(), bundle.shares());
        return new Sought(wish, secret, use, Optional.of(code));
    }

    private static Manifest.Secret secret(OpenBundle bundle, Wish wish) {
        return bundle.manifest().secrets().stream()
                .filter(one -> one.path().equals(wish.secret())
                        || PublicId.SECRET.of(one.secret()).equals(wish.secret()))
                .findFirst()
                .orElseThrow(() -> missing("this bundle holds no such secret; without --code it lists those it holds"));
    }

    private static Problem missing(String why) {
        return new Problem(Problem.Kind.NOT_FOUND, "bundle-missing", why);
    }

    private String value(OpenBundle bundle, Sought one) {
        if (one.code().isPresent()) {
            Manifest.BackupCode code = one.code().get();
            try (Plaintext text = bundle.value(one.secret().secret(), code.field(), code.value(), "backup-code")) {
                return new String(text.reveal(), UTF_8);
            }
        }
        Manifest.Seed seed = one.secret().seed().orElseThrow();
        Parameters parameters = parameters(seed);
        try (Plaintext key = bundle.value(one.secret().secret(), seed.field(), seed.value(), "seed")) {
            Step step = Step.at(clock.instant(), parameters);
            err.print("cofactor: good for another "
                    + Duration.between(clock.instant(), step.end()).toSeconds() + " s\n");
            return Otp.code(key, parameters, step.number()).text();
        }
    }

    private static Parameters parameters(Manifest.Seed seed) {
        return new Parameters(
                Kind.find(seed.kind())
                        .orElseThrow(() -> missing("this secret's codes are of no kind that is known here")),
                Algorithm.find(seed.algorithm())
                        .orElseThrow(() -> missing("this secret's codes are of no kind that is known here")),
                seed.digits(),
                seed.period(),
                0);
    }

    private void print(String line) {
        out.writeBytes((line + "\n").getBytes(UTF_8));
        out.flush();
    }
}
