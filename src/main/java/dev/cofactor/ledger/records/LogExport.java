// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.events.CanonicalJson;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Unopenable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The whole log as far as it is signed, as JSON lines: for whoever verifies it without this server. What stands in the
 * rows goes out as it stands, the altered with the rest; to find that out is the reader's work, not the writer's.
 */
@Singleton
public class LogExport {
    private static final int FORMAT = 1;
    private static final long LARGEST = 1L << 53;
    private static final Pattern SIZE = Pattern.compile("[^\n]+\n(0|[1-9][0-9]{0,15})\n.*", Pattern.DOTALL);
    private static final String NEWEST = """
            select h.epoch, g.origin, c.note
              from log_head h join log_epoch g using (epoch) join checkpoint c using (epoch)
             order by c.size desc limit 1
            """;

    private final DataSource database;
    private final Inspection inspection;

    LogExport(DataSource database, Inspection inspection) {
        this.database = database;
        this.inspection = inspection;
    }

    /** What an export will hold: settled before its first line. */
    public record Plan(int epoch, String origin, long size, String checkpoint) {}

    /** @return absent while nothing is signed */
    public Optional<Plan> plan() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Plan(row.getInt(1), row.getString(2), size(row.getString(3)), row.getString(3)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new Unreadable(e);
        }
    }

    /** A line at a time, in constant memory; blocks as long as the reader does. */
    public void write(Plan plan, OutputStream out) throws IOException {
        line(
                out,
                Map.of(
                        "v", FORMAT,
                        "kind", "cofactor-log",
                        "origin", plan.origin(),
                        "epoch", plan.epoch(),
                        "size", plan.size()));
        Iterator<EntryRows.Stored> rows = new Run(
                database, new Extent(plan.epoch(), plan.size(), Optional.empty()), Filter.ALL, Optional.empty());
        while (rows.hasNext()) {
            line(out, entry(rows.next()));
        }
        line(out, Map.of("checkpoint", plan.checkpoint()));
    }

    private Map<String, Object> entry(EntryRows.Stored stored) {
        Map<String, Object> line = new HashMap<>();
        line.put("index", stored.columns().index());
        line.put("leaf", base64(stored.leaf()));
        line.put("row", row(stored.columns()));
        Inspection.Opening opening = inspection.open(stored);
        opening.opened().ifPresent(opened -> {
            line.put("body", base64(opened.body()));
            line.put("salt", base64(opened.salt()));
        });
        opening.why()
                .ifPresent((Unopenable.Why why) ->
                        line.put("erased", Inspection.cause(why).word()));
        return line;
    }

    private static Map<String, Object> row(Entry.Columns columns) {
        Map<String, Object> row = new HashMap<>();
        row.put("event", columns.event().toString());
        row.put("time", millis(columns.time()));
        row.put("class", columns.kind());
        row.put("actor", columns.actor().toString());
        columns.about().ifPresent(about -> row.put("about", about.toString()));
        row.put("outcome", columns.outcome());
        columns.addressHash()
                .ifPresent(hash -> row.put("addressHash", HexFormat.of().formatHex(hash)));
        row.put("bodyKey", columns.bodyKey().toString());
        return row;
    }

    /** A column can be set to a time beyond what JSON holds exactly; the export must not end there. */
    private static long millis(Instant time) {
        long seconds = Math.clamp(time.getEpochSecond(), -LARGEST / 1000, LARGEST / 1000 - 1);
        return seconds * 1000 + time.getNano() / 1_000_000;
    }

    private static void line(OutputStream out, Map<String, Object> members) throws IOException {
        out.write(CanonicalJson.write(members));
        out.write('\n');
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** As the note says; whether the log is as large as that is seen by whoever reads the export. */
    private static long size(String note) {
        Matcher size = SIZE.matcher(note);
        if (!size.matches()) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "log-altered",
                    "the newest checkpoint is not what was signed; verify the log");
        }
        return Long.parseLong(size.group(1));
    }
}
