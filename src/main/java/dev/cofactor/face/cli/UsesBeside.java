// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import dev.cofactor.engine.escrow.EscrowRefused;
import dev.cofactor.engine.escrow.UseFile;
import dev.cofactor.ground.plaintext.Plaintext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The file of uses while it is written: held against whoever opens the same bundle at the same moment, and on the disk before
 * anything is shown. Where nothing can be written nothing is shown.
 */
final class UsesBeside implements AutoCloseable {
    private final FileChannel channel;
    private final UseFile file;
    private final boolean begun;

    private UsesBeside(FileChannel channel, UseFile file, boolean begun) {
        this.channel = channel;
        this.file = file;
        this.begun = begun;
    }

    static UsesBeside open(Path path, UseFile.Of of) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return new UsesBeside(channel, UseFile.read(bytes(channel), of), channel.size() == 0);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Looked at, and not made where it is not there. */
    static UseFile look(Path path, UseFile.Of of) throws IOException {
        if (!Files.exists(path)) {
            return UseFile.read(new byte[0], of);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return UseFile.read(bytes(channel), of);
        }
    }

    private static byte[] bytes(FileChannel channel) throws IOException {
        if (channel.size() > UseFile.LONGEST) {
            throw EscrowRefused.tooLarge("the list of uses");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        long at = 0;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at);
            if (read < 0) {
                throw new IOException("the file became shorter");
            }
            at += read;
        }
        return bytes.array();
    }

    UseFile file() {
        return file;
    }

    /** Whether nothing stood there before. */
    boolean isBegun() {
        return begun;
    }

    /** All of them, or none that anybody has seen. */
    void write(List<UseFile.Use> uses, Plaintext signs) throws IOException {
        long at = channel.size();
        for (UseFile.Use use : uses) {
            ByteBuffer line = ByteBuffer.wrap(file.append(use, signs));
            while (line.hasRemaining()) {
                at += channel.write(line, at);
            }
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
