// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import dev.cofactor.ground.plaintext.Plaintext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key's file: its owner's alone from the first byte on, whole or not at all, and never overwritten.
 *
 * @param kind what it holds, in two words
 * @param madeBy the command that makes one
 * @param longest no such file is longer
 */
public record PrivateFile(Path file, String kind, String madeBy, int longest) {
    private static final int ROOT = 0;
    private static final int GROUP_AND_OTHERS = 077;
    private static final int WHAT_CREDENTIALS_MAY_NOT = 037;

    /** What is there already stays: a key that is overwritten is lost. */
    public void create(Plaintext text) {
        try {
            write(file.toAbsolutePath(), text);
        } catch (FileAlreadyExistsException e) {
            throw new CannotUnlock(file + " is there already, and a " + kind + " is never overwritten", e);
        } catch (IOException | UnsupportedOperationException e) {
            throw new CannotUnlock("cannot make " + name() + ": " + reason(e), e);
        }
    }

    public Plaintext read() {
        return read(System.getenv("CREDENTIALS_DIRECTORY"));
    }

    /** @param credentials the folder in which systemd hands them over, if it does */
    Plaintext read(@Nullable String credentials) {
        try {
            Path real = file.toRealPath();
            boolean handedOver =
                    credentials != null && real.startsWith(Path.of(credentials).toRealPath());
            mustBePrivate(real, handedOver);
            return Plaintext.owning(Files.readAllBytes(real));
        } catch (IOException e) {
            throw new CannotUnlock("cannot read " + name() + ": " + reason(e), e);
        }
    }

    public String name() {
        return "the " + kind + " " + file;
    }

    /** For what is wrong before there is a file. */
    public static CannotUnlock locked(String whatToDo) {
        return new CannotUnlock(whatToDo);
    }

    /** @param why goes on after the file's name */
    public CannotUnlock unusable(String why) {
        return new CannotUnlock(name() + why);
    }

    /** What systemd hands over may be root's and let the service read by an access list, which shows as its group's right. */
    private void mustBePrivate(Path real, boolean handedOver) throws IOException {
        // A link within the folder is how some platforms hand secrets in; one that leads elsewhere leads past the
        // folder's rights.
        if (!real.startsWith(folderOf(file).toRealPath())) {
            throw unusable(" is a link to elsewhere: name the file itself");
        }
        Map<String, Object> facts = Files.readAttributes(real, "unix:isRegularFile,uid,mode,size");
        if (!Objects.equals(facts.get("isRegularFile"), true)) {
            throw unusable(" is no regular file: name the file that `" + madeBy + "` made");
        }
        Object owner = facts.get("uid");
        boolean ours = Objects.equals(owner, Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        if (!ours && !(handedOver && Objects.equals(owner, ROOT))) {
            throw unusable(" belongs to another user than the one the server runs as: chown it");
        }
        if (((int) requireNonNull(facts.get("mode")) & (handedOver ? WHAT_CREDENTIALS_MAY_NOT : GROUP_AND_OTHERS))
                != 0) {
            throw unusable(" is open to others than its owner: chmod 600 it, and if others may have read"
                    + " it, change the key");
        }
        if ((long) requireNonNull(facts.get("size")) > longest) {
            throw unusable(" is too long for one: name the file that `" + madeBy + "` made");
        }
    }

    /** A link instead of a rename puts it in place, because a rename would replace what is there. */
    private static void write(Path file, Plaintext text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        var privately = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.deleteIfExists(unfinished);
        try (FileChannel out = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), privately)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.reveal());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        try {
            Files.createLink(file, unfinished);
        } finally {
            Files.delete(unfinished);
        }
        try (FileChannel folder = FileChannel.open(folderOf(file), READ)) {
            folder.force(true);
        }
    }

    private static Path folderOf(Path file) {
        return requireNonNull(file.toAbsolutePath().getParent());
    }

    static String reason(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
            case IOException other -> String.valueOf(other.getMessage());
            default -> "this file system has no hard links";
        };
    }
}
