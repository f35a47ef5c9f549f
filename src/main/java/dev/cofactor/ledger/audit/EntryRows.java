// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.sealing.LogBodies;
import dev.cofactor.ledger.claims.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that write entries and nodes, three for a whole batch. Plain SQL: nothing here is ever read back as an entity. */
final class EntryRows {
    private static final String ENTRIES = """
            insert into log_entry (epoch, index, leaf, leaf_hash, event, time, class, actor, about, outcome,
                                   address_hash, body_key, body)
            select * from unnest(?::integer[], ?::bigint[], ?::bytea[], ?::bytea[], ?::uuid[], ?::timestamptz[],
                                 ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bytea[], ?::uuid[], ?::bytea[])
            """;

    private static final String EVENTS =
            "insert into log_event (event, epoch, index) select * from unnest(?::uuid[], ?::integer[], ?::bigint[])";

    private static final String NODES = """
            insert into log_node (epoch, level, index, hash)
            select * from unnest(?::integer[], ?::smallint[], ?::bigint[], ?::bytea[])
            """;

    private EntryRows() {}

    /** One row. */
    record Entry(
            long index,
            byte[] leaf,
            Hash leafHash,
            Event event,
            Instant time,
            @Nullable UUID about,
            byte @Nullable [] addressHash,
            LogBodies.Sealed body) {}

    static List<Table.Write> writes(int epoch, List<Entry> entries, List<Frontier.Node> completed) {
        return List.of(
                entries(epoch, entries),
                new Table.Write(
                        EVENTS,
                        entries.size(),
                        Table.column("uuid", entries, entry -> entry.event().id()),
                        Table.column("integer", entries, entry -> epoch),
                        Table.column("bigint", entries, Entry::index)),
                nodes(epoch, completed.stream().filter(Frontier.Node::inTile).toList()));
    }

    private static Table.Write entries(int epoch, List<Entry> entries) {
        return new Table.Write(
                ENTRIES,
                entries.size(),
                Table.column("integer", entries, entry -> epoch),
                Table.column("bigint", entries, Entry::index),
                Table.column("bytea", entries, Entry::leaf),
                Table.column("bytea", entries, entry -> entry.leafHash().bytes()),
                Table.column("uuid", entries, entry -> entry.event().id()),
                Table.column("timestamptz", entries, Entry::time),
                Table.column("text", entries, entry -> entry.event().kind().word()),
                Table.column("uuid", entries, entry -> entry.event().actor().id()),
                Table.column("uuid", entries, Entry::about),
                Table.column("text", entries, entry -> entry.event().outcome().word()),
                Table.column("bytea", entries, Entry::addressHash),
                Table.column("uuid", entries, entry -> entry.body().key()),
                Table.column("bytea", entries, entry -> entry.body().bytes()));
    }

    private static Table.Write nodes(int epoch, List<Frontier.Node> nodes) {
        return new Table.Write(
                NODES,
                nodes.size(),
                Table.column("integer", nodes, node -> epoch),
                Table.column("smallint", nodes, node -> (short) node.level()),
                Table.column("bigint", nodes, Frontier.Node::index),
                Table.column("bytea", nodes, node -> node.hash().bytes()));
    }
}
