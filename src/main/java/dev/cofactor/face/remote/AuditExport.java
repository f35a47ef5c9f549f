// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

import dev.cofactor.engine.merkle.NoteVerifier;
import dev.cofactor.engine.witness.Export;
import dev.cofactor.engine.witness.Pinned;
import dev.cofactor.engine.witness.Verdict;
import dev.cofactor.ground.problem.Problem;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The whole log, verified while it is written. Under the name that was asked for there is only what holds; what does not stays beside
 * it as it came, for whoever has to find out why.
 */
record AuditExport(Server server, Pinned pinned, long seed) {
    private static final String UNPROVED = ".unproved";

    static AuditExport of(Server server, List<String> options, RandomGenerator random) throws Ended {
        boolean named = options.size() == 4
                && options.get(0).equals("--origin")
                && options.get(2).equals("--key");
        if (!named) {
            throw new Ended(
                    Ended.USAGE, "--origin and then --key say which log it must be: get them from whoever runs it");
        }
        try {
            NoteVerifier key = NoteVerifier.parse(options.get(3));
            return new AuditExport(server, new Pinned(options.get(1), List.of(key)), random.nextLong());
        } catch (Problem e) {
            throw new Ended(Ended.USAGE, "--key is not a key as `cofactor log-key create` prints it");
        }
    }

    /** @return how many entries, and the root that is over them */
    String to(String file) throws Ended, IOException {
        Path wanted = Path.of(file);
        Path meanwhile = wanted.resolveSibling(wanted.getFileName() + UNPROVED);
        if (Files.exists(wanted)) {
            throw new Ended(Ended.USAGE, "there is such a file already");
        }
        try (InputStream from = server.streamed(server.to("/audit/export").GET().build());
                OutputStream into = Files.newOutputStream(
                        meanwhile,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            Verdict verdict = verified(new BufferedInputStream(new Copied(from, into)));
            Files.move(meanwhile, wanted, StandardCopyOption.ATOMIC_MOVE);
            return verdict.head().size() + " " + verdict.head().root().base64() + "\n";
        }
    }

    private Verdict verified(InputStream copied) throws Ended {
        try {
            Verdict verdict = Export.verify(copied, pinned, Optional.empty(), seed);
            if (copied.read() >= 0) {
                throw new Ended(Ended.UNEXPECTED, "after its end it goes on");
            }
            return verdict;
        } catch (IOException e) {
            throw new Ended(Ended.UNREACHABLE, "the server hangs up in the middle of the log");
        }
    }

    /** Writes down whatever is read from it. */
    private static final class Copied extends FilterInputStream {
        private final OutputStream into;

        Copied(InputStream from, OutputStream into) {
            super(from);
            this.into = into;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                write(bytes, offset, count);
            }
            return count;
        }

        /** Where it cannot be written, it is not the server that failed. */
        private void write(byte[] bytes, int offset, int length) {
            try {
                into.write(bytes, offset, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
