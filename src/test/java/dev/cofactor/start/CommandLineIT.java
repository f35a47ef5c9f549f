// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and settings that are wrong are answered at once; nothing is begun. */
class CommandLineIT {
    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @ParameterizedTest
    @ValueSource(strings = {"sevre", "migrate now", "admin", "admin create", "admin create a b", "--port 1"})
    void anUnknownWordIsAnsweredWithTheUsage(String words) {
        Path data = machine.folder("words").resolve("data");
        ServerProcess command = machine.start(Launch.on(data), words.split(" "));

        assertThat(command.ended()).isEqualTo(Cofactor.USAGE);
        assertThat(command.err()).startsWith("usage: cofactor");
        assertThat(command.out()).isEmpty();
        assertThat(data).doesNotExist();
    }

    @Test
    void helpAndVersionAreDataOnStandardOutput() {
        Launch launch = Launch.on(machine.folder("words"));
        ServerProcess help = machine.start(launch, "--help");
        ServerProcess version = machine.start(launch, "--version");

        assertThat(help.ended()).isZero();
        assertThat(help.out()).startsWith("usage: cofactor");
        assertThat(version.ended()).isZero();
        assertThat(version.out()).matches("cofactor [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n");
        Faultless.saysNothing(help);
        Faultless.saysNothing(version);
    }

    @ParameterizedTest
    @CsvSource({
        "COFACTOR_PORT,            hunter2",
        "COFACTOR_MANAGEMENT_PORT, hunter2",
        "COFACTOR_SESSION_IDLE,    hunter2",
        "COFACTOR_BODY_LIMIT,      hunter2",
    })
    void aSettingThatCannotBeReadIsNamedWithoutItsValue(String name, String value) {
        ServerProcess server = machine.start(Launch.on(machine.furnished()).with(name, value));

        Faultless.refuses(server, "correct " + name);
        assertThat(server.err()).doesNotContain(value);
    }

    @Test
    void anEvaluationListensNowhereElse() {
        Launch launch = Launch.on(machine.folder("words").resolve("data")).with("COFACTOR_HOST", "0.0.0.0");

        Faultless.refuses(machine.start(launch), "this machine only", "COFACTOR_HOST");
        assertThat(launch.data()).doesNotExist();
    }

    @Test
    void anEvaluationHasItsAdministratorAlready() {
        Launch launch = Launch.on(machine.folder("words").resolve("data"));

        Faultless.refuses(machine.start(launch, "admin", "create", "anna"), "COFACTOR_DATABASE_URL");
        Faultless.refuses(machine.start(launch, "migrate"), "COFACTOR_DATABASE_URL");
    }
}
