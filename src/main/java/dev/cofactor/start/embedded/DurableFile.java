// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** A small private file that is there whole or not at all, whenever the power goes. */
public final class DurableFile {
    private DurableFile() {}

    /** Readable by its owner alone from the first byte on. */
    public static void write(Path file, String content) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        var privately = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.deleteIfExists(unfinished);
            try (FileChannel out = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), privately)) {
                ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            move(unfinished, file);
        } catch (IOException e) {
            throw DiskFaults.explain("write", file, e);
        }
    }

    /** A rename that has reached the disk when this returns. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(Objects.requireNonNull(to.getParent()), READ)) {
            folder.force(true);
        }
    }
}
