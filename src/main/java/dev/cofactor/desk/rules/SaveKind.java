// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.proposals.Kind;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.wording.NameBook;
import dev.cofactor.desk.wording.Sentences;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A save by which its author gains something. It is made of what is in force when it is agreed to. */
@ApplicationScoped
public class SaveKind implements Kind {
    private final Saves saves;
    private final NameBook book;

    SaveKind(Saves saves, NameBook book) {
        this.saves = saves;
        this.book = book;
    }

    @Override
    public String word() {
        return Saves.KIND;
    }

    @Override
    public Verb verb() {
        return Verb.POLICY_EDIT;
    }

    @Override
    public Optional<Sight> look(Proposed change, Caller caller) {
        return Optional.of(RuleDesk.rules());
    }

    @Override
    public List<String> words(Proposed change) {
        return words(Save.read(change.document().getBytes(UTF_8)));
    }

    /** Each policy that it is about, as it stands and as it would. */
    public List<String> words(Save save) {
        return save.pieces().stream().flatMap(this::words).toList();
    }

    private Stream<String> words(Piece piece) {
        Stream<String> before = piece.before().stream().map(policy -> "No longer: " + sentence(policy));
        Stream<String> after = piece.after().stream().map(policy -> "From then on: " + sentence(policy));
        return Stream.concat(before, after);
    }

    private String sentence(Policy policy) {
        String state = policy.isActive() ? "" : " (" + policy.state().code() + ", so it decides nothing)";
        return Sentences.of(policy, book.names(List.of(policy))) + state;
    }

    @Override
    public void apply(Proposed change, Caller by) {
        saves.kept(by, Save.read(change.document().getBytes(UTF_8)), change);
    }
}
