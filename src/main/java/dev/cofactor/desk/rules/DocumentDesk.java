// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static java.util.stream.Collectors.toSet;

import dev.cofactor.desk.wording.NameBook;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.desk.wording.Sentences;
import dev.cofactor.engine.foresight.Lints.Lint;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The whole set at once, as it is kept elsewhere: taken out, tried, and put in force. */
@ApplicationScoped
public class DocumentDesk {
    private final Gate gate;
    private final Saves saves;
    private final NameBook book;
    private final Warnings warnings;
    private final Foresight foresight;

    DocumentDesk(Gate gate, Saves saves, NameBook book, Warnings warnings, Foresight foresight) {
        this.gate = gate;
        this.saves = saves;
        this.book = book;
        this.warnings = warnings;
        this.foresight = foresight;
    }

    /**
     * What a save would do.
     *
     * @param from what is in force
     * @param next what would be
     * @param lints what looks like a mistake in what is written
     * @param changes who gains and who loses
     */
    public record Trial(Edition from, PolicySet next, List<Said> said, List<Lint> lints, Object changes) {}

    /**
     * A piece with what it says in plain words.
     *
     * @param before empty where it is new
     * @param after empty where it is withdrawn
     */
    public record Said(Piece piece, Optional<String> before, Optional<String> after) {}

    /** What is in force; its document is the one over which its hash is taken. */
    public Edition taken(Caller caller) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(RuleDesk.rules()));
        return gate.edition();
    }

    /** Puts a whole set in force: what is not in it is withdrawn. */
    public Edition put(Caller caller, LongSupplier seen, Supplier<byte[]> document) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(RuleDesk.rules()));
        return alone(() -> {
            WholeSet sent = new WholeSet(document.get());
            return saves.made(
                    caller,
                    () -> Optional.of(RuleDesk.rules()),
                    seen,
                    now -> Save.between(now, sent.policies()),
                    sent.places());
        });
    }

    /** Everything that putting it in force would look at and come to, with nothing put in force and nothing recorded. */
    public Trial tried(Caller caller, LongSupplier seen, Supplier<byte[]> document) {
        gate.admit(caller, Verb.POLICY_EDIT, () -> Optional.of(RuleDesk.rules()));
        return alone(() -> {
            long from = seen.getAsLong();
            WholeSet sent = new WholeSet(document.get());
            PolicySet wanted = sent.policies();
            Edition now = gate.edition();
            if (now.number() != from) {
                throw Saves.changedMeanwhile();
            }
            Save save = Save.between(now, wanted);
            PolicySet next = saves.tried(caller, now, save, sent.places());
            Set<UUID> written = save.written().stream().map(Policy::id).collect(toSet());
            return new Trial(now, next, said(save.pieces()), warnings.of(next, written), foresight.changes(now, next));
        });
    }

    /** All pieces in words, with the names there are now. */
    List<Said> said(List<Piece> pieces) {
        List<Policy> all = new ArrayList<>();
        pieces.forEach(piece -> {
            piece.before().ifPresent(all::add);
            piece.after().ifPresent(all::add);
        });
        Names names = book.names(all);
        return pieces.stream()
                .map(piece -> new Said(
                        piece,
                        piece.before().map(policy -> Sentences.of(policy, names)),
                        piece.after().map(policy -> Sentences.of(policy, names))))
                .toList();
    }

    /** A whole set takes a hundred megabytes while it is read: one at a time, and nobody waits for long. */
    private static final class Overload extends Problem {
        private static final Duration COME_BACK = Duration.ofSeconds(2);
        private static final Semaphore ONE = new Semaphore(1);

        private Overload() {
            super(Kind.UNAVAILABLE, "overloaded", "too much to do at the moment", COME_BACK, Map.of(), null);
        }
    }

    static <T> T alone(Supplier<T> work) {
        if (!Overload.ONE.tryAcquire()) {
            throw new Overload();
        }
        try {
            return work.get();
        } finally {
            Overload.ONE.release();
        }
    }
}
