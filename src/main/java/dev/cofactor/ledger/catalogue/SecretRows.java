// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

@Singleton
class SecretRows implements PanacheRepositoryBase<SecretRow, UUID> {
    /** No secret has this id: all come after it. */
    private static final UUID FIRST = new UUID(0, 0);

    /** In the order they were made in, which no renaming upsets; ids of that time follow each other. */
    private static final String LIST = """
            with recursive below as (
                select object from place where object = :folder and folder is not null and until is null
                union
                select p.object from below b
                  join place p on p.parent = b.object and p.folder is not null and p.until is null and :deep)
            select s.id from secret s join place p on p.object = s.id and p.until is null
             where (:anywhere or p.parent in (select object from below))
               and s.id > :after
               and (:template is null or s.template = :template)
               and (:tag is null
                    or exists (select from secret_tag t where t.secret = s.id and t.tag = :tag and t.until is null))
               and (:text = '' or position(lower(:text) in lower(p.name || chr(10) || p.slug || chr(10) || s.description)) > 0)
             order by s.id limit :limit
            """;

    private static final String ONE_OF_EACH = """
            select distinct on (p.parent, s.template, t.tags, named) s.id
              from secret s
              join place p on p.object = s.id and p.until is null
              left join (select secret, array_agg(tag order by tag) as tags
                           from secret_tag where until is null group by secret) t on t.secret = s.id
              cross join lateral (select case when s.id = any(cast(:named as uuid[])) then s.id end as named) n
             order by p.parent, s.template, t.tags, named, s.id
            """;

    private final StatelessSession reader;

    SecretRows(StatelessSession reader) {
        this.reader = reader;
    }

    List<UUID> ids(Catalogue.Wanted wanted) {
        NativeQuery<UUID> query = session()
                .createNativeQuery(LIST, UUID.class)
                .setParameter("folder", wanted.below().orElse(null), UUID.class)
                .setParameter("anywhere", wanted.below().isEmpty())
                .setParameter("deep", wanted.deep())
                .setParameter("after", wanted.after().orElse(FIRST))
                .setParameter("template", wanted.template().orElse(null), UUID.class)
                .setParameter("tag", wanted.tag().orElse(null), UUID.class)
                .setParameter("text", wanted.text())
                .setParameter("limit", wanted.limit());
        return query.getResultList();
    }

    List<UUID> oneOfEach(Collection<UUID> named) {
        return session()
                .createNativeQuery(ONE_OF_EACH, UUID.class)
                .setParameter("named", named.toArray(UUID[]::new), UUID[].class)
                .getResultList();
    }

    /** To look at: nothing that is read here is kept to be compared before each statement that follows. */
    Map<UUID, SecretRow> of(Collection<UUID> secrets, boolean deleted) {
        Map<UUID, SecretRow> rows = new HashMap<>();
        flush();
        reader
                .createSelectionQuery("from SecretRow where id in :secrets", SecretRow.class)
                .setParameterList("secrets", secrets)
                .getResultList()
                .stream()
                .filter(row -> row.isDeleted() == deleted)
                .forEach(row -> rows.put(row.id, row));
        return rows;
    }

    /** The versions of these rows; one that has never moved is at 0. */
    Map<UUID, Long> versions(Collection<UUID> secrets) {
        Map<UUID, Long> versions = new HashMap<>();
        secrets.forEach(id -> versions.put(id, 0L));
        if (!secrets.isEmpty()) {
            session()
                    .createNativeQuery(
                            "select object, version from row_version where object in (:secrets)", Tuple.class)
                    .setParameterList("secrets", secrets)
                    .getResultList()
                    .forEach(row -> versions.put(row.get(0, UUID.class), row.get(1, Long.class)));
        }
        return versions;
    }

    /** How many rows have a code by which key: a code begins with its key's id. */
    Map<UUID, Long> codedBy() {
        Map<UUID, Long> numbers = new HashMap<>();
        session()
                .createNativeQuery("""
                        select cast(encode(substring(mac from 1 for 16), 'hex') as uuid) as key, count(*) as number
                          from secret where octet_length(mac) >= 16 group by substring(mac from 1 for 16)
                        """, Tuple.class)
                .getResultList()
                .forEach(row -> numbers.put(row.get("key", UUID.class), row.get("number", Long.class)));
        return numbers;
    }

    List<UUID> codedBy(UUID key, Optional<UUID> after, int limit) {
        return session()
                .createNativeQuery("""
                        select id from secret
                         where substring(mac from 1 for 16) = uuid_send(:key) and id > :after order by id limit :limit
                        """, UUID.class)
                .setParameter("key", key)
                .setParameter("after", after.orElse(FIRST))
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Waits for nobody who has the row, so that nobody who waits for this one is waited for. */
    boolean recode(UUID secret, byte[] before, byte[] after) {
        return session()
                        .createNativeMutationQuery("""
                                update secret set mac = :after
                                 where id in (select id from secret where id = :secret and mac = :before
                                                 for update skip locked)
                                """)
                        .setParameter("after", after)
                        .setParameter("secret", secret)
                        .setParameter("before", before)
                        .executeUpdate()
                == 1;
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
