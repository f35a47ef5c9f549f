// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.claims;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Loss;
import dev.cofactor.ground.events.Won;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who claims: one event with all that it needs. It comes out with everything it asked for, or with the first loss. */
public final class Claimant {
    private final UUID event;
    private final List<Claim> claims;
    private final List<Won> won = new ArrayList<>();
    private @Nullable Loss loss;
    private @Nullable Repeat repeat;
    private boolean hadIt;

    /** What an earlier request under the same key brought. */
    record Repeat(UUID event, @Nullable String result) {}

    public Claimant(UUID event, List<Claim> claims) {
        this.event = event;
        this.claims = List.copyOf(claims);
    }

    public UUID event() {
        return event;
    }

    public List<Claim> claims() {
        return claims;
    }

    public List<Won> won() {
        return List.copyOf(won);
    }

    public Optional<Loss> loss() {
        return Optional.ofNullable(loss);
    }

    /** Whether it is an earlier request come again. */
    public boolean isRepetition() {
        return repeat != null;
    }

    void loses(Loss why) {
        loss = why;
    }

    void wins(Won prize) {
        won.add(prize);
    }

    void repeats(Repeat earlier) {
        repeat = earlier;
    }

    /** The step is his already, and he sees again what he has; or he has paid for one that he did not see. */
    void hadIt() {
        hadIt = true;
    }

    /** Whether he has had all this: it is not counted again, and nobody is told again. */
    boolean consumesNothing() {
        return hadIt || repeat != null;
    }

    /** Present for a replay: what the first request consumed counts as still free for it, and is not consumed again. */
    Optional<Repeat> repeat() {
        return Optional.ofNullable(repeat);
    }
}
