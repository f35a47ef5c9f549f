// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Bearers;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.directory.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Knows a service by its token. Whether that still stands is asked again at every decision. */
@ApplicationScoped
class TokenDoor implements Bearers.Kind {
    private final Machines machines;
    private final TokenWatch watch;
    private final Clock clock;

    TokenDoor(Machines machines, TokenWatch watch, Clock clock) {
        this.machines = machines;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> know(String bearer, Line line) {
        return ShownToken.Kind.SERVICE
                .read(bearer)
                .flatMap(token -> machines.token(token.hash()))
                .filter(token -> token.stands(clock.instant()))
                .filter(token ->
                        machines.find(token.service()).filter(Service::active).isPresent())
                .map(token -> watch.let(caller(token, line), token.from()));
    }

    private static Caller caller(Token token, Line line) {
        return new Caller(new Actor.Service(token.service()), Optional.empty(), Optional.of(token.id()), line);
    }
}
