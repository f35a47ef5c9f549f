// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that is killed, at whatever moment, leaves a folder that opens again, with an administrator who gets in. */
class KilledIT {
    /** A first start takes less, all of it. */
    private static final int FIRST_START_MILLIS = 6000;

    private static final int FIRST_KILLS = Nightly.or(3, 10);
    private static final int LATER_KILLS = Nightly.or(2, 6);
    private static final int LONGEST_WORK_MILLIS = 1500;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    private final Random moment = new Random();

    /** Unpacking, initdb, roles, first start, migrations, administrator, password file: each part hits some of them. */
    @ParameterizedTest
    @MethodSource("partsOfAFirstStart")
    void aFirstStartMayBeKilledAtAnyMoment(int part) {
        Path data = machine.folder("killed").resolve("data");
        ServerProcess server = machine.start(Launch.on(data));
        int length = FIRST_START_MILLIS / FIRST_KILLS;
        int millis = part * length + moment.nextInt(length);
        Waiting.pause(millis);
        server.kill();

        opensAgain(data, "killed after " + millis + " ms");
    }

    static IntStream partsOfAFirstStart() {
        return IntStream.range(0, FIRST_KILLS);
    }

    @Test
    void aPasswordFileIsNeverOneThatDoesNotFit() throws IOException {
        Path data = machine.furnished();
        Files.delete(passwordFile(data));
        ServerProcess server = machine.start(Launch.on(data));
        server.waitFor("the password file", () -> Files.exists(passwordFile(data)));
        server.kill();

        opensAgain(data, "killed as soon as the new password was there");
    }

    @Test
    void workMayBeKilledAtAnyMoment() {
        Path data = machine.furnished();
        for (int round = 0; round < LATER_KILLS; round++) {
            ServerProcess server = machine.start(Launch.on(data)).ready();
            Thread visitor = Thread.ofVirtual().start(() -> visit(server));
            Waiting.pause(moment.nextInt(LONGEST_WORK_MILLIS));
            server.kill();
            visitor.interrupt();
        }
        opensAgain(data, "killed at work");
    }

    @Test
    void aDatabaseLeftBehindIsStoppedAndItsDataKept() throws IOException {
        Launch launch = Launch.on(machine.furnished());
        ServerProcess server = machine.start(launch).ready();
        String password = Files.readString(passwordFile(launch.data()));
        server.kill();
        assertThat(launch.postgres().runs()).isTrue();
        var left = launch.postgres().processes();

        ServerProcess next = machine.start(launch).ready();

        assertThat(left).noneMatch(KilledIT::works);
        assertThat(Files.readString(passwordFile(launch.data()))).isEqualTo(password);
        assertThat(next.opensTo("admin", password.strip())).isTrue();
        Faultless.saysNothing(next);
    }

    /** Not isAlive: a process that has ended counts as alive until somebody asks how, and an orphan's may not be asked soon. */
    private static boolean works(ProcessHandle process) {
        return Files.exists(Path.of("/proc", Long.toString(process.pid()), "exe"));
    }

    private void opensAgain(Path data, String story) {
        ServerProcess next = machine.start(Launch.on(data)).ready();
        String password = read(passwordFile(data));
        assertThat(next.opensTo("admin", password)).as(story).isTrue();
        assertThat(next.err()).as(story).isEmpty();
        next.stop();
    }

    private static void visit(ServerProcess server) {
        try {
            while (!Thread.interrupted()) {
                server.opensTo("nobody", "a wrong guess");
            }
        } catch (RuntimeException | AssertionError e) {
            // the server is gone, as it should be
        }
    }

    private static Path passwordFile(Path data) {
        return data.resolve("initial-admin-password");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
