// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that was named on the command line. */
final class GivenFile {
    private GivenFile() {}

    /** @param otherwise what to say of one that is longer */
    static byte[] read(String file, int most, String otherwise) throws Ended, IOException {
        try (InputStream from = Files.newInputStream(Path.of(file))) {
            return read(from, most, otherwise);
        } catch (NoSuchFileException e) {
            throw new Ended(Ended.NOT_FOUND, "there is no such file");
        }
    }

    static byte[] read(InputStream from, int most, String otherwise) throws Ended, IOException {
        byte[] all = from.readNBytes(most + 1);
        if (all.length > most) {
            throw new Ended(Ended.USAGE, otherwise);
        }
        return all;
    }
}
