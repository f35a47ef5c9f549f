// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds all an evaluation server keeps. Whoever has it open has it alone: the lock is the kernel's, so it
 * goes with the process however that ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final long ROOM_TO_BEGIN = 200L << 20;
    private static final long ROOM_TO_GO_ON = 32L << 20;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @param address told to whoever tries to open the folder a second time */
    public static DataFolder open(Path where, String address) {
        Path path = where.toAbsolutePath().normalize();
        try {
            create(path);
            mustBeOurs(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            mustHaveRoom(path);
            return new DataFolder(path, lock(path.resolve("lock"), address));
        } catch (IOException e) {
            throw DiskFaults.explain("open the data folder", path, e);
        }
    }

    public Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw DiskFaults.explain("close the data folder", path, e);
        }
    }

    private static void create(Path path) throws IOException {
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart(
                    path + " is not a folder: name another one with COFACTOR_DATA_DIR, or move that file away", e);
        }
    }

    private static void mustBeOurs(Path path) throws IOException {
        Object us = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        if (!us.equals(Files.getAttribute(path, "unix:uid"))) {
            throw new CannotStart("the data folder " + path + " belongs to " + Files.getOwner(path)
                    + ": start as that user, or name another folder with COFACTOR_DATA_DIR");
        }
    }

    private static void mustHaveRoom(Path path) throws IOException {
        long needed = Files.exists(path.resolve(PostgresFolder.NAME)) ? ROOM_TO_GO_ON : ROOM_TO_BEGIN;
        if (Files.getFileStore(path).getUsableSpace() < needed) {
            throw DiskFaults.full(path);
        }
    }

    private static FileChannel lock(Path file, String address) throws IOException {
        FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
        if (channel.tryLock() == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw new CannotStart("Cofactor already runs on " + file.getParent() + " (" + holder
                    + "): use that one, stop it first, or name another folder with COFACTOR_DATA_DIR");
        }
        channel.truncate(0);
        String holder = "process " + ProcessHandle.current().pid() + ", " + address + "\n";
        channel.write(ByteBuffer.wrap(holder.getBytes(UTF_8)));
        return channel;
    }
}
