// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Race;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ground.events.Event;
import dev.cofactor.start.embedded.DataFolder;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the log costs, as ratios: the ways take turns, so that whatever else the machine does hits all of them alike. */
class AppendBench {
    private static final int CALLERS = 64;
    private static final int ROUNDS = 7;
    private static final Race WARM_UP = new Race(CALLERS, Duration.ofSeconds(8));
    private static final Race RACE = new Race(CALLERS, Duration.ofMillis(2000));

    /** An audit table as one has it without a log: a key, the two indexes to search by, a readable row of the same size. */
    private static final String PLAIN = """
            create table plain (event uuid primary key, time timestamptz not null, class text not null,
                                actor uuid not null, about uuid, outcome text not null, address_hash bytea,
                                body bytea not null);
            create index plain_by_actor on plain (actor, time);
            create index plain_by_about on plain (about, time);
            create index plain_by_class on plain (class, time);
            create index plain_by_address on plain (address_hash, time);
            """;

    private static final String INSERT = "insert into plain values (?, clock_timestamp(), ?, ?, ?, ?, ?, ?)";

    private static DataFolder data;
    private static EmbeddedPostgres postgres;

    private final LongAdder recorded = new LongAdder();
    private final byte[] row = new byte[600];

    @BeforeAll
    static void start() {
        data = DataFolder.open(TestFolder.fresh("bench").resolve("data"), "a test");
        postgres = EmbeddedPostgres.start(data);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        data.close();
        TestFolder.delete(data.path());
    }

    @Test
    void theLogCostsLessThanItWouldWithoutBatches() throws Exception {
        try (OwnLog log = OwnLog.make(postgres);
                OwnLog plain = OwnLog.make(postgres);
                AppendRig one = log.rig();
                AppendRig another = log.rig()) {
            plain.asOwner(postgres, PLAIN);
            Map<String, Race.Turn> ways = new LinkedHashMap<>();
            Batch batch = log.batch();
            ways.put("a  the appender", caller -> append(one, Load.note()));
            ways.put("b  the same chain, a transaction each", caller -> alone(log, batch));
            ways.put("c  plain inserts, a transaction each", caller -> insert(plain));
            ways.put(
                    "d  two appenders, half of the callers each",
                    caller -> append(caller % 2 == 0 ? one : another, Load.note()));
            ways.put(
                    "e  two appenders, 64 callers each",
                    caller -> append(caller % 2 == 0 ? one : another, Load.note()));
            ways.put("f  the appender, events with an empty body", caller -> append(one, Load.empty()));
            Map<String, List<Double>> speeds = race(ways, log);
            print(speeds);
        }
    }

    private Map<String, List<Double>> race(Map<String, Race.Turn> ways, OwnLog log) throws Exception {
        Map<String, List<Double>> speeds = new LinkedHashMap<>();
        for (Race.Turn way : ways.values()) {
            WARM_UP.run(way);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var way : ways.entrySet()) {
                speeds.computeIfAbsent(way.getKey(), first -> new ArrayList<>())
                        .add(race(way.getKey()).run(way.getValue()));
                assertThat(log.number("select size from log_head")).isEqualTo(recorded.sum());
            }
        }
        assertThat(log.verify()).isEqualTo(recorded.sum());
        return speeds;
    }

    private static Race race(String way) {
        return way.startsWith("e") ? new Race(2 * CALLERS, RACE.length()) : RACE;
    }

    private void append(AppendRig rig, Intent intent) {
        Settlement settlement = AppendRig.settled(rig.append(intent));
        assertThat(settlement).isInstanceOf(Settlement.OnRecord.class);
        recorded.increment();
    }

    /** Whoever waits for the head for more than a second is sent back, as in a server, and asks again. */
    private void alone(OwnLog log, Batch batch) throws SQLException {
        boolean done = false;
        while (!done) {
            try (Connection connection = log.database().getConnection()) {
                connection.setAutoCommit(false);
                Candidate one = new Candidate(Load.note());
                Set<UUID> subjects = Chains.needed(one.intent().event()).collect(Collectors.toSet());
                var promises = batch.run(
                        connection, batch.lock(connection, new HeadRows.Needed(subjects, Set.of())), List.of(one));
                connection.commit();
                done = promises.getFirst().settlement() instanceof Settlement.OnRecord;
            }
        }
        recorded.increment();
    }

    private void insert(OwnLog plain) throws SQLException {
        Event event = Load.note().event();
        try (Connection connection = plain.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, event.id());
            statement.setString(2, event.kind().word());
            statement.setObject(3, event.actor().id());
            statement.setObject(4, event.about().orElseThrow().id());
            statement.setString(5, event.outcome().word());
            statement.setBytes(6, new byte[32]);
            statement.setBytes(7, row);
            statement.executeUpdate();
        }
    }

    private static void print(Map<String, List<Double>> speeds) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%n%d callers, %d rounds, events in a second: median (least, most)%n", CALLERS, ROUNDS));
        List<Double> medians = new ArrayList<>();
        speeds.forEach((way, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            medians.add(sorted.get(sorted.size() / 2));
            table.append(String.format(
                    Locale.ROOT,
                    "%-40s %8.0f (%.0f, %.0f)%n",
                    way,
                    medians.getLast(),
                    sorted.getFirst(),
                    sorted.getLast()));
        });
        table.append(ratio("a/b", medians.get(0) / medians.get(1), 10))
                .append(ratio("a/c", medians.get(0) / medians.get(2), 1))
                .append(ratio("d/a", medians.get(3) / medians.get(0), 1))
                .append(ratio("e/a", medians.get(4) / medians.get(0), 1))
                .append(ratio("a/f", medians.get(0) / medians.get(5), 0));
        System.out.println(table);
    }

    private static String ratio(String name, double ratio, double least) {
        return String.format(
                Locale.ROOT,
                "%-40s %8.2f (to be at least %.1f)%s%n",
                name,
                ratio,
                least,
                ratio < least ? "  MISSED" : "");
    }
}
