// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Shell;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit and its environment file, as far as they can be judged without starting a service. */
class SystemdTest {
    private static final Path FOLDER = Path.of("deploy", "systemd");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @ParameterizedTest
    @ValueSource(strings = {"cofactor.service", "cofactor-signer.service"})
    void theUnitLocksTheServiceIn(String name) throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve(name)))
                .contains(
                        "DynamicUser=yes",
                        "NoNewPrivileges=yes",
                        "CapabilityBoundingSet=",
                        "ProtectSystem=strict",
                        "PrivateTmp=yes",
                        "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
                        "SystemCallFilter=@system-service",
                        "MemoryDenyWriteExecute=no",
                        "KillMode=mixed",
                        "SuccessExitStatus=143",
                        "EnvironmentFile=/etc/cofactor/cofactor.env");
    }

    @Test
    void theSignerCanOpenNothing() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("cofactor-signer.service")))
                .contains("cofactor signer", "COFACTOR_LOG_KEY_FILE=%S/cofactor-signer/log.key")
                .doesNotContain("root.key", "ROOT_KEY");
    }

    @Test
    void theServerMayTakeItsTimeToStop() throws IOException {
        long patience = Files.readAllLines(FOLDER.resolve("cofactor.service")).stream()
                .filter(line -> line.startsWith("TimeoutStopSec="))
                .mapToLong(line -> Long.parseLong(line.split("=")[1]))
                .findFirst()
                .orElseThrow();

        assertThat(patience).isGreaterThan(60);
    }

    /** systemd cannot be had everywhere the tests run; where it can, it has to agree. */
    @ParameterizedTest
    @ValueSource(strings = {"cofactor.service", "cofactor-signer.service"})
    void systemdUnderstandsEveryLine(String name, @TempDir Path copy) throws IOException {
        String unit = Files.readString(FOLDER.resolve(name));
        assertThat(unit.lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .allMatch(line -> line.matches("\\[[A-Z][a-z]+]|[A-Z][A-Za-z]+=.*"));
        if (Files.isExecutable(ANALYZE)) {
            Path file = Files.writeString(copy.resolve(name), unit.replace("/opt/cofactor/cofactor", "/bin/true"));
            Shell.Outcome verdict = Shell.attempt(Map.of(), ANALYZE.toString(), "verify", "--man=no", file.toString());
            assertThat(verdict.exit()).as(verdict.said()).isZero();
            assertThat(verdict.said()).doesNotContain(name);
        }
    }

    /** What is left of ten: the network, and that Java compiles while it runs. */
    @ParameterizedTest
    @ValueSource(strings = {"cofactor.service", "cofactor-signer.service"})
    void systemdFindsLittleToBlame(String name) {
        if (Files.isExecutable(ANALYZE)) {
            Shell.Outcome verdict = Shell.attempt(
                    Map.of(),
                    ANALYZE.toString(),
                    "security",
                    "--offline=true",
                    "--no-pager",
                    "--threshold=15",
                    FOLDER.resolve(name).toAbsolutePath().toString());
            assertThat(verdict.exit()).as(verdict.said()).isZero();
        }
    }

    @Test
    void theSettingsItShowsAreSafeAndHoldNoPassword() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("cofactor.env"));
        Map<String, String> shown = lines.stream()
                .filter(line -> line.startsWith("COFACTOR_"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0].toLowerCase(Locale.ROOT).replace('_', '.'), pair -> pair[1]));

        // The file itself is root's; the service gets it as a credential, like the passwords.
        assertThat(Files.readAllLines(FOLDER.resolve("cofactor.service")))
                .contains(
                        "LoadCredential=root-key:/etc/cofactor/root.key",
                        "Environment=COFACTOR_ROOT_KEY_CREDENTIAL=root-key");
        shown.put("cofactor.root-key.credential", "root-key");

        assertThat(lines).noneMatch(Pattern.compile("^#?COFACTOR_.*PASSWORD=").asPredicate());
        assertThat(UnsafeSettings.of(new SmallRyeConfigBuilder()
                        .withDefaultValues(shown)
                        .withMapping(Settings.class)
                        .build()
                        .getConfigMapping(Settings.class)))
                .isEmpty();
    }
}
