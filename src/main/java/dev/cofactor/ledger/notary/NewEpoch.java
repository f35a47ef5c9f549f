// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.Unproven;
import dev.cofactor.ground.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Begins a new log in a database that was restored, or whose log was stopped. It names the last head that was signed of the
 * old one, so whoever knows that head sees where the old log ends and what was lost. Done by the schema's owner: the
 * server's role cannot.
 */
public final class NewEpoch {
    private static final String CURRENT = """
            select h.epoch, e.origin, i.id from log_head h join log_epoch e using (epoch) cross join installation i
              for update of h
            """;

    private static final String NAMED = "insert into log_epoch (epoch, origin, previous_checkpoint) values (?, ?, ?)";

    private static final String BEGUN = """
            update log_head set epoch = ?, size = 0, frontier = ''::bytea, root = sha256(''::bytea), world = world + 1,
                   stopped = null, unconfirmed = true
            """;

    /**
     * What was signed in, granted, invited or trusted may have been ended in what the restore forgot, a recovery code may have been
     * used in it; and counters and backup codes may have gone out that the copy holds for unused.
     */
    private static final String ENDED = """
            delete from log_chain;
            delete from session;
            update access_grant set ended = 'restored' where ended is null;
            update access_request set state = 'void', settled_at = clock_timestamp(), settled_event = id,
                   settled_by = '00000000-0000-0000-0000-000000000001' where state = 'pending';
            update service set active = false;
            update agent set active = false;
            update federation set active = false where ended_at is null;
            update invitation set ended_at = clock_timestamp() where ended_at is null;
            delete from recovery_set;
            insert into claim_unsure select value from seed where kind = 'hotp' and state <> 'destroyed'
                on conflict do nothing;
            insert into claim_unsure select pool from backup_pool where ended_at is null on conflict do nothing;
            select log_partitions();
            """;

    private NewEpoch() {}

    /**
     * @param checkpoint the signed note of the last head of the epoch that ends; that it is signed, and the last, the signer
     *     checks before it signs the first head of the new one
     * @return the new log's origin
     */
    public static String open(Connection owner, byte[] checkpoint) throws SQLException {
        String note = new String(checkpoint, StandardCharsets.UTF_8);
        owner.setAutoCommit(false);
        try (Statement statement = owner.createStatement();
                ResultSet current = statement.executeQuery(CURRENT)) {
            current.next();
            requireOf(current.getString(2), note);
            int epoch = current.getInt(1) + 1;
            String origin = "cofactor/" + current.getString(3) + "/" + epoch;
            begin(owner, epoch, origin, note);
            owner.commit();
            return origin;
        } finally {
            owner.rollback(); // of what was not committed
        }
    }

    private static void begin(Connection owner, int epoch, String origin, String note) throws SQLException {
        try (PreparedStatement named = owner.prepareStatement(NAMED);
                PreparedStatement begun = owner.prepareStatement(BEGUN);
                Statement ended = owner.createStatement()) {
            named.setInt(1, epoch);
            named.setString(2, origin);
            named.setString(3, note);
            named.executeUpdate();
            begun.setInt(1, epoch);
            begun.executeUpdate();
            ended.execute(ENDED);
        }
    }

    private static void requireOf(String origin, String note) {
        try {
            int end = note.indexOf("\n\n");
            if (end > 0 && Checkpoint.parse(note.substring(0, end + 1)).origin().equals(origin)) {
                return;
            }
        } catch (Unproven e) {
            // It is told below what was expected.
        }
        throw new Problem(
                Problem.Kind.INVALID,
                "not-the-last-checkpoint",
                "this is no signed checkpoint of the log that is to end: take what `cofactor log-key checkpoint` prints");
    }
}
