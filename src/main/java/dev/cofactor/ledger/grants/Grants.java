// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import dev.cofactor.ledger.grants.AccessRequest.State;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was given, and what is left of it. Whether it counts is the policy's to say when it is used: the clause may be another
 * one by then, and whoever approved may be nobody any more.
 */
@Singleton
@Transactional
public class Grants {
    private final GrantRows rows;
    private final RequestRows requests;
    private final VerdictRows verdicts;

    Grants(GrantRows rows, RequestRows requests, VerdictRows verdicts) {
        this.rows = rows;
        this.requests = requests;
        this.verdicts = verdicts;
    }

    /**
     * What this hand holds at this moment and can still use, and for each clause the last that is used up: a repetition uses
     * nothing more, and is judged as if its first use were still free.
     *
     * @param run of a program: what one run was given no other holds, nor whoever comes as none
     */
    public List<Grant> held(UUID hand, Optional<String> run, String verb, UUID secret) {
        return usable(grants(rows.held(hand, run, verb, secret, requests.now())));
    }

    /** What one may be held for. */
    public record Use(String verb, UUID secret) {}

    /** All that this hand holds, of each use the same as is found for it alone; read at once, however much it is. */
    public Map<Use, List<Grant>> held(UUID hand, Optional<String> run) {
        Map<Use, List<Grant>> all = new HashMap<>();
        grants(rows.held(hand, run, requests.now()))
                .forEach(grant -> all.computeIfAbsent(new Use(grant.verb(), grant.secret()), use -> new ArrayList<>())
                        .add(grant));
        all.replaceAll((use, some) -> usable(some));
        return all;
    }

    /** What is left of these. */
    public Map<UUID, Remains> left(Collection<UUID> grants) {
        return rows.some(grants).stream().collect(Collectors.toMap(row -> row.id, GrantRow::remains));
    }

    private static List<Grant> usable(List<Grant> all) {
        Map<String, Grant> usedUp = new HashMap<>();
        all.stream().filter(grant -> grant.usesLeft() == 0).forEach(grant -> usedUp.put(grant.clause(), grant));
        return all.stream()
                .filter(grant -> grant.usesLeft() > 0 || grant.equals(usedUp.get(grant.clause())))
                .toList();
    }

    /** What is left of what was given for this request; nothing, where nothing was. */
    public Optional<Remains> of(UUID request) {
        return rows.of(request).map(GrantRow::remains);
    }

    /** For which request something was given. */
    public Optional<UUID> requestOf(UUID grant) {
        return rows.findByIdOptional(grant).map(row -> row.request);
    }

    public Map<UUID, Remains> of(Collection<UUID> some) {
        return rows.of(some).stream()
                .collect(Collectors.toMap(row -> Objects.requireNonNull(row.request), GrantRow::remains));
    }

    /** Part of a change. One for a request: it is given once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void give(UUID grant, UUID request, Instant ends, int uses) {
        RequestRow asked = requests.findById(request);
        requests.refreshed(asked); // it was settled by a statement
        if (!asked.state.equals(RequestRow.word(State.APPROVED))) {
            throw new IllegalStateException("nothing is given before it is approved");
        }
        rows.persist(new GrantRow(grant, asked, ends, uses));
        rows.flush();
    }

    /** Part of a change. @return false, where there is none that has not ended before */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean end(UUID request, String why) {
        return rows.end(request, why);
    }

    /**
     * Part of the change by which somebody loses all he had: whatever was given to him, or for him to others, ends, and what
     * he asked for is not decided any more.
     *
     * @param self a person, a service or an agent
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int endAllOf(UUID self, String why, AccessRequest.Settled how) {
        return rows.endOf(self, why) + requests.voidAllOf(self, how);
    }

    /** Requests whose grant is over by its time alone, which nobody has said yet. */
    public List<UUID> lapsed(int limit) {
        return rows.lapsed(requests.now(), limit).stream()
                .map(row -> Objects.requireNonNull(row.request))
                .toList();
    }

    private List<Grant> grants(List<GrantRow> held) {
        List<UUID> asked =
                held.stream().map(row -> Objects.requireNonNull(row.request)).toList();
        Map<UUID, RequestRow> byId = asked.isEmpty()
                ? Map.of()
                : requests.list("id in ?1", asked).stream().collect(Collectors.toMap(row -> row.id, row -> row));
        Map<UUID, List<VerdictRow>> said =
                verdicts.of(asked).stream().collect(Collectors.groupingBy(row -> row.request));
        List<Grant> grants = new ArrayList<>();
        for (GrantRow row : held) {
            @Nullable RequestRow request = byId.get(Objects.requireNonNull(row.request));
            if (request != null) {
                grants.add(grant(row, request.request(), said.getOrDefault(request.id, List.of())));
            }
        }
        return List.copyOf(grants);
    }

    private static Grant grant(GrantRow row, AccessRequest request, List<VerdictRow> said) {
        return new Grant(
                row.id,
                request.id(),
                row.actor,
                row.action,
                row.secret,
                HexFormat.of().formatHex(row.clause),
                request.terms().approvals(),
                said.stream().filter(one -> one.yes).map(one -> one.person).toList(),
                request.asker().self(),
                row.ends,
                row.usesLeft,
                request.terms().reason(),
                request.terms().ticket());
    }
}
