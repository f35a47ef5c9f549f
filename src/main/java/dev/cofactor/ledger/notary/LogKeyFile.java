// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.engine.merkle.NoteSigner;
import dev.cofactor.engine.merkle.NoteVerifier;
import dev.cofactor.engine.merkle.Unproven;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.unlocking.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The log key's file: three lines, the format, the public key and the seed. Its name in signatures is the log's origin,
 * which changes with the epoch, so that is not in it. The seed passes through a {@code String} here, as signing keys do
 * in Java; whoever reads this process's memory has the key in any case.
 */
public final class LogKeyFile {
    private static final String FORMAT = "cofactor-log-key-v1";
    private static final int LONGEST = 1024;

    private final PrivateFile file;
    private final byte[] key;
    private final byte[] seed;

    private LogKeyFile(PrivateFile file, byte[] key, byte[] seed) {
        this.file = file;
        this.key = key;
        this.seed = seed;
    }

    /** @return the line that verifiers must know: the new key, under the origin of the log */
    public static String create(Path path, String origin) {
        NoteSigner made = NoteSigner.generate(origin);
        Base64.Encoder base64 = Base64.getEncoder();
        String text = String.join(
                "\n",
                FORMAT,
                base64.encodeToString(publicKey(made.verifier())),
                base64.encodeToString(made.seed()),
                "");
        try (Plaintext plaintext = Plaintext.owning(text.getBytes(US_ASCII))) {
            at(path).create(plaintext);
        }
        writeVerifier(
                path.resolveSibling(path.getFileName() + ".pub"),
                made.verifier().text());
        return made.verifier().text();
    }

    /** Beside the key lies the line that everybody may have; it can be had again, so nothing depends on it. */
    private static void writeVerifier(Path file, String line) {
        try {
            Files.writeString(file, line + "\n");
        } catch (IOException e) {
            throw missing(file + " cannot be written");
        }
    }

    /** @return the line that verifiers must know: the key under the origin of that log */
    public static String verifier(Path path, String origin) {
        return open(path).signer(origin).verifier().text();
    }

    /**
     * The last head that was signed with it, signed once more: after a restore the database may not have it any longer.
     *
     * @param memory where the signer remembers; beside the key unless named
     */
    public static String lastCheckpoint(Path path, Optional<Path> memory) {
        LogKeyFile key = open(path);
        try {
            SignedHead last = new HeadFile(memory.orElse(path.resolveSibling("log-head")))
                    .read()
                    .orElseThrow(() -> missing("nothing has been signed with " + path + " yet"));
            return last.checkpoint().sign(key.signer(last.origin())).message();
        } catch (IOException e) {
            throw missing("the signer's memory beside " + path + " cannot be read");
        }
    }

    static LogKeyFile open(Path path) {
        PrivateFile file = at(path);
        try (Plaintext text = file.read()) {
            String[] lines = new String(text.reveal(), US_ASCII).split("\n");
            if (lines.length != 3 || !lines[0].equals(FORMAT)) {
                throw file.unusable(" holds no log key: name the file that `cofactor log-key create` made");
            }
            Base64.Decoder base64 = Base64.getDecoder();
            return new LogKeyFile(file, base64.decode(lines[1]), base64.decode(lines[2]));
        } catch (IllegalArgumentException e) {
            throw damaged(file);
        }
    }

    /** The key under the name it has in that log's signatures. */
    NoteSigner signer(String origin) {
        try {
            return NoteSigner.restore(seed, NoteVerifier.of(origin, key));
        } catch (Unproven e) {
            throw damaged(file);
        }
    }

    static RuntimeException missing(String why) {
        return PrivateFile.locked(why);
    }

    private static RuntimeException damaged(PrivateFile file) {
        return file.unusable(" is damaged: put a good copy in its place");
    }

    private static PrivateFile at(Path path) {
        return new PrivateFile(path, "log key", "cofactor log-key create", LONGEST);
    }

    /** Without the byte that says which kind of key it is. */
    private static byte[] publicKey(NoteVerifier verifier) {
        String text = verifier.text();
        byte[] typed = Base64.getDecoder().decode(text.split("\\+", 3)[2]);
        return Arrays.copyOfRange(typed, 1, typed.length);
    }
}
