// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which services there are, and what they show. Says nothing of what any of them may do. */
@Singleton
@Transactional
public class Machines {
    private final ServiceRows services;
    private final TokenRows tokens;

    Machines(ServiceRows services, TokenRows tokens) {
        this.services = services;
        this.tokens = tokens;
    }

    public Optional<Service> find(UUID service) {
        return services.findByIdOptional(service).map(ServiceRow::service);
    }

    public List<Service> all() {
        return services.inOrder().stream().map(ServiceRow::service).toList();
    }

    public Optional<Token> token(UUID id) {
        return tokens.findByIdOptional(id).map(TokenRow::token);
    }

    /** Whoever shows something with this hash shows this token. */
    public Optional<Token> token(byte[] hash) {
        return tokens.hashed(hash).map(TokenRow::token);
    }

    /** Those that ended too: they tell who could show himself when. */
    public List<Token> tokensOf(UUID service) {
        return tokens.of(service).stream().map(TokenRow::token).toList();
    }

    /** Of all services, those that are good at this time for whoever shows them where they are. */
    public List<Token> standing(Instant at) {
        return tokens.standing(at).stream().map(TokenRow::token).toList();
    }

    /** Part of a change, whose transaction is open: machines are of the world. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Service add(UUID id, String name, Instant at) {
        requireFree(name, id);
        ServiceRow row = new ServiceRow(id, name, at);
        services.persist(row);
        services.flush();
        return row.service();
    }

    /** Part of a change. Of a service that is not active no token is good, and all are again when it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Service edit(UUID id, String name, boolean active) {
        requireFree(name, id);
        services.update("name = ?1, active = ?2 where id = ?3", name, active, id);
        return new Service(id, name, active);
    }

    /** Part of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void issue(Token token, byte[] hash) {
        tokens.persist(new TokenRow(token, hash));
        tokens.flush();
    }

    /** Whether another one was given in its place. */
    public boolean isReplaced(UUID token) {
        return tokens.count("replaces", token) > 0;
    }

    /** Part of a change. An end is only ever moved forward: what has ended before stays as it ended. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(UUID token, Instant at) {
        tokens.update("endedAt = ?1 where id = ?2 and (endedAt is null or endedAt > ?1)", at, token);
    }

    private void requireFree(String name, UUID itself) {
        if (services.named(name).filter(row -> !row.id.equals(itself)).isPresent()) {
            throw new Problem(Problem.Kind.CONFLICT, "service-name-taken", "a service has this name already");
        }
    }
}
