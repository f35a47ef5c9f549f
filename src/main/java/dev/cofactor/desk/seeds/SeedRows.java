// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.ground.gathering.Trip;
import dev.cofactor.ground.sealing.RowMacs;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The rows of seeds, each with its code over what safety depends on; and the claims that a seed's fate touches. */
@Singleton
@Transactional
class SeedRows implements PanacheRepositoryBase<SeedRow, UUID>, RowMacs.Coded {
    private static final String TABLE = "seed";

    /** Nobody's: what it holds is neither shown again to its holder nor given to another. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final RowMacs macs;

    SeedRows(RowMacs macs) {
        this.macs = macs;
    }

    Optional<SeedRow> underProof(UUID secret) {
        return one(secret, SeedRow.State.UNDER_PROOF);
    }

    Optional<SeedRow> serving(UUID secret) {
        return one(secret, SeedRow.State.SERVING);
    }

    Set<UUID> servingIn(Collection<UUID> secrets) {
        return secrets.isEmpty()
                ? Set.of()
                : Set.copyOf(session()
                        .createNativeQuery(
                                "select secret from seed where secret in (:secrets) and state = 'serving'", UUID.class)
                        .setParameterList("secrets", secrets)
                        .getResultList());
    }

    /** Those that serve in secrets, as a part of a trip, put in here by secret. */
    static Trip.Part serving(Map<UUID, SeedRow> found) {
        return new Trip.Part("select * from seed where secret = any(?) and state = 'serving'", row -> {
            SeedRow read = SeedRow.of(row);
            found.put(read.secret, read);
        });
    }

    /** In which other secrets the very same seeds serve, by the value of these. */
    static Trip.Part elsewhere(Map<UUID, Set<UUID>> found) {
        return new Trip.Part(
                """
                select s.value, o.secret from seed s
                  join seed o on o.fingerprint = s.fingerprint and o.state = 'serving' and o.secret <> s.secret
                 where s.secret = any(?) and s.state = 'serving'
                """,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), value -> new HashSet<>())
                        .add(row.getObject(2, UUID.class)));
    }

    private Optional<SeedRow> one(UUID secret, SeedRow.State state) {
        return find("secret = ?1 and state = ?2", secret, state.word()).firstResultOptional();
    }

    /** The newest first. */
    List<SeedRow> all(UUID secret) {
        return list("secret = ?1 order by enteredAt desc", secret);
    }

    /** In whatever secret, unless destroyed. */
    List<SeedRow> alive(byte[] fingerprint) {
        return list(
                "fingerprint = ?1 and state <> ?2 order by enteredAt, value",
                fingerprint,
                SeedRow.State.DESTROYED.word());
    }

    /** Which secrets have a seed of these that is not destroyed, by the seed's place in the list. */
    Map<Integer, List<UUID>> secretsWith(List<byte[]> fingerprints) {
        Map<Integer, List<UUID>> found = new HashMap<>();
        session()
                .createNativeQuery("""
                        select f.place, s.secret from unnest(cast(:all as bytea[])) with ordinality as f (fingerprint, place)
                          join seed s on s.fingerprint = f.fingerprint and s.state <> 'destroyed' order by s.entered_at
                        """, Tuple.class)
                .setParameter("all", fingerprints.toArray(byte[][]::new))
                .getResultList()
                .forEach(row -> found.computeIfAbsent(
                                row.get(0, Number.class).intValue() - 1, place -> new ArrayList<>())
                        .add(row.get(1, UUID.class)));
        return found;
    }

    /** The very same seed in other secrets, one row of each. */
    Collection<SeedRow> elsewhere(SeedRow row) {
        Map<UUID, SeedRow> others = new LinkedHashMap<>();
        alive(row.fingerprint).forEach(other -> others.merge(other.secret, other, SeedRows::theOneThatServes));
        others.remove(row.secret);
        return others.values();
    }

    private static SeedRow theOneThatServes(SeedRow one, SeedRow other) {
        return other.is(SeedRow.State.SERVING) ? other : one;
    }

    /** What is not destroyed of this secret's: serving, under proof, or both. */
    Set<UUID> alive(UUID secret) {
        return list("secret = ?1 and state <> ?2", secret, SeedRow.State.DESTROYED.word()).stream()
                .map(row -> row.value)
                .collect(Collectors.toSet());
    }

    /** Whether a seed of this secret was ever proved, whatever became of it. */
    boolean everServed(UUID secret) {
        return count("secret = ?1 and provedAt is not null", secret) > 0;
    }

    boolean holds(SeedRow row) {
        return macs.holds(row.mac, TABLE, row.value, row.columns());
    }

    /** Writes at once: what ends must have ended before what follows it is there. */
    void save(SeedRow row) {
        row.mac = macs.of(TABLE, row.value, row.columns());
        persistAndFlush(row);
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Map<UUID, Long> named() {
        Map<UUID, Long> numbers = new HashMap<>();
        session()
                .createNativeQuery("""
                        select cast(encode(substring(mac from 1 for 16), 'hex') as uuid) as key, count(*) as number
                          from seed where octet_length(mac) >= 16 group by substring(mac from 1 for 16)
                        """, Tuple.class)
                .getResultList()
                .forEach(row -> numbers.put(row.get("key", UUID.class), row.get("number", Long.class)));
        return numbers;
    }

    @Override
    public List<UUID> under(UUID key, Optional<UUID> after, int limit) {
        return session()
                .createNativeQuery("""
                        select value from seed where substring(mac from 1 for 16) = uuid_send(:key) and value > :after
                         order by value limit :limit
                        """, UUID.class)
                .setParameter("key", key)
                .setParameter("after", after.orElse(NOBODY))
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Waits for nobody who has the row, so that nobody who waits for this one is waited for. */
    @Override
    public RowMacs.Renewal renew(UUID seed) {
        Optional<SeedRow> row = findByIdOptional(seed);
        if (row.isEmpty()) {
            return RowMacs.Renewal.MEANWHILE;
        }
        byte[] before = row.get().mac.clone();
        Optional<byte[]> after = macs.renewed(before, TABLE, seed, row.get().columns());
        if (after.isEmpty()) {
            return RowMacs.Renewal.UNTRUE;
        }
        int coded = session()
                .createNativeMutationQuery("""
                        update seed set mac = :after
                         where value in (select value from seed where value = :seed and mac = :before
                                            for update skip locked)
                        """)
                .setParameter("after", after.get())
                .setParameter("seed", seed)
                .setParameter("before", before)
                .executeUpdate();
        return coded == 1 ? RowMacs.Renewal.DONE : RowMacs.Renewal.MEANWHILE;
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }

    /** Where an HOTP seed begins to count. */
    void beginCounter(UUID seed, long next) {
        getEntityManager()
                .createNativeQuery("insert into claim_counter (seed, next) values (:seed, :next)")
                .setParameter("seed", seed)
                .setParameter("next", next)
                .executeUpdate();
    }

    long counter(UUID seed) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select next from claim_counter where seed = :seed")
                        .setParameter("seed", seed)
                        .getSingleResult())
                .longValue();
    }

    /** @return whether this counter had not been used */
    boolean use(UUID seed, long counter) {
        return getEntityManager()
                        .createNativeQuery(
                                "update claim_counter set next = :counter + 1 where seed = :seed and next <= :counter")
                        .setParameter("seed", seed)
                        .setParameter("counter", counter)
                        .executeUpdate()
                == 1;
    }

    /** Steps stay taken, for the same seed may be entered again; but whoever has one is not shown its code any more. */
    void endLeases(byte[] fingerprint, Instant now) {
        getEntityManager()
                .createNativeQuery("update claim_step set session = :nobody, actor = :nobody, sharing = 'EXCLUSIVE'"
                        + " where fingerprint = :fingerprint and ends > :now")
                .setParameter("nobody", NOBODY)
                .setParameter("fingerprint", fingerprint)
                .setParameter("now", now)
                .executeUpdate();
    }

    void endGrants(UUID secret) {
        getEntityManager()
                .createNativeQuery(
                        "update access_grant set ended = 'seed-overwritten' where secret = :secret and ended is null")
                .setParameter("secret", secret)
                .executeUpdate();
    }
}
