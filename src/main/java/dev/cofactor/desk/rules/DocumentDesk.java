// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.desk.wording.NameBook;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.desk.wording.Sentences;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The whole set at once, as it is kept elsewhere: taken out, tried, and put in force. */
@ApplicationScoped
public class DocumentDesk {
    private final Gate gate;
    private final Saves saves;
    private final NameBook book;

    DocumentDesk(Gate gate, Saves saves, NameBook book) {
        this.gate = gate;
        this.saves = saves;
        this.book = book;
    }

    /**
     * What a save would do.
     *
     * @param from what is in force
     * @param next what would be
     */
    public record Trial(Edition from, PolicySet next, List<Said> said) {}

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
        return Overload.alone(() -> {
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
        return Overload.alone(() -> {
            long from = seen.getAsLong();
            WholeSet sent = new WholeSet(document.get());
            PolicySet wanted = sent.policies();
            Edition now = gate.edition();
            if (now.number() != from) {
                throw Saves.changedMeanwhile();
            }
            Save save = Save.between(now, wanted);
            return new Trial(now, saves.tried(caller, now, save, sent.places()), said(save.pieces()));
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
}
