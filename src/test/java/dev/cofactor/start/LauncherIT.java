// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.Shell;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The file of loaded classes that makes the next start faster: it helps, and nothing that happens to it hurts. */
class LauncherIT {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final int MOST_STARTS = 3;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @RegisterExtension
    final Machine shipped = new Machine();

    private Launch launch;
    private Path archive;

    @BeforeEach
    void install() throws IOException {
        Launch packaged = Launch.on(machine.furnished());
        Path installed = machine.folder("installed").resolve("cofactor");
        Shell.run("cp", "-a", packaged.installation().toString(), installed.toString());
        launch = packaged.installedIn(installed);
        archive = installed.resolve("cofactor.jsa");
        Files.deleteIfExists(archive);
    }

    @Test
    void theSecondStartUsesWhatTheFirstLeft() {
        Run first = run(shipped);
        assertThat(first.mapped()).isFalse();
        assertThat(archive).isNotEmptyFile();
        assertThat(first.stop()).isLessThan(LONGEST_STOP);

        assertThat(run(shipped).mapped()).isTrue();
    }

    /** A fifth of the start, which a neighbour's load on the same cores can hide once but not thrice. */
    @Test
    @Tag("nightly")
    void theSecondStartIsFasterThanTheFirst() {
        Run first = run(shipped);

        List<Run> later = new ArrayList<>();
        do {
            later.add(run(shipped));
        } while (later.size() < MOST_STARTS && later.stream().noneMatch(run -> run.costsLessThan(first)));
        assertThat(later).as("with the archive, and without: %s", first).anyMatch(run -> run.costsLessThan(first));
    }

    @Test
    @Tag("nightly")
    void aSpoiltFileIsSurvivedInSilence() throws IOException {
        run();
        long size = Files.size(archive);
        for (long place : new long[] {0, size - 4096}) {
            spoil(place);
            run();
        }
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(size / 2);
        }
        run();
    }

    @Test
    @Tag("nightly")
    void aStartThatWasRefusedLeavesNothingToTheNext() throws IOException {
        machine.start(launch.with("COFACTOR_HOST", "0.0.0.0")).ended();
        run();

        assertThat(Files.size(archive)).isGreaterThan(20 << 20);
    }

    @Test
    void twoServersShareItAndMakeItAtOnce() {
        ServerProcess one = machine.start(launch);
        Launch other = Launch.on(machine.furnished()).installedIn(launch.installation());
        ServerProcess two = machine.start(other).ready();
        one.ready();
        Thread stopping = Thread.ofVirtual().start(one::stop);
        two.stop();
        one.ended();
        stopping.interrupt();

        run();
        Faultless.saysNothing(one);
        Faultless.saysNothing(two);
    }

    record Run(Duration untilReady, Duration costs, Duration stop, boolean mapped) {
        boolean costsLessThan(Run other) {
            return costs.compareTo(other.costs) < 0;
        }
    }

    private Run run() {
        return run(machine);
    }

    private Run run(Machine on) {
        ServerProcess server = on.start(launch).ready();
        Duration ready = server.age();
        Duration costs = server.processorTime();
        boolean mapped = server.maps(archive);
        server.stop();
        Faultless.saysNothing(server);
        assertThat(server.out()).startsWith("\nCofactor runs.");
        return new Run(ready, costs, server.age().minus(ready), mapped);
    }

    private void spoil(long place) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            byte[] page = new byte[512];
            file.seek(place);
            file.readFully(page);
            for (int i = 0; i < page.length; i++) {
                page[i] ^= (byte) 0x5a;
            }
            file.seek(place);
            file.write(page);
        }
    }
}
