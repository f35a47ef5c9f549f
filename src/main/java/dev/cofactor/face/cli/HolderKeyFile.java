// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Bundles.HolderKey;
import dev.cofactor.ground.sealing.Unopenable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;

/**
 * The file of a holder's own key: its owner's alone from the first byte on, and never overwritten. Of the 32 bytes the public half
 * is found again, so nothing else stands in it.
 */
final class HolderKeyFile {
    private static final String BEGIN = "cofactor-bundle-private-key 1 ";
    private static final int LONGEST = 200;
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private HolderKeyFile() {}

    static void create(Path file, HolderKey key) throws IOException {
        Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, anew, PRIVATE);
                Plaintext scalar = key.scalar();
                Plaintext text = Plaintext.owning(
                        (BEGIN + HexFormat.of().formatHex(scalar.reveal()) + "\n").getBytes(US_ASCII))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.reveal());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    static HolderKey read(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw unusable();
        }
        try (Plaintext text = Plaintext.owning(Files.readAllBytes(file))) {
            String line = new String(text.reveal(), US_ASCII).strip();
            if (!line.startsWith(BEGIN)) {
                throw unusable();
            }
            try (Plaintext scalar = Plaintext.owning(HexFormat.of().parseHex(line.substring(BEGIN.length())))) {
                return HolderKey.of(scalar);
            }
        } catch (IllegalArgumentException | Unopenable e) {
            throw unusable();
        }
    }

    private static Problem unusable() {
        return new Problem(
                Problem.Kind.INVALID,
                "bundle-key",
                "a file that --key names holds no key as `cofactor bundle key` makes it");
    }
}
