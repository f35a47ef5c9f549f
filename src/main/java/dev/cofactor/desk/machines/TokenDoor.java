// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.gate.world.Facts;
import dev.cofactor.gate.world.World;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Bearers;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ledger.directory.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Knows a service by its token, in the world as last committed. Whether that still stands is asked again at every decision. */
@ApplicationScoped
class TokenDoor implements Bearers.Kind {
    private final World world;
    private final TokenWatch watch;
    private final Clock clock;

    TokenDoor(World world, TokenWatch watch, Clock clock) {
        this.world = world;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> know(String bearer, Line line) {
        Optional<ShownToken> shown = ShownToken.Kind.SERVICE.read(bearer);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Facts facts = world.now();
        return facts.token(shown.get().hash())
                .filter(token -> token.stands(clock.instant()) && facts.isActiveService(token.service()))
                .map(token -> watch.let(caller(token, line), token.from()));
    }

    private static Caller caller(Token token, Line line) {
        return new Caller(new Actor.Service(token.service()), Optional.empty(), Optional.of(token.id()), line);
    }
}
