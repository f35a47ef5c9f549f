// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.Postgres;
import dev.cofactor.fixtures.Race;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.start.embedded.DataFolder;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever writes, or the database, is killed at any moment: what was answered is on the log, and the log is right. */
class KilledTest {
    private static final int ROUNDS = Nightly.or(3, 25);
    private static final int CALLERS = 32;
    private static final int LONGEST_WORK_MILLIS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Random moment = new Random();
    private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> numbers = ConcurrentHashMap.newKeySet();
    private final Queue<String> twice = new ConcurrentLinkedQueue<>();
    private final Set<UUID> denied = ConcurrentHashMap.newKeySet();
    private DataFolder data;
    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        data = DataFolder.open(TestFolder.fresh("killed").resolve("data"), "a test");
        postgres = EmbeddedPostgres.start(data);
    }

    @AfterEach
    void stop() {
        postgres.close();
        data.close();
    }

    @Test
    void aWriterMayBeKilledAtAnyMoment() throws Exception {
        try (OwnLog log = OwnLog.make(postgres)) {
            for (int round = 0; round < ROUNDS; round++) {
                Process writer = writer(log.access());
                try (BufferedReader said = writer.inputReader()) {
                    acknowledge(said.readLine()); // it is at work
                    Thread reader = Thread.ofPlatform().start(() -> said.lines().forEach(this::acknowledge));
                    Waiting.pause(moment.nextInt(LONGEST_WORK_MILLIS));
                    writer.destroyForcibly().waitFor();
                    reader.join(PATIENCE.toMillis());
                }
                assertThat(writer.exitValue()).isEqualTo(128 + 9);
                isWhole(log, "writer killed, round " + round);
            }
        }
    }

    @Test
    void theDatabaseMayBeKilledAtAnyMoment() throws Exception {
        OwnLog.Access access;
        try (OwnLog log = OwnLog.make(postgres)) {
            access = log.access();
        }
        for (int round = 0; round < ROUNDS; round++) {
            try (OwnLog log = OwnLog.open(access);
                    AppendRig rig = log.rig()) {
                Thread killer = Thread.ofPlatform().start(() -> {
                    Waiting.pause(200 + moment.nextInt(LONGEST_WORK_MILLIS));
                    new Postgres(data.path()).end();
                });
                new Race(CALLERS, Duration.ofMillis(LONGEST_WORK_MILLIS + 500)).run(caller -> append(rig));
                killer.join();
            }
            postgres = EmbeddedPostgres.start(data);
            access = access.at(postgres.url());
            try (OwnLog log = OwnLog.open(access)) {
                isWhole(log, "database killed, round " + round);
            }
        }
    }

    private static Process writer(OwnLog.Access access) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AppendingProcess.class.getName())
                .redirectError(TestFolder.fresh("writer").resolve("said").toFile())
                .start();
        try (var out = process.outputWriter()) {
            out.write(String.join(
                    "\n",
                    access.url(),
                    access.role(),
                    access.password(),
                    access.rootKey().toString(),
                    ""));
        }
        return process;
    }

    private void append(AppendRig rig) {
        Intent intent = Load.claiming();
        switch (AppendRig.settled(rig.append(intent))) {
            case Settlement.OnRecord done -> {
                acknowledged.put(done.recorded().event(), done.recorded().index());
                Load.number(intent, done).ifPresent(this::goneOut);
            }
            case Settlement.Unknown unknown -> {}
            case Settlement settlement -> {
                denied.add(intent.event().id());
                Waiting.pause(5);
            }
        }
    }

    private void acknowledge(String line) {
        String[] words = line.split(" ");
        acknowledged.put(UUID.fromString(words[0]), Long.parseLong(words[1]));
        if (words.length > 2) {
            goneOut(words[2]);
        }
    }

    private void goneOut(String number) {
        if (!numbers.add(number)) {
            twice.add(number);
        }
    }

    /**
     * Nothing acknowledged is lost or elsewhere, nothing denied is there, from first to last it is one log, and no counter gave
     * a number twice.
     */
    private void isWhole(OwnLog log, String story) throws Exception {
        assertThat(acknowledged).as(story).isNotEmpty();
        Map<UUID, Long> stored = log.places();
        assertThat(log.verify()).as(story).isEqualTo(stored.size());
        assertThat(new HashSet<>(stored.values())).as(story).hasSameSizeAs(stored.values());
        acknowledged.forEach((event, index) ->
                assertThat(stored.get(event)).as(story + ": " + event).isEqualTo(index));
        assertThat(denied).as(story).noneMatch(stored::containsKey);
        assertThat(numbers).as(story).isNotEmpty();
        assertThat(twice).as(story).isEmpty();
    }
}
