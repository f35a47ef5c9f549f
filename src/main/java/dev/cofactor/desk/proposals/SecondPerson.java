// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.desk.weighing.Author;
import dev.cofactor.desk.weighing.Authors;
import dev.cofactor.desk.weighing.Editors;
import dev.cofactor.desk.weighing.Gain;
import dev.cofactor.desk.weighing.Holders;
import dev.cofactor.desk.weighing.Scales;
import dev.cofactor.desk.weighing.Watch;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ledger.grants.Proposal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Changes that may have to wait are made here instead of at the gate. It is done as it would be, and taken back if its
 * author has gained by it: so nobody has to foresee what a change comes to.
 */
@ApplicationScoped
public class SecondPerson {
    private final Gate gate;
    private final Authors authors;
    private final Scales scales;
    private final Holders holders;
    private final Editors editors;
    private final Keeping keeping;
    private final Kinds kinds;

    SecondPerson(
            Gate gate, Authors authors, Scales scales, Holders holders, Editors editors, Keeping keeping, Kinds kinds) {
        this.gate = gate;
        this.authors = authors;
        this.scales = scales;
        this.holders = holders;
        this.editors = editors;
        this.keeping = keeping;
        this.kinds = kinds;
    }

    /** What one round of the gate goes by; all of it is compared again when it is recorded. */
    private record Round(Edition edition, Sight sight) {}

    /**
     * As {@link Gate#change}.
     *
     * @param proposed the same as it would be kept
     * @param watch what of it could give its author something
     * @throws Waits where it is kept for a second person
     */
    public <T> Gate.Changed<T> change(
            Ask ask, Moves moves, Proposed proposed, Watch watch, Function<Done.Moment, Done<T>> work) {
        Optional<Proposal> agreed =
                proposed.permit().map(Permit::proposal).or(() -> keeping.agreedFor(ask.caller(), proposed));
        if (agreed.isPresent()) {
            return agreed(ask, moves, agreed.get(), watch, work);
        }
        Author author = authors.of(ask.caller());
        boolean neverAlone = kinds.isNeverAlone(proposed);
        AtomicReference<Round> round = new AtomicReference<>();
        try {
            return gate.change(
                    looking(ask, round),
                    moves,
                    at -> weighed(author, round.get().edition(), watch, neverAlone, work, at));
        } catch (MustWait gained) {
            if (neverAlone) {
                throw keeping.keep(ask, keeping.fresh(ask, proposed, author, gained), author);
            }
            return alone(ask, moves, proposed, watch, author, gained, work);
        }
    }

    /** Asked for nothing but this: whether the change would wait. Nothing is left of it. */
    private Ask looking(Ask ask, AtomicReference<Round> round) {
        return new Ask(
                ask.caller(),
                ask.verb(),
                ask.kind(),
                () -> {
                    Edition edition = gate.edition();
                    Optional<Sight> sight = ask.look().get();
                    sight.ifPresent(found -> round.set(new Round(edition, found)));
                    return sight;
                },
                ask.ready());
    }

    /** Part of the change: what it gives is found by doing it. */
    private <T> Done<T> weighed(
            Author author,
            Edition edition,
            Watch watch,
            boolean neverAlone,
            Function<Done.Moment, Done<T>> work,
            Done.Moment at) {
        Scales.Before before = scales.before(author, edition, watch);
        Done<T> done = kept(edition, watch, () -> work.apply(at));
        List<Gain> gains = scales.gained(author, before, watch);
        if (neverAlone || !gains.isEmpty()) {
            throw new MustWait(gains);
        }
        keeping.remember(author.people(), watch, at);
        return done;
    }

    /** Where nobody could edit policies before, nobody is lost; rules that say so are not saved in any case. */
    private <T> Done<T> kept(Edition edition, Watch watch, Supplier<Done<T>> work) {
        boolean there = watch.thins() && (watch.rules().isPresent() || editors.remain(edition));
        Done<T> done = work.get();
        if (there && !(watch.rules().isPresent() ? editors.remain(watch.rules().get()) : editors.remain(edition))) {
            throw ProposalRefused.nobodyLeft();
        }
        return done;
    }

    /** Passes where nobody else has held the right for so long, and waits otherwise. */
    private <T> Gate.Changed<T> alone(
            Ask ask,
            Moves moves,
            Proposed proposed,
            Watch watch,
            Author author,
            MustWait gained,
            Function<Done.Moment, Done<T>> work) {
        AtomicReference<Round> round = new AtomicReference<>();
        Ask loud = looking(ask, round);
        Ask onlyAlone = new Ask(
                loud.caller(),
                loud.verb(),
                loud.kind(),
                () -> {
                    Optional<Sight> sight = loud.look().get();
                    sight.ifPresent(found -> requireNobodyElse(author, ask, round.get(), gained));
                    return sight;
                },
                loud.ready());
        Proposal passed = keeping.fresh(ask, proposed, author, gained);
        try {
            return gate.change(onlyAlone, moves, at -> {
                Done<T> done = kept(round.get().edition(), watch, () -> work.apply(at));
                keeping.remember(author.people(), watch, at);
                return with(
                        done, keeping.saidAlone(passed, author), keeping.passedAlone(passed, author, ask.caller(), at));
            });
        } catch (MustWait others) {
            throw keeping.keep(ask, passed, author);
        }
    }

    private void requireNobodyElse(Author author, Ask ask, Round round, MustWait gained) {
        if (!holders.isNobodyElse(author.people(), ask.verb(), round.sight().target(), round.edition())) {
            throw gained;
        }
    }

    /** Done because a second person said yes: once, and only while its author could still ask for it. */
    private <T> Gate.Changed<T> agreed(
            Ask ask, Moves moves, Proposal proposal, Watch watch, Function<Done.Moment, Done<T>> work) {
        AtomicReference<Round> round = new AtomicReference<>();
        return gate.change(looking(ask, round), moves, at -> {
            Edition edition = round.get().edition();
            keeping.take(proposal, at);
            keeping.requireAuthor(proposal, round.get().sight().target(), edition);
            Done<T> done = kept(edition, watch, () -> work.apply(at));
            keeping.remember(authors.of(ask.caller()).people(), watch, at);
            return with(done, keeping.said(proposal), keeping.tellAuthor(proposal, ask.caller(), at));
        });
    }

    private static <T> Done<T> with(Done<T> done, Details details, List<Claim.Tell> tells) {
        List<Claim.Tell> all =
                Stream.concat(done.tells().stream(), tells.stream()).toList();
        return new Done<>(done.result(), done.details().with(details), all);
    }
}
