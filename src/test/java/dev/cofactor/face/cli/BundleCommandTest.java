// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.PaperBundle;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.sealing.Bundles.HolderKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle opened where there is no server: what is shown, what is written first, and what is shown to nobody. */
class BundleCommandTest {
    /** RFC 6238, appendix B: at 59 seconds the eight digits are 94287082. */
    private static final Clock AT_59 = Clock.fixed(Instant.ofEpochSecond(59), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final PaperBundle paper = new PaperBundle(2, 3);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StringBuilder everything = new StringBuilder();

    private int run(String... words) {
        out.reset();
        err.reset();
        BundleCommand command = new BundleCommand(
                new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), AT_59, paper.random);
        int exit = command.run(words);
        everything.append(out()).append(err());
        return exit;
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }

    private Path bundle() throws IOException {
        Path file = folder.resolve("winter.cofactor");
        return Files.exists(file) ? file : Files.write(file, paper.bytes());
    }

    private Path key(int which) throws IOException {
        Path file = folder.resolve("key" + which);
        if (!Files.exists(file)) {
            HolderKeyFile.create(file, paper.keys.get(which));
        }
        return file;
    }

    private int open(List<Integer> who, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("bundle", "open", bundle().toString()));
        for (int one : who) {
            words.addAll(List.of("--key", key(one).toString()));
        }
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private List<String> uses() throws IOException {
        return Files.readAllLines(Path.of(bundle() + ".uses"));
    }

    @Test
    void soManyHoldersHaveTheCurrentCode() throws IOException {
        assertThat(open(List.of(0, 2), "--code", "aws/root")).isZero();
        assertThat(out()).isEqualTo("287082\n");
        assertThat(err()).contains("good for another 1 s");
        assertThat(uses()).hasSize(1).first().asString().contains("\"content\":\"seed\"", "\"shares\":[1,3]");
        assertThat(open(List.of(1, 2), "--code", PublicId.SECRET.of(paper.secret)))
                .isZero();
        assertThat(out()).isEqualTo("287082\n");
        assertThat(uses()).hasSize(2);
    }

    @Test
    void oneHolderAloneHasNothing() throws IOException {
        for (List<Integer> alone : List.of(List.of(0), List.of(1, 1))) {
            assertThat(open(alone, "--code", "aws/root")).isEqualTo(4);
            assertThat(out()).isEmpty();
            assertThat(err()).contains("opens with 2 of 3 keys, and 1 of them");
            assertThat(open(alone)).isEqualTo(4);
        }
        assertThat(Path.of(bundle() + ".uses")).doesNotExist();
    }

    @Test
    void aStrangersKeyIsNoShare() throws IOException {
        HolderKeyFile.create(folder.resolve("stranger"), HolderKey.generate(paper.random));
        assertThat(open(List.of(0), "--key", folder.resolve("stranger").toString(), "--code", "aws/root"))
                .isEqualTo(4);
        assertThat(out()).isEmpty();
    }

    @Test
    void backupCodesLeaveFromTheEndAndNeverTwice() throws IOException {
        assertThat(open(List.of(0, 1), "--backup-code", "aws/root")).isZero();
        assertThat(out()).isEqualTo("spare-three\n");
        assertThat(open(List.of(0, 1), "--backup-code", "aws/root", "--backup-code", "aws/root"))
                .isZero();
        assertThat(out()).isEqualTo("aws/root\tspare-two\naws/root\tspare-one\n");
        assertThat(open(List.of(0, 1), "--backup-code", "aws/root")).isEqualTo(6);
        assertThat(out()).isEmpty();
        assertThat(uses()).hasSize(3);
        assertThat(open(List.of(0, 1), "--backup-code", "aws/other")).isZero();
        assertThat(open(List.of(0, 1))).isZero();
        assertThat(out()).isEqualTo("aws/root\tcode\t0\tAWS root\naws/other\t-\t2\tOther\n");
    }

    @Test
    void lookingWritesNothing() throws IOException {
        assertThat(open(List.of(0, 1))).isZero();
        assertThat(out()).isEqualTo("aws/root\tcode\t3\tAWS root\naws/other\t-\t3\tOther\n");
        assertThat(Path.of(bundle() + ".uses")).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenDownIsNotShown() throws IOException {
        Path nowhere = folder.resolve("missing").resolve("uses");
        assertThat(open(List.of(0, 1), "--code", "aws/root", "--uses", nowhere.toString()))
                .isNotZero();
        assertThat(out()).isEmpty();
        assertThat(open(List.of(0, 1), "--code", "aws/root", "--uses", folder.toString()))
                .isEqualTo(1);
        assertThat(out()).isEmpty();
    }

    @Test
    void aTurnedByteOfTheBundleOrItsUsesOpensNothing() throws IOException {
        open(List.of(0, 1), "--backup-code", "aws/root");
        byte[] whole = Files.readAllBytes(bundle());
        for (int at = 0; at < whole.length; at += 37) {
            byte[] turned = whole.clone();
            turned[at] ^= 1;
            Files.write(bundle(), turned);
            assertThat(open(List.of(0, 1), "--code", "aws/root"))
                    .as("byte %d", at)
                    .isNotZero();
            assertThat(out()).isEmpty();
        }
        Files.write(bundle(), whole);
        Path beside = Path.of(bundle() + ".uses");
        String uses = Files.readString(beside);
        Files.writeString(beside, uses.replace("\"number\":3", "\"number\":2"));
        assertThat(open(List.of(0, 1), "--backup-code", "aws/root")).isEqualTo(1);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("the list of uses is not as it was written");
    }

    @Test
    void aKeyIsItsOwnersAloneAndNeverOverwritten() throws IOException {
        Path file = folder.resolve("mine");
        assertThat(run("bundle", "key", file.toString())).isZero();
        assertThat(out()).matches("cofactor-bundle-key-1:[0-9a-f]{64}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        HolderKey read = HolderKeyFile.read(file);
        assertThat(out()).contains(HexFormat.of().formatHex(read.holder().bytes()));
        assertThat(err()).contains(read.holder().fingerprint());
        String before = Files.readString(file);
        assertThat(run("bundle", "key", file.toString())).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(everything.toString()).doesNotContain(before.strip().split(" ")[2]);
    }

    @Test
    void whatIsMisusedOrMissingSaysSoWithoutRepeatingIt() throws IOException {
        assertThat(run("bundle")).isEqualTo(2);
        assertThat(run("bundle", "open", "x")).isEqualTo(2);
        assertThat(run("bundle", "open", "x", "--key")).isEqualTo(2);
        assertThat(run("bundle", "shred", "x-marks")).isEqualTo(2);
        assertThat(run("bundle", "open", "/no/such/x-marks", "--key", "x-marks"))
                .isEqualTo(6);
        assertThat(open(List.of(0, 1), "--code", "x-marks")).isEqualTo(6);
        assertThat(open(List.of(0, 1), "--code", "aws/other")).isEqualTo(6);
        Files.writeString(folder.resolve("nokey"), "x-marks");
        assertThat(open(List.of(0), "--key", folder.resolve("nokey").toString(), "--code", "aws/root"))
                .isEqualTo(1);
        assertThat(everything.toString()).doesNotContain("x-marks");
        assertThat(run("bundle", "--help")).isZero();
    }

    /** Promise 3, where there is no server: no spelling of a seed is printed or written, whatever is done. */
    @Test
    void noSeedIsEverShownOrWritten() throws IOException {
        open(List.of(0, 1));
        open(List.of(0, 1, 2), "--code", "aws/root", "--backup-code", "aws/root");
        open(List.of(0), "--code", "aws/root");
        open(List.of(0, 1), "--code", "aws/other");
        byte[] seed = PaperBundle.SEED.getBytes(UTF_8);
        String written = everything + Files.readString(bundle()) + String.join("\n", uses());
        Stream.of(
                        PaperBundle.SEED,
                        HexFormat.of().formatHex(seed),
                        Base64.getEncoder().encodeToString(seed),
                        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
                .forEach(spelled -> assertThat(written).doesNotContainIgnoringCase(spelled));
        assertThat(Files.readString(bundle())).doesNotContain("aws/root").doesNotContain("spare-one");
    }
}
