// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Where secrets were at a moment: places and tags are ended, never deleted, so it can be asked years later. */
@ApplicationScoped
@Transactional
public class Former {
    private static final UUID FIRST = new UUID(0, 0);

    private static final String SPOTS = """
            select s.id, s.template, p.parent, p.slug from secret s join place p on p.object = s.id
             where s.id > :after and s.created_at <= :time and (s.deleted_at is null or s.deleted_at > :time)
               and p.since <= :time and (p.until is null or p.until > :time)
             order by s.id limit :most
            """;

    private static final String FOLDERS = """
            select p.object, p.parent, p.slug from place p
             where p.folder is not null and p.since <= :time and (p.until is null or p.until > :time)
            """;

    private static final String TAGS = """
            select secret, tag from secret_tag
             where secret in (:secrets) and since <= :time and (until is null or until > :time)
            """;

    private final EntityManager entities;
    private final FolderRows folders;

    Former(EntityManager entities, FolderRows folders) {
        this.entities = entities;
        this.folders = folders;
    }

    /**
     * A secret as it lay then.
     *
     * @param path empty where it lay in somebody's personal folder: what people call things in there is theirs
     * @param folders the one it lay in and all above it
     */
    public record Spot(
            UUID secret, String path, UUID template, Set<UUID> folders, Set<UUID> tags, Optional<UUID> personalOf) {}

    private record Above(@Nullable UUID parent, String slug) {}

    /** In the order of their ids, those after the given one. */
    public List<Spot> at(Instant time, Optional<UUID> after, int most) {
        List<Tuple> rows = query(SPOTS, time)
                .setParameter("after", after.orElse(FIRST))
                .setParameter("most", most)
                .getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, Above> tree = tree(time);
        Map<UUID, UUID> people = folders.people(tree.keySet());
        Map<UUID, Set<UUID>> tags =
                tags(rows.stream().map(row -> row.get(0, UUID.class)).toList(), time);
        return rows.stream().map(row -> spot(row, tree, people, tags)).toList();
    }

    private static Spot spot(Tuple row, Map<UUID, Above> tree, Map<UUID, UUID> people, Map<UUID, Set<UUID>> tags) {
        UUID id = row.get(0, UUID.class);
        List<UUID> chain = chain(row.get(2, UUID.class), tree);
        Optional<UUID> person =
                chain.stream().map(people::get).filter(Objects::nonNull).findFirst();
        List<String> segments = new ArrayList<>(List.of(row.get(3, String.class)));
        chain.forEach(folder ->
                segments.addFirst(Objects.requireNonNull(tree.get(folder)).slug()));
        return new Spot(
                id,
                person.isPresent() ? "" : SlugPath.text(segments.stream()),
                row.get(1, UUID.class),
                Set.copyOf(chain),
                tags.getOrDefault(id, Set.of()),
                person);
    }

    /** Nearest first. A circle, which nobody can make, would end where it closes. */
    private static List<UUID> chain(@Nullable UUID folder, Map<UUID, Above> tree) {
        List<UUID> chain = new ArrayList<>();
        @Nullable UUID next = folder;
        while (next != null && tree.containsKey(next) && !chain.contains(next)) {
            chain.add(next);
            next = tree.get(next).parent();
        }
        return chain;
    }

    private Map<UUID, Above> tree(Instant time) {
        Map<UUID, Above> tree = new HashMap<>();
        query(FOLDERS, time)
                .getResultList()
                .forEach(row ->
                        tree.put(row.get(0, UUID.class), new Above(row.get(1, UUID.class), row.get(2, String.class))));
        return tree;
    }

    private Map<UUID, Set<UUID>> tags(Collection<UUID> secrets, Instant time) {
        Map<UUID, Set<UUID>> tags = new HashMap<>();
        query(TAGS, time)
                .setParameterList("secrets", secrets)
                .getResultList()
                .forEach(row -> tags.computeIfAbsent(row.get(0, UUID.class), id -> new HashSet<>())
                        .add(row.get(1, UUID.class)));
        return tags;
    }

    private org.hibernate.query.NativeQuery<Tuple> query(String sql, Instant time) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .setParameter("time", time);
    }
}
