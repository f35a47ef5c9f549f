// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import dev.cofactor.ground.gathering.Gathering;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds secrets for all who ask at the same time: their rows in one statement, each time anew. Plain SQL, because that is what
 * most of a fetch would otherwise be. Where folders lie is of the world, so that is remembered for as long as it lasts.
 */
@Singleton
class Lookups {
    private static final int MOST_AT_ONCE = 256;
    private static final int LOOKS = 3;

    /** One statement, so one moment: version, rows and labels fit each other, and the world is the one of that moment. */
    private static final String ROWS = """
            select a.n, p.parent, p.slug, p.name, s.id, s.description, s.template, s.template_version, s.state, s.watched, s.mac,
                   coalesce((select v.version from row_version v where v.object = s.id), 0) as version,
                   array(select t.tag from secret_tag t where t.secret = s.id and t.until is null) as tags,
                   array(select o.owner from secret_owner o where o.secret = s.id and o.until is null) as owners,
                   (select h.world from log_head h) as world
              from unnest(?::uuid[], ?::uuid[], ?::text[]) with ordinality as a (id, parent, slug, n)
             cross join lateral (select * from place where object = a.id and until is null
                                 union all
                                 select * from place where parent = a.parent and slug = a.slug and until is null) p
              join secret s on s.id = p.object and s.state <> 'deleted'
            """;

    private final AgroalDataSource database;
    private final FolderPlaces folders;
    private final Gathering<Key, Found> rows = new Gathering<>(MOST_AT_ONCE, this::read);

    Lookups(AgroalDataSource database, FolderPlaces folders) {
        this.database = database;
        this.folders = folders;
    }

    /** By its id, or by its slug in a folder. */
    private record Key(
            @Nullable UUID id,
            @Nullable UUID parent,
            @Nullable String slug) {}

    /** A secret's rows and the world they were read in. */
    private record Found(Traits traits, UUID parent, String slug, long world) {}

    /** What does not depend on folders. */
    private record Traits(
            UUID secret,
            String name,
            String description,
            UUID template,
            int templateVersion,
            Placed.State state,
            boolean watched,
            Optional<byte[]> mac,
            long version,
            Set<UUID> tags,
            Set<UUID> owners) {}

    /**
     * Nothing where it is not there, or where folders are moving all the time: whoever asks then looks another way.
     *
     * <p>INVARIANT: what is remembered of folders under a world was read in that world or a later one. It is used where the rows
     * were read in the same world; had a later one begun by then, the record would be compared with that and refused.
     */
    Optional<Catalogue.Coded> look(String asked) {
        for (int look = 0; look < LOOKS; look++) {
            FolderPlaces.Known known = folders.known();
            Optional<Found> found = key(asked, known).flatMap(rows::ask);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (found.get().world == known.world()) {
                return Optional.of(coded(found.get(), folders.spot(known, found.get().parent)));
            }
            folders.forget(known, found.get().world);
        }
        return Optional.empty();
    }

    private Optional<Key> key(String asked, FolderPlaces.Known known) {
        return PublicId.SECRET
                .read(asked)
                .map(id -> new Key(id, null, null))
                .or(() -> SlugPath.find(asked)
                        .flatMap(path -> folders.parent(known, path)
                                .map(parent -> new Key(
                                        null, parent, path.slugs().getLast().value()))));
    }

    private static Catalogue.Coded coded(Found found, FolderPlaces.Spot spot) {
        Traits traits = found.traits;
        return new Catalogue.Coded(
                new Placed(
                        traits.secret,
                        spot.path(found.slug),
                        found.slug,
                        traits.name,
                        traits.description,
                        traits.template,
                        traits.templateVersion,
                        traits.state,
                        spot.chain(),
                        traits.tags,
                        traits.owners,
                        spot.personalOf(),
                        traits.watched,
                        traits.version),
                traits.mac);
    }

    private Map<Key, Found> read(Set<Key> asked) {
        List<Key> keys = new ArrayList<>(asked);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setArray(1, array(connection, "uuid", keys.stream().map(Key::id)));
            statement.setArray(2, array(connection, "uuid", keys.stream().map(Key::parent)));
            statement.setArray(3, array(connection, "text", keys.stream().map(Key::slug)));
            Map<Key, Found> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(keys.get(row.getInt("n") - 1), found(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "unavailable", "the database does not answer");
        }
    }

    private static Array array(Connection connection, String type, Stream<? extends @Nullable Object> all)
            throws SQLException {
        return connection.createArrayOf(type, all.toArray());
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new Traits(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("description"),
                        row.getObject("template", UUID.class),
                        row.getInt("template_version"),
                        Placed.State.of(row.getString("state")),
                        row.getBoolean("watched"),
                        Optional.ofNullable(row.getBytes("mac")),
                        row.getLong("version"),
                        Set.of((UUID[]) row.getArray("tags").getArray()),
                        Set.of((UUID[]) row.getArray("owners").getArray())),
                row.getObject("parent", UUID.class),
                row.getString("slug"),
                row.getLong("world"));
    }
}
