// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.SetupKey;
import dev.cofactor.ground.plaintext.Plaintext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Exports of each kind, made by hand, and what is read of them in lines that a person can check. */
public final class Samples {
    public static final String PASSWORD = "correct horse";

    /** As others derive keys; the server's own takes turns besides. */
    static final Formats.Derivation DERIVATION = new Formats.Derivation() {
        @Override
        public Plaintext scrypt(Plaintext password, byte[] salt, int cost, int blockSize, int parallel) {
            return Plaintext.owning(SCrypt.generate(password.reveal(), salt, cost, blockSize, parallel, 32));
        }

        @Override
        public Plaintext pbkdf2(Plaintext password, byte[] salt, int rounds) {
            PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
            generator.init(password.reveal(), salt, rounds);
            return Plaintext.owning(((KeyParameter) generator.generateDerivedMacParameters(256)).getKey());
        }

        @Override
        public Plaintext argon2id(Plaintext password, byte[] salt, int memoryKib, int passes, int lanes) {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] key = new byte[32];
            generator.generateBytes(password.reveal(), key);
            return Plaintext.owning(key);
        }
    };

    private Samples() {}

    public static byte[] file(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/imports/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 1Password's, with another file before the one that counts. */
    public static byte[] onePassword(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("files/../../a picture.png"));
            zip.write(new byte[1_000]);
            zip.putNextEntry(new ZipEntry("export.data"));
            zip.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Formats formats() {
        return new Formats(Clock.systemUTC(), DERIVATION);
    }

    static List<String> read(byte[] file) {
        return read(List.of(file), Optional.empty(), Optional.empty());
    }

    static List<String> read(byte[] file, String password) {
        return read(List.of(file), Optional.empty(), Optional.of(password));
    }

    /** What was read, entry by entry; the first line is the format. */
    static List<String> read(List<byte[]> files, Optional<Format> said, Optional<String> password) {
        List<Plaintext> owned =
                files.stream().map(byte[]::clone).map(Plaintext::owning).toList();
        Optional<Plaintext> typed = password.map(text -> Plaintext.owning(text.getBytes(UTF_8)));
        Formats.Read read = formats().read(owned, said, typed);
        try (Lot lot = read.lot()) {
            List<String> lines = new ArrayList<>(List.of(read.format().word()));
            lot.entries().stream().map(Samples::line).forEach(lines::add);
            return lines;
        }
    }

    private static String line(Entry entry) {
        Stream<String> said = Stream.of(entry.number() + " " + entry.title(), entry.user(), entry.url());
        Stream<String> codes = entry.otp().stream()
                .flatMap(otp -> Stream.of(parameters(otp.parameters()), shown(SetupKey.show(otp.seed()))));
        Stream<String> sealed = Stream.concat(
                entry.password().stream().map(text -> "password " + text(text)),
                entry.notes().stream().map(text -> "notes " + text(text)));
        Stream<String> rest = Stream.concat(
                entry.leftOut().stream().map(Entry.LeftOut::word).sorted().map(word -> "-" + word),
                entry.fault().stream().map(fault -> "!" + fault.code()));
        return String.join(
                "; ",
                Stream.of(said, codes, sealed, rest)
                        .flatMap(each -> each)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static String parameters(Parameters parameters) {
        return switch (parameters.kind()) {
            case TOTP -> "totp " + parameters.algorithm() + " " + parameters.digits() + " " + parameters.period();
            case HOTP -> "hotp " + parameters.algorithm() + " " + parameters.digits() + " from " + parameters.counter();
            case STEAM -> "steam";
        };
    }

    private static String shown(Plaintext text) {
        try (text) {
            return text(text).replace(" ", "");
        }
    }

    private static String text(Plaintext text) {
        return new String(text.reveal(), UTF_8);
    }
}
