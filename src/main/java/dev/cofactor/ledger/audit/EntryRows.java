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
    /** Once for all rows: the epoch, the first index, the time. The leaf's hash the database computes, as it will check it. */
    private static final String ENTRIES = """
            insert into log_entry (epoch, index, leaf, leaf_hash, event, time, class, actor, about, outcome,
                                   address_hash, body_key, body)
            select (?::integer[])[1], (?::bigint[])[1] + n - 1, leaf, sha256('\\x00'::bytea || leaf), event,
                   (?::timestamptz[])[1], class, actor, about, outcome, address_hash, body_key, body
              from unnest(?::bytea[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bytea[], ?::uuid[],
                          ?::bytea[]) with ordinality
                   as e (leaf, event, class, actor, about, outcome, address_hash, body_key, body, n)
            """;

    private static final String EVENTS = """
            insert into log_event (event, epoch, index)
            select event, (?::integer[])[1], (?::bigint[])[1] + n - 1
              from unnest(?::uuid[]) with ordinality as e (event, n)
            """;

    private static final String NODES = """
            insert into log_node (epoch, level, index, hash)
            select * from unnest(?::integer[], ?::smallint[], ?::bigint[], ?::bytea[])
            """;

    private EntryRows() {}

    /** One row. */
    record Entry(
            byte[] leaf,
            Hash leafHash,
            Event event,
            @Nullable UUID about,
            byte @Nullable [] addressHash,
            LogBodies.Sealed body) {}

    /** What all rows of a batch have in common. */
    record Common(int epoch, long first, Instant time) {
        Common from(int offset) {
            return new Common(epoch, first + offset, time);
        }
    }

    /** Where each event is, by its id. */
    static Table.Write events(Common common, List<Event> events) {
        return new Table.Write(
                EVENTS,
                events.size(),
                once("integer", common.epoch),
                once("bigint", common.first),
                Table.column("uuid", events, Event::id));
    }

    static Table.Write entries(Common common, List<Entry> entries) {
        return new Table.Write(
                ENTRIES,
                entries.size(),
                once("integer", common.epoch),
                once("bigint", common.first),
                once("timestamptz", common.time),
                Table.column("bytea", entries, Entry::leaf),
                Table.column("uuid", entries, entry -> entry.event().id()),
                Table.column("text", entries, entry -> entry.event().kind().word()),
                Table.column("uuid", entries, entry -> entry.event().actor().id()),
                Table.column("uuid", entries, Entry::about),
                Table.column("text", entries, entry -> entry.event().outcome().word()),
                Table.column("bytea", entries, Entry::addressHash),
                Table.column("uuid", entries, entry -> entry.body().key()),
                Table.column("bytea", entries, entry -> entry.body().bytes()));
    }

    private static Table.Column once(String type, Object value) {
        return Table.column(type, List.of(value), one -> one);
    }

    /** Those at the tiles' boundaries; everything between is computed. */
    static Table.Write nodes(Common common, List<Frontier.Node> completed) {
        List<Frontier.Node> nodes =
                completed.stream().filter(Frontier.Node::inTile).toList();
        return new Table.Write(
                NODES,
                nodes.size(),
                Table.column("integer", nodes, node -> common.epoch),
                Table.column("smallint", nodes, node -> (short) node.level()),
                Table.column("bigint", nodes, Frontier.Node::index),
                Table.column("bytea", nodes, node -> node.hash().bytes()));
    }
}
