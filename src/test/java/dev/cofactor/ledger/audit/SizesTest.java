// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.start.embedded.DataFolder;
import dev.cofactor.start.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where tiles begin and end, the log is as right as elsewhere. */
class SizesTest {
    private static final int LARGEST_BATCH = 256;
    private static final int LARGEST = Nightly.or(300, 66_000);

    @Test
    void aLogIsRightBeforeAtAndAfterEachEdgeOfATile() throws Exception {
        try (DataFolder data = DataFolder.open(TestFolder.fresh("sizes").resolve("data"), "a test");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                OwnLog log = OwnLog.make(postgres)) {
            for (int size : List.of(0, 1, 255, 256, 257, 65_535, 65_536, 65_537)) {
                if (size <= LARGEST) {
                    fill(log, size);
                    assertThat(log.verify()).isEqualTo(size);
                }
            }
        }
    }

    private static void fill(OwnLog log, long size) throws SQLException {
        Batch batch = log.batch();
        try (Connection connection = log.database().getConnection()) {
            connection.setAutoCommit(false);
            long left = size - log.number("select size from log_head");
            while (left > 0) {
                batch.run(
                        connection,
                        batch.lock(connection, HeadRows.Needed.NOTHING),
                        Stream.generate(() -> new Candidate(Load.note()))
                                .limit(Math.min(left, LARGEST_BATCH))
                                .toList());
                connection.commit();
                left -= LARGEST_BATCH;
            }
        }
    }
}
