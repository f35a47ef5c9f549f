// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.sealing.SealedSeeds;
import dev.cofactor.ground.sealing.Where;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Secrets by the million, each with a seed that was truly sealed and codes that hold: {@code load/f<n>/s<n>}, of a template of
 * their own. Were one byte of it wrong, the server would answer "altered" and not with a code.
 */
final class Stock {
    static final int FOLDERS = 1000;

    private static final int PORTION = 5_000;
    private static final long VERSION = 1;

    private final DataSource owner;
    private final SealedSeeds seeds;
    private final UUID somebody;
    private final UUID template = id();
    private final UUID account = id();
    private final UUID seedField = id();
    private final UUID top = id();
    private final UUID[] folders = new UUID[FOLDERS];
    private int filled;

    Stock(DataSource owner, SealedSeeds seeds, UUID somebody) {
        this.owner = owner;
        this.seeds = seeds;
        this.somebody = somebody;
    }

    static String path(int number) {
        return "load/f" + number % FOLDERS + "/s" + number;
    }

    UUID top() {
        return top;
    }

    UUID folder(int number) {
        return folders[number % FOLDERS];
    }

    /** Folders and template, before anything is asked of the server: it then knows no other. */
    void prepare() throws SQLException {
        String made = Instant.now().toString();
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into template values ('%s', 'Load', '', false, '%s', null)".formatted(template, made));
            statement.execute(
                    "insert into template_version (template, version, made_at, fields) values ('%s', 1, '%s', 2)"
                            .formatted(template, made));
            statement.execute("""
                    insert into template_field (template, version, id, position, name, description, type, required, open,
                                                otp_kinds, otp_digits, otp_periods, otp_algorithms, step_policy, least_life)
                    values ('%1$s', 1, '%2$s', 0, 'Account', '', 'single-line', true, true,
                            null, null, null, null, null, null),
                           ('%1$s', 1, '%3$s', 1, 'OTP', '', 'seed', true, false,
                            '{totp}', '{6}', '{30}', '{SHA1}', 'shared', 0)
                    """.formatted(template, account, seedField));
            statement.execute(folder(top, null, "load", made));
            for (int i = 0; i < FOLDERS; i++) {
                folders[i] = id();
                statement.execute(folder(folders[i], top, "f" + i, made));
            }
            connection.commit();
        }
    }

    private static String folder(UUID id, @org.jspecify.annotations.Nullable UUID parent, String slug, String made) {
        String in = parent == null ? "null" : "'" + parent + "'";
        return """
                insert into folder (id, created_at) values ('%1$s', '%4$s');
                insert into place (object, folder, parent, slug, name, since, event)
                values ('%1$s', '%1$s', %2$s, '%3$s', '%3$s', '%4$s', '%1$s')
                """.formatted(id, in, slug, made);
    }

    /** While no server runs that may have looked at it. */
    void becomeExclusive() throws SQLException {
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update template_field set step_policy = 'exclusive' where id = '%s'".formatted(seedField));
        }
    }

    /** One secret with all that belongs to it. */
    private record Made(
            UUID id, int number, UUID value, UUID entry, SealedSeeds.Fresh fresh, byte[] mac, byte[] seedMac) {}

    void fillUpTo(int secrets) throws SQLException {
        Instant made = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        while (filled < secrets) {
            int from = filled;
            int until = Math.min(secrets, from + PORTION);
            List<Made> portion = IntStream.range(from, until)
                    .parallel()
                    .mapToObj(number -> made(number, made))
                    .toList();
            write(portion, made);
            filled = until;
        }
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze secret, place, sealed_value, seed, open_field, row_version");
        }
    }

    private Made made(int number, Instant time) {
        UUID secret = id();
        UUID value = id();
        UUID entry = id();
        SealedSeeds.Fresh fresh = seeds.fresh(new Where(secret, seedField, value, Where.Content.SEED));
        return new Made(
                secret,
                number,
                value,
                entry,
                fresh,
                seeds.code("secret", secret, columns(number)),
                seeds.code("seed", value, columns(secret, entry, fresh, time)));
    }

    private List<byte[]> columns(int number) {
        byte[] text = account(number).getBytes(UTF_8);
        return List.of(
                ids(template, folder(number)),
                ByteBuffer.allocate(12).putInt(1).putLong(VERSION).array(),
                "active".getBytes(UTF_8),
                ("s" + number).getBytes(UTF_8),
                new byte[0],
                new byte[0],
                ByteBuffer.allocate(16 + 4 + text.length)
                        .put(ids(account))
                        .putInt(text.length)
                        .put(text)
                        .array(),
                new byte[0]);
    }

    private List<byte[]> columns(UUID secret, UUID entry, SealedSeeds.Fresh fresh, Instant time) {
        String millis = Long.toString(time.toEpochMilli());
        List<String> texts = List.of(
                entry.toString(),
                secret.toString(),
                seedField.toString(),
                "totp",
                "SHA1",
                "6",
                "30",
                "0",
                "serving",
                somebody.toString(),
                millis,
                somebody.toString(),
                millis,
                "never");
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(fresh.fingerprint()),
                        texts.stream().map(text -> text.getBytes(US_ASCII)))
                .toList();
    }

    private static byte[] ids(UUID... ids) {
        ByteBuffer bytes = ByteBuffer.allocate(16 * ids.length);
        for (UUID id : ids) {
            bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return bytes.array();
    }

    private static String account(int number) {
        return "account " + number;
    }

    private void write(List<Made> portion, Instant time) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            writeSecrets(connection, portion, time);
            writeValues(connection, portion, time);
            writeSeeds(connection, portion, time);
            connection.commit();
        }
    }

    private void writeSecrets(Connection connection, List<Made> portion, Instant time) throws SQLException {
        String columns = "id, template, template_version, description, state, created_at, mac";
        try (Copy rows = new Copy(connection, "secret", columns)) {
            for (Made one : portion) {
                rows.row(one.id, template, 1, "", "active", time, one.mac);
            }
        }
        try (Copy rows = new Copy(connection, "place", "object, secret, parent, slug, name, since, event")) {
            for (Made one : portion) {
                String slug = "s" + one.number;
                rows.row(one.id, one.id, folder(one.number), slug, "Secret " + one.number, time, one.entry);
            }
        }
        try (Copy rows = new Copy(connection, "open_field", "secret, field, value")) {
            for (Made one : portion) {
                rows.row(one.id, account, account(one.number));
            }
        }
        try (Copy rows = new Copy(connection, "row_version", "object, version")) {
            for (Made one : portion) {
                rows.row(one.id, VERSION);
            }
        }
    }

    private void writeValues(Connection connection, List<Made> portion, Instant time) throws SQLException {
        String columns = "value, secret, field, content, key, data_key, bytes, since, event, actor";
        try (Copy rows = new Copy(connection, "sealed_value", columns)) {
            for (Made one : portion) {
                var sealed = one.fresh.sealed();
                rows.row(
                        one.value,
                        one.id,
                        seedField,
                        "seed",
                        sealed.key(),
                        sealed.dataKey(),
                        sealed.bytes(),
                        time,
                        one.entry,
                        somebody);
            }
        }
    }

    private void writeSeeds(Connection connection, List<Made> portion, Instant time) throws SQLException {
        String columns =
                "value, entry, secret, field, fingerprint, kind, algorithm, digits, period, counter, issuer, account,"
                        + " state, entered_at, entered_by, proved_at, proved_by, mac";
        try (Copy rows = new Copy(connection, "seed", columns)) {
            for (Made one : portion) {
                rows.row(
                        one.value,
                        one.entry,
                        one.id,
                        seedField,
                        one.fresh.fingerprint(),
                        "totp",
                        "SHA1",
                        6,
                        30,
                        0,
                        "",
                        "",
                        "serving",
                        time,
                        somebody,
                        time,
                        somebody,
                        one.seedMac);
            }
        }
    }

    private static final AtomicLong COUNT = new AtomicLong(System.currentTimeMillis() << 16);

    /** Made together they lie together, as a server's do. */
    static UUID id() {
        long next = COUNT.incrementAndGet();
        // Spread as chance spreads them: with the same number in both halves all would have one hash.
        long spread = next * 0x9E37_79B9_7F4A_7C15L;
        return new UUID((next & ~0xF000L) | 0x7000L, 0x8000_0000_0000_0000L | (spread >>> 2));
    }
}
