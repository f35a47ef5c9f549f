// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Roles;
import dev.cofactor.ground.events.EventClass;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A log of many rows goes out whole and in order, and a reader of it needs no more memory than one of a few. */
@Tag("nightly")
@QuarkusTest
class ManyRowsTest {
    private static final Logger LOG = Logger.getLogger(ManyRowsTest.class);
    private static final int ROWS = Integer.getInteger("test.rows", 60_000);

    private final Written written;
    private final Inspection inspection;
    private final Roles roles;

    ManyRowsTest(Written written, Inspection inspection, Roles roles) {
        this.written = written;
        this.inspection = inspection;
        this.roles = roles;
    }

    @Test
    void theWholeLogGoesOutPageAfterPageAndNothingStaysBehind() throws Exception {
        LogExport export = new LogExport(many().server(), inspection);
        Counted out = new Counted();
        long begun = System.nanoTime();
        export.write(export.plan().orElseThrow(), out);
        double seconds = (System.nanoTime() - begun) / 1e9;
        LOG.infof(
                "%d rows in %.1f s, %d MB, at most %d MB of heap in use",
                (Object) ROWS, seconds, out.bytes >> 20, out.mostHeld >> 20);
        assertThat(out.lines).isEqualTo(ROWS + 2);
        // What it would come to if the answer, or the rows of it, were gathered.
        assertThat(out.mostHeld - out.heldAtFirst).isLessThan(out.bytes / 2);
    }

    /** Every row the same but for its place: enough to be read and opened. */
    private LogCopy many() throws Exception {
        written.put(Written.event(EventClass.CODE_RELEASED, UUID.randomUUID(), Optional.of(UUID.randomUUID())));
        LogCopy copy = LogCopy.of(roles);
        copy.tamper(
                "create temporary table one as select * from log_entry order by index desc limit 1;"
                        + " truncate log_entry; insert into log_entry select epoch, i, leaf, leaf_hash, event, time, class, actor,"
                        + " about, outcome, address_hash, body_key, body from one, generate_series(0, %d) i",
                ROWS - 1);
        copy.tamper("analyze log_entry");
        copy.tamper("delete from checkpoint");
        copy.tamper(
                "insert into checkpoint (epoch, size, root, note) values (1, %d, sha256(''), E'o\\n%d\\nr\\n')",
                ROWS, ROWS);
        return copy;
    }

    /** Reads in step with the writer and looks now and then at what is held after a collection. */
    private static final class Counted extends OutputStream {
        private static final long EVERY = 32L << 20;

        private long bytes;
        private long lines;
        private long mostHeld;
        private long heldAtFirst;
        private long next;

        @Override
        public void write(int b) throws IOException {
            bytes++;
            lines += b == '\n' ? 1 : 0;
        }

        @Override
        public void write(byte[] line, int from, int length) {
            bytes += length;
            if (bytes >= next) {
                next += EVERY;
                look();
            }
        }

        private void look() {
            Runtime runtime = Runtime.getRuntime();
            System.gc();
            long held = runtime.totalMemory() - runtime.freeMemory();
            heldAtFirst = heldAtFirst == 0 ? held : heldAtFirst;
            mostHeld = Math.max(mostHeld, held);
        }
    }
}
