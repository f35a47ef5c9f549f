// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootKeyFileTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private Path file;
    private Path data;

    @BeforeEach
    void aFolder() throws IOException {
        folder = folder.toRealPath();
        file = folder.resolve("root.key");
        data = Files.createDirectory(folder.resolve("data"));
    }

    @Test
    void aNewOneIsForItsOwnerAloneAndOpens() throws IOException {
        RootKeyFile.create(file, RANDOM);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).matches("cofactor-root-key-v1:[0-9a-f]{64}:[0-9a-f]{8}\n");
        assertThat(RootKeyFile.open(file).reveal())
                .hasSize(32)
                .isEqualTo(RootKeyFile.open(file).reveal());
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void noTwoAreTheSame() {
        RootKeyFile.create(file, RANDOM);
        RootKeyFile.create(folder.resolve("other"), RANDOM);
        assertThat(RootKeyFile.open(file).reveal())
                .isNotEqualTo(RootKeyFile.open(folder.resolve("other")).reveal());
    }

    @Test
    void oneThatIsThereIsNeverOverwritten() throws IOException {
        RootKeyFile.create(file, RANDOM);
        String before = Files.readString(file);
        refused(() -> RootKeyFile.create(file, RANDOM), "is there already");
        assertThat(file).hasContent(before);
    }

    @Test
    void oneThatWasInterruptedIsBegunAnew() throws IOException {
        Files.writeString(folder.resolve("root.key.new"), "cofactor-root-k");
        RootKeyFile.create(file, RANDOM);
        assertThat(RootKeyFile.open(file)).isNotNull();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        refused(() -> RootKeyFile.create(folder.resolve("missing/root.key"), RANDOM), "there is no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rwx--x---", "rw------x"})
    void rightsOfOthersAreRefused(String rights) throws IOException {
        RootKeyFile.create(file, RANDOM);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        refused(() -> RootKeyFile.open(file), "chmod 600");
    }

    @Test
    void readOnlyForItsOwnerIsFine() throws IOException {
        RootKeyFile.create(file, RANDOM);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThat(RootKeyFile.open(file)).isNotNull();
    }

    @Test
    void whatSystemdHandsOverMayShowTheRightOfItsList() throws IOException {
        RootKeyFile.create(file, RANDOM);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        assertThat(RootKeyFile.open(file, folder.toString())).isNotNull();
        refused(() -> RootKeyFile.open(file, data.toString()), "chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        refused(() -> RootKeyFile.open(file, folder.toString()), "chmod 600");
    }

    @Test
    void aFileOfAnotherUserIsRefused() throws IOException {
        boolean administrator =
                Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        Path foreign = Path.of("/etc/passwd");
        if (administrator) {
            RootKeyFile.create(file, RANDOM);
            Files.setAttribute(file, "unix:uid", 1);
            foreign = file;
        }
        Path asked = foreign;
        refused(() -> RootKeyFile.open(asked), "belongs to another user");
    }

    @Test
    void aLinkToElsewhereIsRefusedAndOneWithinTheFolderIsNot() throws IOException {
        RootKeyFile.create(data.resolve("root.key"), RANDOM);
        Path away = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("etc")).resolve("root.key"), data.resolve("root.key"));
        refused(() -> RootKeyFile.open(away), "link to elsewhere");

        Path within = Files.createSymbolicLink(file, Path.of("data/root.key"));
        assertThat(RootKeyFile.open(within)).isNotNull();
    }

    @Test
    void aFolderOrAnythingElseIsRefused() throws IOException {
        refused(() -> RootKeyFile.open(data), "no regular file");
        refused(() -> RootKeyFile.open(file), "there is no");
        Files.write(file, new byte[5000]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        refused(() -> RootKeyFile.open(file), "too long");
    }

    @Test
    void everyCutAndEveryChangedByteIsTold() throws IOException {
        RootKeyFile.create(file, RANDOM);
        byte[] text = Files.readString(file).strip().getBytes(US_ASCII);
        for (int i = 0; i < text.length; i++) {
            byte[] changed = text.clone();
            changed[i] ^= 1;
            for (byte[] damaged : new byte[][] {changed, Arrays.copyOf(text, i)}) {
                Files.write(file, damaged);
                assertThatThrownBy(() -> RootKeyFile.open(file))
                        .isInstanceOf(CannotUnlock.class)
                        .hasMessageNotContaining(new String(text, 21, 64, US_ASCII));
            }
        }
    }

    @Test
    void inProductionItMustBeThereAndOutsideTheDataFolder() throws IOException {
        var production = Settings.of(file, data, false);
        refused(() -> RootKeyFile.forServer(production, false, RANDOM), "there is no");
        assertThat(file).doesNotExist();

        Path inside = data.resolve("root.key");
        RootKeyFile.create(inside, RANDOM);
        refused(
                () -> RootKeyFile.forServer(Settings.of(inside, data, false), false, RANDOM),
                "lies in the data folder");
        Path led = Files.createSymbolicLink(folder.resolve("led"), data);
        refused(
                () -> RootKeyFile.forServer(Settings.of(led.resolve("root.key"), data, false), false, RANDOM),
                "lies in the data folder");
        refused(() -> RootKeyFile.forServer(Settings.of(null, data, false), false, RANDOM), "COFACTOR_ROOT_KEY_FILE");
    }

    @Test
    void anEvaluationMakesItOnceAndNeverAgain() throws IOException {
        var evaluation = Settings.of(data.resolve("root.key"), data, true);
        byte[] first = RootKeyFile.forServer(evaluation, false, RANDOM).reveal();
        assertThat(RootKeyFile.forServer(evaluation, false, RANDOM).reveal()).isEqualTo(first);
        assertThat(RootKeyFile.forServer(evaluation, true, RANDOM).reveal()).isEqualTo(first);

        Files.delete(data.resolve("root.key"));
        refused(() -> RootKeyFile.forServer(evaluation, true, RANDOM), "put root.key back");
        assertThat(data.resolve("root.key")).doesNotExist();
    }

    private static void refused(ThrowingCallable attempt, String because) {
        assertThatThrownBy(attempt)
                .isInstanceOf(CannotUnlock.class)
                .hasMessageContaining(because)
                .message()
                .hasLineCount(1);
    }
}
