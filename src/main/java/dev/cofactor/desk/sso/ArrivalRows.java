// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import dev.cofactor.desk.provider.Proven;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** What a session has from the provider. The rows go with the session's. */
@ApplicationScoped
@Transactional
class ArrivalRows {
    private final EntityManager entities;

    ArrivalRows(EntityManager entities) {
        this.entities = entities;
    }

    void add(UUID session, UUID person, Proven proven) {
        entities.createNativeQuery("""
                        insert into sso_session (session, person, issuer, subject, sid)
                        values (:session, :person, :issuer, :subject, cast(:sid as text))
                        """)
                .setParameter("session", session)
                .setParameter("person", person)
                .setParameter("issuer", proven.issuer())
                .setParameter("subject", proven.subject())
                .setParameter("sid", proven.sid().orElse(null))
                .executeUpdate();
    }

    /** What it was given goes along. */
    void pass(UUID from, UUID to) {
        entities.createNativeQuery("update sso_session set session = :to where session = :from")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    void give(UUID session, UUID mapping) {
        entities.createNativeQuery("insert into sso_session_group (session, mapping) values (:session, :mapping)")
                .setParameter("session", session)
                .setParameter("mapping", mapping)
                .executeUpdate();
    }

    /** A group that came along is left out however it is reached: no claim makes anybody an administrator. */
    Set<UUID> groupsOf(UUID session) {
        return Set.copyOf(entities.unwrap(Session.class)
                .createNativeQuery("""
                        with recursive standing (id) as (
                            select m.group_id from sso_session_group g join sso_group m on m.id = g.mapping
                             where g.session = :session
                            union
                            select m.group_id from membership m join standing s on m.member = s.id where m.until is null)
                        select id from standing join directory_group using (id) where not built_in
                        """, UUID.class)
                .setParameter("session", session)
                .getResultList());
    }

    boolean has(UUID session) {
        return !entities.createNativeQuery("select 1 from sso_session where session = :session")
                .setParameter("session", session)
                .getResultList()
                .isEmpty();
    }

    List<UUID> ofPerson(UUID person) {
        return entities.unwrap(Session.class)
                .createNativeQuery("select session from sso_session where person = :person", UUID.class)
                .setParameter("person", person)
                .getResultList();
    }

    /** Sessions of one person at the provider: one of the provider's sessions, or all. */
    List<UUID> of(String issuer, Optional<String> subject, Optional<String> sid) {
        return ids("session", issuer, subject, sid);
    }

    Optional<UUID> personOf(String issuer, Optional<String> subject, Optional<String> sid) {
        return ids("person", issuer, subject, sid).stream().findFirst();
    }

    private List<UUID> ids(String column, String issuer, Optional<String> subject, Optional<String> sid) {
        return entities.unwrap(Session.class)
                .createNativeQuery("select " + column + """
                         from sso_session where issuer = :issuer
                           and (cast(:subject as text) is null or subject = cast(:subject as text))
                           and (cast(:sid as text) is null or sid = cast(:sid as text))
                        """, UUID.class)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject.orElse(null))
                .setParameter("sid", sid.orElse(null))
                .getResultList();
    }
}
