// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.terminals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plain SQL: a decision and a handing out are one statement each, and only one of several at once succeeds. */
@ApplicationScoped
@Transactional
class TerminalRows {
    private static final String ADD = """
        insert into terminal (device, code, id, name, address, network, asked_at, ends)
        select :device, :code, :id, :name, :address, :network, :now, :ends
         where (select count(*) from terminal where network = :network) < :most on conflict do nothing
        """;

    private static final String DECIDE = """
        update terminal set person = :person, session = :session, admitted = :admitted
         where id = :id and admitted is null and ends > :now
        """;

    private static final String WAITING =
            "select id, name, address, asked_at from terminal where code = :code and admitted is null and ends > :now";

    private static final String STANDING =
            "select id, person, session, admitted from terminal where device = :device and ends > :now";

    private final EntityManager entities;

    TerminalRows(EntityManager entities) {
        this.entities = entities;
    }

    /** What a terminal says of itself, and where it asked from. */
    record Asker(String name, String address, String network) {}

    /** As somebody finds it who has typed its code. */
    record Waiting(UUID id, String name, String address, Instant asked) {}

    /** What a person said of it; nothing yet, where there is no answer. */
    record Standing(UUID id, Optional<Answer> answer) {}

    record Answer(UUID person, UUID session, boolean admitted) {}

    void forgetEnded(Instant now) {
        entities.createNativeQuery("delete from terminal where ends <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }

    long count() {
        return (Long) entities.createNativeQuery("select count(*) from terminal", Long.class)
                .getSingleResult();
    }

    /** @return whether fewer than so many of its network wait, and nobody has the same code */
    boolean add(DeviceSecret device, TypedCode code, UUID id, Asker asker, Instant now, Instant ends, int most) {
        return entities.createNativeQuery(ADD)
                        .setParameter("device", device.hash())
                        .setParameter("code", code.hash())
                        .setParameter("id", id)
                        .setParameter("name", asker.name())
                        .setParameter("address", asker.address())
                        .setParameter("network", asker.network())
                        .setParameter("now", now)
                        .setParameter("ends", ends)
                        .setParameter("most", most)
                        .executeUpdate()
                == 1;
    }

    Optional<Waiting> waiting(TypedCode code, Instant now) {
        Query query = entities.createNativeQuery(WAITING, Tuple.class)
                .setParameter("code", code.hash())
                .setParameter("now", now);
        return only(query)
                .map(row -> new Waiting(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class)));
    }

    private static Optional<Tuple> only(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).findFirst();
    }

    /** Part of the change that records it. @return whether it waited still, and nobody had said a word */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean decide(UUID id, Answer answer, Instant now) {
        return entities.createNativeQuery(DECIDE)
                        .setParameter("id", id)
                        .setParameter("person", answer.person())
                        .setParameter("session", answer.session())
                        .setParameter("admitted", answer.admitted())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    Optional<Standing> standing(DeviceSecret device, Instant now) {
        Query query = entities.createNativeQuery(STANDING, Tuple.class)
                .setParameter("device", device.hash())
                .setParameter("now", now);
        return only(query).map(row -> new Standing(row.get(0, UUID.class), answer(row)));
    }

    private static Optional<Answer> answer(Tuple row) {
        return Optional.ofNullable(row.get(3, Boolean.class))
                .map(admitted -> new Answer(row.get(1, UUID.class), row.get(2, UUID.class), admitted));
    }

    /** Part of the change that records it, where something is handed out for it. @return whether it was there still */
    boolean take(DeviceSecret device) {
        return entities.createNativeQuery("delete from terminal where device = :device")
                        .setParameter("device", device.hash())
                        .executeUpdate()
                == 1;
    }
}
