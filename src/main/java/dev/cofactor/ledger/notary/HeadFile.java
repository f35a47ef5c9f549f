// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Unproven;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the signer remembers where nobody who writes to the database reaches it, and no restore of the database resets it.
 *
 * <p>INVARIANT: it is on the disk before the signature over the same head exists.
 */
final class HeadFile {
    private static final String FORMAT = "cofactor-log-head-v1";

    private final Path file;

    HeadFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Nobody else, in this process or another, works with this file while it is open. */
    record Turn(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** @return absent while somebody else has the turn */
    Optional<Turn> turn() throws IOException {
        FileChannel channel = FileChannel.open(beside(".lock"), CREATE, WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // another thread of this process has it
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new Turn(channel, lock));
    }

    /** @return absent if nothing has been signed yet */
    Optional<SignedHead> read() throws IOException {
        try {
            return Optional.of(parse(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException | Unproven e) {
            throw new Forked("the signer's memory " + file.getFileName() + " is damaged");
        }
    }

    private static SignedHead parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 6 || !lines[0].equals(FORMAT) || !lines[5].isEmpty()) {
            throw new IllegalArgumentException("not a head file");
        }
        Frontier frontier = Frontier.parse(Base64.getDecoder().decode(lines[3]));
        if (!frontier.root().base64().equals(lines[4])) {
            throw new IllegalArgumentException("the root is not the frontier's");
        }
        return new SignedHead(Integer.parseInt(lines[2]), lines[1], frontier);
    }

    void write(SignedHead head) throws IOException {
        String text = String.join(
                "\n",
                FORMAT,
                head.origin(),
                Integer.toString(head.epoch()),
                Base64.getEncoder().encodeToString(head.frontier().bytes()),
                head.frontier().root().base64(),
                "");
        Path unfinished = beside(".new");
        Files.deleteIfExists(unfinished);
        var privately = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel out = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), privately)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(unfinished, file, ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(Objects.requireNonNull(file.getParent()), READ)) {
            folder.force(true);
        }
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
