// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.mandates;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who has seen what services show, or has said whose word lets one in. What has ended since is found elsewhere. */
@Singleton
@Transactional
public class ShownCredentials {
    private final ShownRows rows;

    ShownCredentials(ShownRows rows) {
        this.rows = rows;
    }

    /**
     * Something of a service's that somebody has.
     *
     * @param credential a token, or a federation
     */
    public record Shown(UUID credential, UUID service) {}

    public List<Shown> to(Collection<UUID> people) {
        return people.isEmpty()
                ? List.of()
                : rows.to(people).stream()
                        .map(row -> new Shown(row.credential, row.service))
                        .toList();
    }

    public Set<UUID> whoSaw(UUID credential) {
        return rows.whoSaw(credential);
    }

    /** Whoever has seen anything of this service, whether it is still good or not. */
    public Set<UUID> whoSawAnythingOf(UUID service) {
        return rows.whoSawAnythingOf(service);
    }

    /** Part of the change that shows it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Shown shown, UUID person, Instant at) {
        if (rows.findByIdOptional(new ShownRow.Key(shown.credential(), person)).isEmpty()) {
            rows.persist(new ShownRow(shown.credential(), shown.service(), person, at));
            rows.flush();
        }
    }
}
