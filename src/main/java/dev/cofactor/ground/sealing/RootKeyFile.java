// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The root key's file: whoever can read it and a copy of the database can read everything, so its place and its rights are looked at. */
public final class RootKeyFile {
    private static final int ROOT = 0;
    private static final int GROUP_AND_OTHERS = 077;
    private static final int WHAT_CREDENTIALS_MAY_NOT = 037;

    private RootKeyFile() {}

    /**
     * Makes a new root key, readable by its owner alone from the first byte on, whole or not at all. What is there
     * already stays: a root key that is overwritten is everything lost.
     */
    public static void create(Path file, SecureRandom random) {
        byte[] bytes = new byte[OpenKey.KEY_BYTES];
        random.nextBytes(bytes);
        try (Plaintext key = Plaintext.owning(bytes);
                Plaintext text = RootKeyText.write(key)) {
            write(file.toAbsolutePath(), text);
        } catch (FileAlreadyExistsException e) {
            throw new CannotUnlock(file + " is there already, and a root key is never overwritten", e);
        } catch (IOException | UnsupportedOperationException e) {
            throw new CannotUnlock("cannot make the root key " + file + ": " + reason(e), e);
        }
    }

    /** For the server: the file that is configured, and in an evaluation made when nothing has been sealed yet. */
    static RootKey forServer(SealingConfig config, boolean sealedBefore, SecureRandom random) {
        Path file = config.rootKey()
                .file()
                .orElseThrow(() -> new CannotUnlock(
                        "COFACTOR_ROOT_KEY_FILE is missing: name the file that `cofactor key" + " create` made"));
        boolean there = Files.exists(file, NOFOLLOW_LINKS);
        if (!there && sealedBefore) {
            throw new CannotUnlock("the root key " + file + " is gone, and nothing else opens what this database holds:"
                    + " put " + file.getFileName() + " back");
        }
        if (config.evaluation()) {
            if (!there) {
                create(file, random);
            }
        } else {
            mustLieOutside(config.dataDir(), file);
        }
        return open(file);
    }

    static RootKey open(Path file) {
        return open(file, System.getenv("CREDENTIALS_DIRECTORY"));
    }

    /** @param credentials the folder in which systemd hands them over, if it does */
    static RootKey open(Path file, @Nullable String credentials) {
        String name = "the root key " + file;
        try {
            Path real = file.toRealPath();
            mustBeIn(folderOf(file), real, name);
            mustBePrivate(
                    real,
                    credentials != null && real.startsWith(Path.of(credentials).toRealPath()),
                    name);
            try (Plaintext text = Plaintext.owning(Files.readAllBytes(real));
                    Plaintext key = RootKeyText.read(text, name)) {
                return RootKey.Held.of(key);
            }
        } catch (IOException e) {
            throw new CannotUnlock("cannot read " + name + ": " + reason(e), e);
        }
    }

    /** A link within the folder is how some platforms hand secrets in; one to elsewhere leads past the folder's rights. */
    private static void mustBeIn(Path folder, Path real, String name) throws IOException {
        if (!real.startsWith(folder.toRealPath())) {
            throw new CannotUnlock(name + " is a link to elsewhere: name the file itself");
        }
    }

    /** What systemd hands over may be root's and let the service read by an access list, which shows as its group's right. */
    private static void mustBePrivate(Path real, boolean handedOver, String name) throws IOException {
        Map<String, Object> facts = Files.readAttributes(real, "unix:isRegularFile,uid,mode,size");
        if (!Objects.equals(facts.get("isRegularFile"), true)) {
            throw new CannotUnlock(name + " is no regular file: name the file that `cofactor key create` made");
        }
        Object owner = facts.get("uid");
        boolean ours = Objects.equals(owner, Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        if (!ours && !(handedOver && Objects.equals(owner, ROOT))) {
            throw new CannotUnlock(name + " belongs to another user than the one the server runs as: chown it");
        }
        if (((int) requireNonNull(facts.get("mode")) & (handedOver ? WHAT_CREDENTIALS_MAY_NOT : GROUP_AND_OTHERS))
                != 0) {
            throw new CannotUnlock(name + " is open to others than its owner: chmod 600 it, and if others may have read"
                    + " it, change the key");
        }
        if ((long) requireNonNull(facts.get("size")) > RootKeyText.LONGEST) {
            throw new CannotUnlock(name + " is too long for one: name the file that `cofactor key create` made");
        }
    }

    private static void mustLieOutside(Path data, Path file) {
        try {
            Path real = Files.exists(file)
                    ? file.toRealPath()
                    : file.toAbsolutePath().normalize();
            Path folder = Files.exists(data)
                    ? data.toRealPath()
                    : data.toAbsolutePath().normalize();
            if (real.startsWith(folder)) {
                throw new CannotUnlock("the root key " + file
                        + " lies in the data folder, and who copies that has both:" + " move it elsewhere");
            }
        } catch (IOException e) {
            throw new CannotUnlock("cannot find the root key " + file + ": " + reason(e), e);
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

    private static String reason(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
            case IOException other -> String.valueOf(other.getMessage());
            default -> "this file system has no hard links";
        };
    }
}
