// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.cofactor.ground.plaintext.Plaintext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The root key's file: whoever can read it and a copy of the database can read everything, so its place and its rights are looked at. */
public final class RootKeyFile {
    static final int KEY_BYTES = 32;

    private RootKeyFile() {}

    /**
     * Makes a new root key, readable by its owner alone from the first byte on, whole or not at all. What is there
     * already stays: a root key that is overwritten is everything lost.
     */
    public static void create(Path file, SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        try (Plaintext key = Plaintext.owning(bytes);
                Plaintext text = RootKeyText.write(key)) {
            at(file).create(text);
        }
    }

    /** For the server: the file that is configured, and in an evaluation made when nothing has been sealed yet. */
    static Plaintext forServer(UnlockingConfig config, boolean sealedBefore, SecureRandom random) {
        Path file = config.rootKey()
                .file()
                .orElseThrow(() -> new CannotUnlock(
                        "COFACTOR_ROOT_KEY_FILE is missing: name the file that `cofactor key create` made"));
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

    static Plaintext open(Path file) {
        return open(file, System.getenv("CREDENTIALS_DIRECTORY"));
    }

    /** @param credentials the folder in which systemd hands them over, if it does */
    static Plaintext open(Path file, @Nullable String credentials) {
        PrivateFile place = at(file);
        try (Plaintext text = place.read(credentials)) {
            return RootKeyText.read(text, place.name());
        }
    }

    private static PrivateFile at(Path file) {
        return new PrivateFile(file, "root key", "cofactor key create", RootKeyText.LONGEST);
    }

    static void mustLieOutside(Path data, Path file) {
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
            throw new CannotUnlock("cannot find the root key " + file + ": " + PrivateFile.reason(e), e);
        }
    }
}
