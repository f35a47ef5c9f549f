// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.fixtures.Race;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Two appenders on one log, each with a queue, a thread and a connection of its own. */
public final class TwoNodes implements AutoCloseable {
    private final OwnLog log;
    private final List<AppendRig> nodes;

    /** What was asked, and what came of it. */
    record Answered(Intent intent, Settlement settlement) {}

    public TwoNodes(EmbeddedPostgres postgres) throws SQLException {
        log = OwnLog.make(postgres);
        nodes = List.of(log.rig(), log.rig());
    }

    OwnLog log() {
        return log;
    }

    public DataSource server() {
        return log.database();
    }

    Queue<Answered> append(Duration length, Supplier<Intent> intents) throws Exception {
        Queue<Answered> answers = new ConcurrentLinkedQueue<>();
        new Race(16, length).run(caller -> {
            Intent intent = intents.get();
            AppendRig node = nodes.get(caller % nodes.size());
            answers.add(new Answered(intent, AppendRig.settled(node.append(intent))));
        });
        return answers;
    }

    public void appendFor(Duration length) throws Exception {
        append(length, Load::claiming);
    }

    /** @return how many entries there are, all of them right */
    public long verify() {
        return log.verify();
    }

    @Override
    public void close() throws InterruptedException {
        for (AppendRig node : nodes) {
            node.close();
        }
        log.close();
    }
}
