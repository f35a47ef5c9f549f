// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.witness.Export;
import dev.cofactor.engine.witness.Pinned;
import dev.cofactor.engine.witness.Verdict;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.notary.CopiesSigned;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log that the real appender wrote and the real signer signed, twice: in copies, as it was and as it became. Whoever
 * checks it knows its origin, its key and what it signed first, and nothing else.
 */
@Singleton
class SignedCopies {
    /** More than a tile, so that there are stored nodes. */
    private static final int EACH = 300;

    private static final int VICTIM = 100;

    private final Written written;
    private final Inspection inspection;
    private final Roles roles;
    private @Nullable Signed signed;

    SignedCopies(Written written, Inspection inspection, Roles roles) {
        this.written = written;
        this.inspection = inspection;
        this.roles = roles;
    }

    /**
     * @param victim the index of an entry that both cover, of somebody about something from an address
     * @param first the checkpoint kept from before
     */
    record Signed(CopiesSigned signer, LogCopy early, LogCopy late, Pinned pinned, long victim, Checkpoint first) {
        Checkpoint last() throws SQLException {
            return newest(late, pinned);
        }
    }

    synchronized Signed signed() throws SQLException, IOException {
        if (signed == null) {
            signed = make();
        }
        return signed;
    }

    private Signed make() throws SQLException, IOException {
        long victim = write() - EACH + VICTIM;
        LogCopy early = unsigned();
        write();
        LogCopy late = unsigned();
        String origin = early.one("select origin from log_epoch");
        CopiesSigned signer = new CopiesSigned(TestFolder.fresh("signed-copies"), origin);
        if (!signer.sign(early.server()) || !signer.sign(late.server())) {
            throw new IllegalStateException("an honest log was not signed");
        }
        Pinned pinned = new Pinned(origin, List.of(signer.verifier()));
        return new Signed(signer, early, late, pinned, victim, newest(early, pinned));
    }

    /** @return the index of the last one */
    private long write() {
        Event[] events = new Event[EACH];
        for (int i = 0; i < EACH; i++) {
            EventClass kind = i % 2 == 0 ? EventClass.CODE_RELEASED : EventClass.SESSION_CLOSED;
            events[i] = Written.event(kind, UUID.randomUUID(), Optional.of(UUID.randomUUID()));
        }
        return written.put(events);
    }

    /** What other keys signed is theirs. */
    private LogCopy unsigned() throws SQLException, IOException {
        LogCopy copy = LogCopy.of(roles);
        copy.tamper("delete from checkpoint");
        return copy;
    }

    private static Checkpoint newest(LogCopy copy, Pinned pinned) throws SQLException {
        return pinned.open(copy.one("select note from checkpoint order by size desc limit 1")
                .getBytes(UTF_8));
    }

    /** A log that may be ruined. */
    LogCopy twin() throws SQLException, IOException {
        return signed().late().twin(roles);
    }

    void drop(LogCopy twin) throws SQLException {
        twin.drop(roles);
    }

    byte[] export(LogCopy copy) throws IOException {
        LogExport export = new LogExport(copy.server(), inspection);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(export.plan().orElseThrow(() -> new Problem(Problem.Kind.UNAVAILABLE, "test", "unsigned")), out);
        return out.toByteArray();
    }

    Verdict verify(LogCopy copy, Optional<Checkpoint> since) throws SQLException, IOException {
        return Export.verify(new ByteArrayInputStream(export(copy)), signed().pinned(), since, 7);
    }
}
