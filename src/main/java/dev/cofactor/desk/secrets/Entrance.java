// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The way to the gate for one secret: looking, asking, changing. */
@ApplicationScoped
class Entrance {
    private final Gate gate;
    private final Catalogue catalogue;

    Entrance(Gate gate, Catalogue catalogue) {
        this.gate = gate;
        this.catalogue = catalogue;
    }

    /** What somebody wants to do with one secret. */
    record Wish(Caller caller, Verb verb, EventClass kind, UUID secret) {}

    /** The secret as it is now, for one who may; whoever may not is refused, and that is on the log first. */
    Placed admit(Wish wish) {
        Optional<Placed> found = catalogue.find(wish.secret());
        boolean may = found.map(placed -> Sight.of(placed, wish.caller()).target())
                .filter(target -> gate.view(wish.caller()).may(wish.verb(), target))
                .isPresent();
        if (!may) {
            gate.change(ask(wish, this::seen), Moves.NOTHING, at -> {
                throw SecretRefused.changedMeanwhile(); // allowed since a moment ago: it is to be asked for again
            });
        }
        return found.orElseThrow(SecretRefused::notFound);
    }

    /** @param work gets the secret as it is under the head's lock, and says what the record says besides */
    void change(Wish wish, long seen, BiFunction<Placed, Done.Moment, Details> work) {
        change(wish, this::seen, seen, work);
    }

    void change(
            Wish wish, Function<Wish, Optional<Sight>> look, long seen, BiFunction<Placed, Done.Moment, Details> work) {
        Moves moves = new Moves(false, Set.of(wish.secret()));
        gate.change(ask(wish, look), moves, at -> {
            Placed now = catalogue.find(wish.secret()).orElseThrow(SecretRefused::notFound);
            requireSeen(now, seen);
            Details details = work.apply(now, at).with(Name.VERSION, now.version() + 1);
            return new Done<>(now, details, List.of());
        });
    }

    static void requireSeen(Placed now, long seen) {
        if (now.version() != seen) {
            throw SecretRefused.changedMeanwhile();
        }
    }

    Optional<Sight> seen(Wish wish) {
        return catalogue.find(wish.secret()).map(placed -> Sight.of(placed, wish.caller()));
    }

    /** That end of a move which lies in the folder; it is the secret's history all the same. */
    static Sight into(Folder folder, Sight from, Caller caller) {
        Sight end = Sight.of(folder, caller);
        return new Sight(end.target(), from.about(), from.rows(), end.details(), List.of(), Optional.empty());
    }

    static Ask ask(Wish wish, Function<Wish, Optional<Sight>> look) {
        return new Ask(wish.caller(), wish.verb(), wish.kind(), () -> look.apply(wish));
    }

    static Catalogue.Moment moment(Done.Moment at) {
        return new Catalogue.Moment(at.event(), at.time());
    }
}
