// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.ground.gathering.Gathering;
import dev.cofactor.ground.gathering.Trip;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.RowMacs;
import dev.cofactor.ground.sealing.Unopenable;
import dev.cofactor.ground.sealing.Where.Content;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A code over what decides about a secret: template, state, place, tags, owners, open fields, which values are current, and
 * the row's version, and whether its owners are told of releases. Whoever changes one of them seals it again in the same change.
 */
@Singleton
@Transactional
public class Seals implements RowMacs.Coded {
    private static final String TABLE = "secret";
    private static final int ID_BYTES = 16;
    private static final int MOST_AT_ONCE = 256;

    private final RowMacs macs;
    private final Catalogue catalogue;
    private final CatalogueEdits edits;
    private final OpenFieldRows open;
    private final Vault vault;
    private final AgroalDataSource database;
    private final Gathering<UUID, Held> gathering = new Gathering<>(MOST_AT_ONCE, this::read);

    Seals(
            RowMacs macs,
            Catalogue catalogue,
            CatalogueEdits edits,
            OpenFieldRows open,
            Vault vault,
            AgroalDataSource database) {
        this.macs = macs;
        this.catalogue = catalogue;
        this.edits = edits;
        this.open = open;
        this.vault = vault;
        this.database = database;
    }

    /** The last thing in a change that moves this secret's row once: the version sealed is the one it then gets. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void seal(UUID secret) {
        Placed placed = catalogue.find(secret).orElseThrow(SecretRefused::notFound);
        edits.seal(secret, macs.of(TABLE, secret, columns(placed, placed.version() + 1)));
    }

    /** What secrets hold: their open fields, and which values are current that somebody may be shown. */
    public static final class Held {
        private final Map<UUID, Map<UUID, String>> open = new HashMap<>();
        private final Map<UUID, List<Vault.Current>> values = new HashMap<>();

        /** It is read by these, for as many secrets as one likes. */
        public List<Trip.Part> parts() {
            return List.of(OpenFieldRows.of(open), Vault.current(values));
        }

        /** Its seed among them. */
        public List<Vault.Current> values(UUID secret) {
            return values.getOrDefault(secret, List.of());
        }

        private Map<UUID, String> open(UUID secret) {
            return open.getOrDefault(secret, Map.of());
        }

        private Set<UUID> revealed(UUID secret) {
            return values(secret).stream()
                    .filter(value -> isRevealed(value.content()))
                    .map(Vault.Current::value)
                    .collect(Collectors.toSet());
        }
    }

    /** Read together with what others ask for at this moment. */
    @Transactional(Transactional.TxType.NEVER)
    Held held(UUID secret) {
        return gathering.ask(secret).orElseThrow();
    }

    private Map<UUID, Held> read(Set<UUID> secrets) {
        Held held = new Held();
        try (Connection connection = database.getConnection()) {
            Trip.run(connection, secrets, held.parts());
        } catch (SQLException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "unavailable", "the database does not answer");
        }
        return secrets.stream().collect(Collectors.toMap(secret -> secret, secret -> held));
    }

    /** Whether the rows are those that were sealed when its row got this version. */
    @Transactional(Transactional.TxType.SUPPORTS)
    boolean holds(Catalogue.Coded coded, Held held) {
        Placed placed = coded.placed();
        try {
            return coded.mac()
                    .filter(mac -> macs.holds(
                            mac,
                            TABLE,
                            placed.secret(),
                            columns(
                                    placed,
                                    placed.version(),
                                    held.open(placed.secret()),
                                    held.revealed(placed.secret()))))
                    .isPresent();
        } catch (Unopenable e) {
            return false;
        }
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Map<UUID, Long> named() {
        return catalogue.codedBy();
    }

    @Override
    public List<UUID> under(UUID key, Optional<UUID> after, int limit) {
        return catalogue.codedBy(key, after, limit);
    }

    /** A change that comes between two readings looks like an altered row: whoever asks looks more than once. */
    @Override
    public RowMacs.Renewal renew(UUID secret) {
        Optional<Placed> placed = catalogue.find(secret);
        Optional<byte[]> before = catalogue.mac(secret);
        if (placed.isEmpty() || before.isEmpty()) {
            return RowMacs.Renewal.MEANWHILE;
        }
        List<byte[]> columns = columns(placed.get(), placed.get().version());
        Optional<byte[]> after = macs.renewed(before.get(), TABLE, secret, columns);
        if (after.isEmpty()) {
            return RowMacs.Renewal.UNTRUE;
        }
        return edits.reseal(secret, before.get(), after.get()) ? RowMacs.Renewal.DONE : RowMacs.Renewal.MEANWHILE;
    }

    private List<byte[]> columns(Placed placed, long version) {
        Set<UUID> current = vault.all(placed.secret()).stream()
                .filter(kept ->
                        kept.until().isEmpty() && isRevealed(kept.where().content()))
                .map(kept -> kept.where().value())
                .collect(Collectors.toSet());
        return columns(placed, version, open.of(placed.secret()), current);
    }

    private static List<byte[]> columns(Placed placed, long version, Map<UUID, String> open, Set<UUID> values) {
        Stream<byte[]> always = Stream.of(
                ids(List.of(placed.templateId(), placed.folders().getFirst())),
                ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                        .putInt(placed.templateVersion())
                        .putLong(version)
                        .array(),
                text(placed.state().word()),
                text(placed.slug()),
                ids(placed.tags()),
                ids(placed.owners()),
                fields(open),
                ids(values));
        // What was sealed before there was such a mark is sealed as it is without one.
        return (placed.watched() ? Stream.concat(always, Stream.of(text("watched"))) : always).toList();
    }

    /** Seeds and backup codes have codes of their own. */
    static boolean isRevealed(Content content) {
        return switch (content) {
            case FIELD, FILE, RECOVERY_KEY -> true;
            case SEED, SEED_UNDER_PROOF, BACKUP_CODE -> false;
        };
    }

    private static byte[] fields(Map<UUID, String> values) {
        List<byte[]> parts = new ArrayList<>();
        new TreeMap<>(values).forEach((field, value) -> {
            byte[] bytes = text(value);
            parts.add(ids(List.of(field)));
            parts.add(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            parts.add(bytes);
        });
        ByteBuffer all =
                ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::put);
        return all.array();
    }

    /** A set in one order; a list of two keeps its own. */
    private static byte[] ids(Collection<UUID> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ids.size() * ID_BYTES);
        (ids instanceof Set ? ids.stream().sorted() : ids.stream())
                .forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return bytes.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
