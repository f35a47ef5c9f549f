// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.vault;

import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where sealed values are kept. It answers whoever asks, and what it answers opens for nobody without a record. */
@ApplicationScoped
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

    /** Earlier ones too, but not what was destroyed. */
    public Optional<Kept> find(UUID value) {
        return rows.findByIdOptional(value).flatMap(SealedValueRow::kept);
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

    /** In the order of their ids, those after the given one. */
    public List<Kept> notUnder(UUID key, Optional<UUID> after, int limit) {
        return kept(rows.notUnder(key, after, limit));
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
     * Puts the data key under another purpose key.
     *
     * @return false where the row is no longer what was read: it was destroyed, or somebody was faster
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean rewrap(UUID value, Values.Sealed before, Values.Sealed after) {
        return rows.rewrap(value, before, after);
    }

    private static List<Kept> kept(List<SealedValueRow> found) {
        return found.stream().flatMap(row -> row.kept().stream()).toList();
    }
}
