// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.unlocking.Settings.At;
import dev.cofactor.ground.unlocking.Settings.Kms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnlockingTest {
    private static final Kms NO_KMS = new Kms(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    @BeforeEach
    void realFolder() throws IOException {
        folder = folder.toRealPath();
    }

    @Test
    void whatSystemdHandsOverIsTheKey() throws IOException {
        Path file = folder.resolve("root-key");
        RootKeyFile.create(file, new SecureRandom());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        assertThat(Unlocking.handedOver("root-key", folder.toString()))
                .isInstanceOfSatisfying(
                        Provider.Local.class,
                        local -> assertThat(local.key().reveal()).hasSize(RootKeyFile.KEY_BYTES));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        refused("chmod 600", () -> Unlocking.handedOver("root-key", folder.toString()));
        refused("there is no", () -> Unlocking.handedOver("other-key", folder.toString()));
        refused("handed nothing over", () -> Unlocking.handedOver("root-key", null));
    }

    @Test
    void aCredentialThatLeadsElsewhereIsRefused() throws IOException {
        Path credentials = Files.createDirectory(folder.resolve("credentials"));
        RootKeyFile.create(folder.resolve("root.key"), new SecureRandom());
        Files.createSymbolicLink(credentials.resolve("root-key"), folder.resolve("root.key"));
        refused("link to elsewhere", () -> Unlocking.handedOver("root-key", credentials.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../root.key", "a/b", "/etc/passwd", "a b", "-\n"})
    void aPathIsNoNameOfACredential(String name) {
        refused("not a path", () -> Unlocking.handedOver(name, folder.toString()));
    }

    @Test
    void noPlaceAndTwoPlacesAreRefused() {
        refused("nothing says", () -> at(Optional.empty(), Optional.empty(), NO_KMS));
        var kms = new Kms(Optional.of(KmsStandIn.ARN), Optional.empty(), Optional.empty());
        var file = Optional.of(folder.resolve("root.key"));
        refused("set only one", () -> at(file, Optional.of("root-key"), NO_KMS));
        refused("set only one", () -> at(file, Optional.empty(), kms));
        refused("set only one", () -> at(Optional.empty(), Optional.of("root-key"), kms));
        refused("CREDENTIALS_FILE is missing", () -> at(Optional.empty(), Optional.empty(), kms));
    }

    private void at(Optional<Path> file, Optional<String> credential, Kms kms) {
        new Settings(new At(file, credential, kms), folder.resolve("data"), false)
                .unlocking()
                .provider(false);
    }

    private static void refused(String because, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOf(CannotUnlock.class)
                .hasMessageContaining(because)
                .message()
                .hasLineCount(1);
    }
}
