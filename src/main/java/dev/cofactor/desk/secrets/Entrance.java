// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.proposals.SecondPerson;
import dev.cofactor.desk.weighing.Thing;
import dev.cofactor.desk.weighing.Watch;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.catalogue.SlugPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way to the gate for one secret: looking, asking, changing; the desks above come in by it too. Whoever wants something is
 * admitted before anything else that he sent is read, and what he then changes is decided again. What is not there is refused
 * like what he may not see, and both are on the log; what is spelt like no id and no path is no request about a secret.
 */
@ApplicationScoped
public class Entrance {
    private final Gate gate;
    private final SecondPerson second;
    private final Catalogue catalogue;

    Entrance(Gate gate, SecondPerson second, Catalogue catalogue) {
        this.gate = gate;
        this.second = second;
        this.catalogue = catalogue;
    }

    /** What somebody wants to do with one secret. */
    record Wish(Caller caller, Verb verb, EventClass kind, UUID secret) {}

    /**
     * The secret as it is now, for one who may.
     *
     * @param verb for {@code secret.read-meta}, {@code secret.edit} will do: who edits what is open must see it
     */
    public Placed admit(Caller caller, Verb verb, String pathOrId) {
        if (PublicId.SECRET.read(pathOrId).isEmpty() && SlugPath.find(pathOrId).isEmpty()) {
            throw SecretRefused.notFound();
        }
        return admit(caller, verb, () -> catalogue.find(pathOrId));
    }

    Placed admit(Caller caller, Verb verb, UUID secret) {
        return admit(caller, verb, () -> catalogue.find(secret));
    }

    private Placed admit(Caller caller, Verb verb, Supplier<Optional<Placed>> find) {
        AtomicReference<Optional<Placed>> decided = new AtomicReference<>(Optional.empty());
        gate.admit(caller, needed(caller, verb, find), () -> {
            decided.set(find.get());
            return decided.get().map(placed -> Sight.of(placed, caller));
        });
        return decided.get().orElseThrow(SecretRefused::notFound);
    }

    private Verb needed(Caller caller, Verb verb, Supplier<Optional<Placed>> find) {
        boolean edits = verb == Verb.SECRET_READ_META
                && find.get()
                        .map(placed -> Sight.of(placed, caller).target())
                        .filter(target -> gate.view(caller).may(Verb.SECRET_EDIT, target))
                        .isPresent();
        return edits ? Verb.SECRET_EDIT : verb;
    }

    Placed admit(Wish wish) {
        return admit(wish.caller(), wish.verb(), wish.secret());
    }

    /** The same where more than the secret decides, or where it is deleted. */
    void admit(Wish wish, Function<Wish, Optional<Sight>> look) {
        gate.admit(wish.caller(), wish.verb(), () -> look.apply(wish));
    }

    /** For one who may, something of this secret that is not there. */
    Problem missing(Wish wish) {
        Details why = Details.none()
                .with(Name.VERB, wish.verb().code())
                .with(Name.CODE, SecretRefused.notFound().code());
        Optional<Subject> about = Optional.of(new Subject(Subject.Kind.SECRET, wish.secret()));
        gate.note(new Fact(wish.caller(), EventClass.REQUEST_REFUSED, about, Outcome.REFUSED, why, List.of()));
        return SecretRefused.notFound();
    }

    static boolean reads(View view, Target target) {
        return view.may(Verb.SECRET_READ_META, target) || view.may(Verb.SECRET_EDIT, target);
    }

    /** @param work gets the secret as it is under the head's lock, and says what the record says besides */
    void change(Wish wish, long seen, BiFunction<Placed, Done.Moment, Details> work) {
        change(wish, this::seen, seen, work);
    }

    void change(
            Wish wish, Function<Wish, Optional<Sight>> look, long seen, BiFunction<Placed, Done.Moment, Details> work) {
        gate.change(ask(wish, look), moves(wish), at -> done(wish, seen, work, at));
    }

    /** The same where its author may be able to do more with it afterwards. */
    void weighed(
            Wish wish,
            Function<Wish, Optional<Sight>> look,
            Proposed change,
            long seen,
            BiFunction<Placed, Done.Moment, Details> work) {
        Watch watch = Watch.moving(
                () -> catalogue.find(wish.secret()).map(Thing::of).stream().toList());
        second.change(ask(wish, look), moves(wish), change, watch, at -> done(wish, seen, work, at));
    }

    private static Moves moves(Wish wish) {
        return new Moves(false, Set.of(wish.secret()));
    }

    private Done<Placed> done(
            Wish wish, long seen, BiFunction<Placed, Done.Moment, Details> work, Done.Moment at) {
        Placed now = catalogue.find(wish.secret()).orElseThrow(SecretRefused::notFound);
        requireSeen(now, seen);
        Details details = work.apply(now, at).with(Name.VERSION, now.version() + 1);
        return new Done<>(now, details, List.of());
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
