// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.formats.Formats.Derivation;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were made to hurt: each is refused plainly, at a bounded price, and nothing of it is repeated. */
class HostileFilesTest {
    private static final int MEBI = 1 << 20;
    private static final String LINK = "otpauth://totp/a?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\n";

    /** Whoever comes here has looked at the cost too late. */
    private static final Derivation TOO_LATE = new Derivation() {
        @Override
        public Plaintext scrypt(Plaintext password, byte[] salt, int cost, int blockSize, int parallel) {
            throw new AssertionError("the cost was not looked at");
        }

        @Override
        public Plaintext pbkdf2(Plaintext password, byte[] salt, int rounds) {
            throw new AssertionError("the cost was not looked at");
        }

        @Override
        public Plaintext argon2id(Plaintext password, byte[] salt, int memoryKib, int passes, int lanes) {
            throw new AssertionError("the cost was not looked at");
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list.txt",
                "aegis-plain.json",
                "bitwarden.json",
                "bitwarden.csv",
                "keepassxc.csv",
                "ours.csv",
                "1password.data"
            })
    void whateverIsDoneToAFileItIsReadOrRefusedAndNothingOfItIsSaid(String name) {
        Random chance = new Random(60);
        byte[] whole = Samples.file(name);
        for (int round = 0; round < 500; round++) {
            byte[] file = whole.clone();
            for (int i = 0; i < 1 + round % 5; i++) {
                file[chance.nextInt(file.length)] = (byte) chance.nextInt();
            }
            readOrRefused(round % 3 == 0 ? java.util.Arrays.copyOf(file, chance.nextInt(file.length)) : file);
        }
    }

    private static void readOrRefused(byte[] file) {
        try {
            Samples.read(file);
        } catch (Problem e) {
            assertThat(e.getMessage()).doesNotContain("JBSWY", "password a", "team@", "Backup codes: ");
            assertThat(e.getCause()).isNull();
        }
    }

    @Test
    void aZipIsNotUnpackedForEver() throws IOException {
        refused("import-too-large", zip("films/a.mp4", 70 * MEBI));
        refused("import-too-large", zip("export.data", 9 * MEBI));
        refused("import-malformed", zip("another.data", 1));
        refused("import-malformed", "PK\3\4 and nothing behind it".getBytes(UTF_8));
        byte[] torn = Samples.onePassword(Samples.file("1password.data"));
        refused("import-malformed", java.util.Arrays.copyOf(torn, torn.length / 2));
    }

    private static byte[] zip(String name, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int written = 0; written < size; written += Math.min(MEBI, size)) {
                zip.write(new byte[Math.min(MEBI, size)]);
            }
        }
        assertThat(bytes.size()).isLessThan(MEBI);
        return bytes.toByteArray();
    }

    @Test
    void jsonIsNeitherDeepNorEndlessNorSaysAThingTwice() {
        refused("import-too-large", "{\"a\":" + "[".repeat(100_000));
        refused("import-too-large", "{\"items\":[" + "[],".repeat(400_000) + "[]]}");
        refused("import-malformed", "{\"encrypted\":false,\"encrypted\":true,\"items\":[]}");
        refused("import-malformed", "{\"items\":[]} and more");
        refused("import-malformed", "{\"items\":[\"\\u00");
        refused("import-malformed", "{\"items\":" + "1".repeat(1_000) + "}");
        refused("import-format-unknown", "{\"neither\":1}");
    }

    @Test
    void thereIsAnEndToEntriesColumnsAndBytes() {
        refused("import-too-many", LINK.repeat(Lot.MOST + 1));
        assertThat(Samples.read(LINK.repeat(Lot.MOST).getBytes(UTF_8))).hasSize(Lot.MOST + 1);
        refused("import-too-many", "name,user,otp\n" + "a,b,\n".repeat(Lot.MOST + 1));
        String items =
                IntStream.range(0, Lot.MOST + 1).mapToObj(i -> "{\"type\":2}").collect(Collectors.joining(","));
        refused("import-too-many", "{\"items\":[" + items + "]}");
        refused("import-too-large", "name,user,otp\n" + ",".repeat(200));
        refused("import-too-large", "a".repeat(10 * MEBI));
        refused("import-malformed", "name,user,otp\n\"never closed");
        refused("import-malformed", "name,user,otp\n\"a\"b,c,\n");
        refused("import-format-unknown", "just,some,table\n1,2,3\n");
        refused("import-malformed", new byte[] {'n', (byte) 0xC3, '('});
        refused("import-one-file", List.of(LINK.getBytes(UTF_8), LINK.getBytes(UTF_8)), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"n\": 32768/\"n\": 1073741824",
                "\"n\": 32768/\"n\": 32769",
                "\"n\": 32768/\"n\": -1",
                "\"r\": 8/\"r\": 1048576",
                "\"p\": 1/\"p\": 1000"
            })
    void whatAVaultAsksForIsLookedAtBeforeItIsDone(String change) {
        String[] parts = change.split("/", 2);
        String vault = new String(Samples.file("aegis-encrypted.json"), UTF_8).replace(parts[0], parts[1]);
        refused("import-too-costly", List.of(vault.getBytes(UTF_8)), Optional.of("x"));
    }

    @Test
    void whatAnExportAsksForIsLookedAtBeforeItIsDone() {
        String rounds = new String(Samples.file("bitwarden-pbkdf2.json"), UTF_8);
        refused("import-too-costly", List.of(rounds.replace("600000", "2000001").getBytes(UTF_8)), Optional.of("x"));
        refused("import-too-costly", List.of(rounds.replace("600000", "0").getBytes(UTF_8)), Optional.of("x"));
        String memory = new String(Samples.file("bitwarden-argon2id.json"), UTF_8);
        refused(
                "import-too-costly",
                List.of(memory.replace("\"kdfMemory\": 64", "\"kdfMemory\": 4096")
                        .getBytes(UTF_8)),
                Optional.of("x"));
        refused(
                "import-unsupported",
                List.of(memory.replace("\"kdfType\": 1", "\"kdfType\": 7").getBytes(UTF_8)),
                Optional.of("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aegis-encrypted.json", "bitwarden-pbkdf2.json"})
    void anEncryptedFileWantsItsPasswordAndNoOther(String name) {
        byte[] file = Samples.file(name);
        assertThatThrownBy(() -> Samples.read(file)).satisfies(e -> code(e, "import-password-needed"));
        assertThatThrownBy(() -> Samples.read(file, "wrong")).satisfies(e -> code(e, "import-password-wrong"));
        String altered = new String(file, UTF_8).replaceFirst("(\"(?:db|data)\": \"(?:2[.])?)..", "$1AA");
        assertThatThrownBy(() -> Samples.read(altered.getBytes(UTF_8), Samples.PASSWORD))
                .satisfies(e -> code(e, "import-password-wrong"));
    }

    @Test
    void anExportForOneAccountAloneIsRefusedPlainly() {
        refused("import-unsupported", Samples.file("bitwarden-account.json"));
    }

    @Test
    void aPictureThatIsNoneIsRefusedByItsReader() {
        byte[] picture = new byte[1_000];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, picture, 0, 4);
        assertThatThrownBy(() -> Samples.read(picture)).isInstanceOf(Problem.class);
    }

    private static void refused(String code, String file) {
        refused(code, file.getBytes(UTF_8));
    }

    private static void refused(String code, byte[] file) {
        refused(code, List.of(file), Optional.empty());
    }

    private static void refused(String code, List<byte[]> files, Optional<String> password) {
        Formats formats = new Formats(Clock.systemUTC(), TOO_LATE);
        List<Plaintext> owned =
                files.stream().map(byte[]::clone).map(Plaintext::owning).toList();
        Optional<Plaintext> typed = password.map(text -> Plaintext.owning(text.getBytes(UTF_8)));
        assertThatThrownBy(() -> formats.read(owned, Optional.empty(), typed)).satisfies(e -> code(e, code));
    }

    private static void code(Throwable thrown, String code) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
