// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody whose credential was looked at, for one request.
 *
 * @param session of a person: the sign-in, which must still stand when something is recorded
 * @param token of a machine: the one token shown; of an agent: the delegation whose token it showed
 * @param voucher of a machine without one: whoever vouches for it
 */
public record Caller(Actor actor, Optional<UUID> session, Optional<UUID> token, Line line, Optional<Voucher> voucher) {
    /** Cofactor itself, or whoever has its host. */
    public static final Caller HOST = new Caller(new Actor.System(), Optional.empty(), Optional.empty(), Line.NONE);

    public Caller(Actor actor, Optional<UUID> session, Optional<UUID> token, Line line) {
        this(actor, session, token, line, Optional.empty());
    }

    public static Caller vouchedFor(UUID service, Voucher voucher, Line line) {
        return new Caller(new Actor.Service(service), Optional.empty(), Optional.empty(), line, Optional.of(voucher));
    }

    public static Caller person(UUID id, UUID session, Line line) {
        return new Caller(new Actor.Person(id), Optional.of(session), Optional.empty(), line);
    }

    /**
     * To whom belongs what only one may have, such as a step. An agent acts for many: its hands are as many as the
     * delegations it shows, and what one person's has is not another's.
     */
    public UUID hand() {
        return switch (actor) {
            case Actor.Agent agent -> token.orElse(agent.id());
            case Actor.Person person -> person.id();
            case Actor.Service service -> service.id();
            case Actor.System system -> system.id();
            case Actor.Nobody nobody -> nobody.id();
        };
    }

    /** The one run of a program that asks, where whoever vouches for it tells runs apart. */
    public Optional<String> run() {
        return voucher.flatMap(Voucher::run);
    }

    /** Without a credential, or with one that is nobody's. */
    public static Caller stranger(Line line) {
        return new Caller(new Actor.Nobody(), Optional.empty(), Optional.empty(), line);
    }
}
