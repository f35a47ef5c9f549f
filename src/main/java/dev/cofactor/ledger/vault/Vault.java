// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.vault;

import dev.cofactor.ground.gathering.Trip;
import dev.cofactor.ground.sealing.DataKeys.DataKey;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where sealed values are kept. It answers whoever asks, and what it answers opens for nobody without a record. */
@Singleton
@Transactional
public class Vault {
    private final SealedValueRows rows;

    Vault(SealedValueRows rows) {
        this.rows = rows;
    }

    /**
     * A value that is not destroyed.
     *
     * @param event the one that recorded its coming in, by {@code actor}
     * @param until absent while it is the current one
     */
    public record Kept(
            Where where, Values.Sealed sealed, Instant since, UUID event, UUID actor, Optional<Instant> until) {}

    /** A value's data key, where the value stands, and nothing of what it says. */
    public record Wrapped(Where where, DataKey dataKey) {}

    /** What is to be put in place of what. */
    public record Rewrapped(UUID value, DataKey before, DataKey after) {}

    /** Earlier ones too, but not what was destroyed. */
    public Optional<Kept> find(UUID value) {
        return rows.findByIdOptional(value).flatMap(SealedValueRow::kept);
    }

    /**
     * A current value: what it is, and of a seed all there is of it.
     *
     * @param seed absent for everything else: a file may be large
     */
    public record Current(UUID value, Where.Content content, Optional<Kept> seed) {}

    /** All current values of secrets, as a part of a trip, put in here by secret. */
    public static Trip.Part current(Map<UUID, List<Current>> found) {
        return SealedValueRows.current(found);
    }

    /** Of a pool of backup codes one of those that stand; whoever wants them all asks for {@link #all}. */
    public Optional<Kept> current(UUID secret, UUID field, Where.Content content) {
        return rows.current(secret, field, content).flatMap(SealedValueRow::kept);
    }

    /** Ended and not destroyed, newest first. */
    public List<Kept> earlier(UUID secret, UUID field) {
        return kept(rows.earlier(secret, field));
    }

    /** Current and earlier ones of all fields. */
    public List<Kept> all(UUID secret) {
        return kept(rows.all(secret));
    }

    /** How many values that are not destroyed name which key. */
    public Map<UUID, Long> named() {
        return rows.named();
    }

    /** Those that name this key, in the order of their ids, those after the given one. */
    public List<Wrapped> under(UUID key, Optional<UUID> after, int limit) {
        return rows.under(key, after, limit);
    }

    /** The one that stands in the same place, if any, is ended or destroyed before. */
    @Transactional(TxType.MANDATORY)
    public void add(Where where, Values.Sealed sealed, UUID actor, UUID event, Instant time) {
        rows.persist(new SealedValueRow(where, sealed, actor, event, time));
        rows.flush();
    }

    /** It stays as an earlier one. */
    @Transactional(TxType.MANDATORY)
    public void end(UUID value, Instant time) {
        rows.findByIdOptional(value).ifPresent(row -> row.end(time));
        rows.flush();
    }

    /** Gone for good here; copies of the database have it for as long as they are kept. */
    @Transactional(TxType.MANDATORY)
    public void destroy(UUID value, Instant time) {
        rows.findByIdOptional(value).filter(row -> row.destroyedAt == null).ifPresent(row -> row.destroy(time));
        rows.flush();
    }

    @Transactional(TxType.MANDATORY)
    public void destroyAll(UUID secret, Instant time) {
        rows.all(secret).forEach(row -> row.destroy(time));
        rows.flush();
    }

    /**
     * Puts data keys under another purpose key, all or none. A row that is no longer what was read, or that somebody is
     * changing at this moment, is left as it is.
     *
     * @return how many were moved
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int rewrap(List<Rewrapped> portion) {
        return (int) portion.stream().filter(rows::rewrap).count();
    }

    private static List<Kept> kept(List<SealedValueRow> found) {
        return found.stream().flatMap(row -> row.kept().stream()).toList();
    }
}
