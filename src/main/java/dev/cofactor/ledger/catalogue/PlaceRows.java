// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import dev.cofactor.ground.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

@Singleton
class PlaceRows implements PanacheRepositoryBase<PlaceRow, PlaceRow.Key> {
    /** Follows each parent's last place: what lies in a folder that is gone still shows where that was. */
    private static final String ABOVE = """
            with recursive above as (
                (select distinct on (object) * from place where object in (:folders) order by object, until desc, since desc)
                union
                select p.* from above a
                 cross join lateral (select * from place where object = a.parent order by until desc, since desc limit 1) p)
            select * from above
            """;

    private static final String WALK = """
            with recursive walk as (
                select object, 1 as depth from place
                 where parent is null and slug = (cast(:slugs as text[]))[1] and until is null
                union all
                select p.object, depth + 1 from walk w
                  join place p on p.parent = w.object and p.slug = (cast(:slugs as text[]))[depth + 1] and p.until is null)
            select object from walk where depth = cardinality(cast(:slugs as text[]))
            """;

    private static final String HEIGHT = """
            with recursive below as (
                select object, 0 as depth from place where object = :folder and until is null
                union all
                select p.object, depth + 1 from below b join place p on p.parent = b.object and p.until is null
                 where depth < :most)
            select cast(max(depth) as integer) from below
            """;

    /** To look at: it keeps nothing that would be compared before each statement that follows. */
    private final StatelessSession reader;

    PlaceRows(StatelessSession reader) {
        this.reader = reader;
    }

    /** These folders and all above them, where they are or last were. */
    Tree above(Collection<UUID> folders) {
        if (folders.isEmpty()) {
            return new Tree(List.of());
        }
        return new Tree(reading()
                .createNativeQuery(ABOVE, PlaceRow.class)
                .setParameterList("folders", folders)
                .getResultList());
    }

    /** All folders there are. */
    Tree folders() {
        return new Tree(list("folder is not null and until is null"));
    }

    Optional<UUID> at(SlugPath path) {
        return session()
                .createNativeQuery(WALK, UUID.class)
                .setParameter("slugs", path.segments(), String[].class)
                .uniqueResultOptional();
    }

    Optional<PlaceRow> now(UUID object) {
        return find("object = ?1 and until is null", object).firstResultOptional();
    }

    List<PlaceRow> now(Collection<UUID> objects) {
        return reading()
                .createSelectionQuery(
                        "from PlaceRow where object in :objects and until is null order by object", PlaceRow.class)
                .setParameterList("objects", objects)
                .getResultList();
    }

    /** Of what is gone: where it was. */
    List<PlaceRow> last(Collection<UUID> objects) {
        return reading()
                .createNativeQuery(
                        "select distinct on (object) * from place where object in (:objects)"
                                + " order by object, until desc, since desc",
                        PlaceRow.class)
                .setParameterList("objects", objects)
                .getResultList();
    }

    boolean isFree(UUID parent, Slug slug) {
        return count("parent = ?1 and slug = ?2 and until is null", parent, slug.value()) == 0;
    }

    boolean isEmpty(UUID folder) {
        return count("parent = ?1 and until is null", folder) == 0;
    }

    /** How many levels lie below a folder; of a circle that somebody drew into the table, no more than a path can have. */
    int height(UUID folder) {
        return session()
                .createNativeQuery(HEIGHT, Integer.class)
                .setParameter("folder", folder)
                .setParameter("most", SlugPath.MOST)
                .getSingleResult();
    }

    /** @throws Problem where something else there is called so */
    void put(PlaceRow row) {
        requireFree(row.object, row.spot());
        persist(row);
        flush();
    }

    /** Ends the place before it begins the next: while both stood, one of them would be refused. */
    void replace(PlaceRow row, PlaceRow.Spot spot, Catalogue.Moment at) {
        requireFree(row.object, spot);
        if (row.event.equals(at.event())) {
            row.become(spot); // one event, one place
        } else {
            row.end(at.time());
            flush();
            persist(row.next(spot, at));
        }
        flush();
    }

    private void requireFree(UUID object, PlaceRow.Spot spot) {
        @Nullable UUID parent = spot.parent();
        long taken = parent == null
                ? count("parent is null and slug = ?1 and until is null and object <> ?2", spot.slug(), object)
                : count("parent = ?1 and slug = ?2 and until is null and object <> ?3", parent, spot.slug(), object);
        if (taken > 0) {
            throw new Problem(Problem.Kind.CONFLICT, "slug-taken", "something else in this folder has this slug");
        }
    }

    private StatelessSession reading() {
        flush();
        return reader;
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }

    /** Some folders with all that is above them. */
    static final class Tree {
        private final Map<UUID, PlaceRow> places = new LinkedHashMap<>();

        Tree(Collection<PlaceRow> folders) {
            folders.forEach(row -> places.put(row.object, row));
        }

        Set<UUID> ids() {
            return places.keySet();
        }

        @Nullable
        PlaceRow place(UUID folder) {
            return places.get(folder);
        }

        /** Nearest first. A circle, which nobody can make, would end where it closes. */
        List<UUID> chain(@Nullable UUID folder) {
            List<UUID> chain = new ArrayList<>();
            @Nullable UUID next = folder;
            while (next != null && !chain.contains(next)) {
                chain.add(next);
                @Nullable PlaceRow row = places.get(next);
                next = row == null ? null : row.parent;
            }
            return chain;
        }

        /** From the root down to something in the folder. */
        String path(@Nullable UUID folder, String slug) {
            List<String> segments = segments(folder);
            segments.add(slug);
            return SlugPath.text(segments.stream());
        }

        /** From the root down to the folder itself. */
        List<String> segments(@Nullable UUID folder) {
            List<String> segments = new ArrayList<>();
            for (UUID id : chain(folder)) {
                @Nullable PlaceRow row = places.get(id);
                if (row != null) {
                    segments.addFirst(row.slug);
                }
            }
            return segments;
        }
    }
}
