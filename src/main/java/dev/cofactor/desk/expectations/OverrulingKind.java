// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import dev.cofactor.desk.proposals.Kind;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.rules.Save;
import dev.cofactor.desk.rules.SaveKind;
import dev.cofactor.desk.rules.Saves;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.rulebook.KeptExpectations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A save that breaks what the rules must keep saying. It never passes by its author alone, and the second person agrees to
 * these expectations being broken and to no others: one that is written down meanwhile is not overruled.
 */
@ApplicationScoped
class OverrulingKind implements Kind {
    private static final String WORD = "expectations-overruled";
    private static final String SAVE = "save";
    private static final String EXPECTATIONS = "expectations";

    private final Saves saves;
    private final SaveKind words;
    private final Overruling overruling;
    private final KeptExpectations kept;

    OverrulingKind(Saves saves, SaveKind words, Overruling overruling, KeptExpectations kept) {
        this.saves = saves;
        this.words = words;
        this.overruling = overruling;
        this.kept = kept;
    }

    /** In one order, so that the same asked twice is kept once. */
    static Proposed proposed(Save save, Stream<UUID> expectations) {
        String ids = expectations.map(UUID::toString).sorted().collect(joining(" "));
        return Proposed.of(WORD, Map.of(SAVE, new String(save.document(), UTF_8), EXPECTATIONS, ids));
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public Verb verb() {
        return Verb.POLICY_EDIT;
    }

    @Override
    public Optional<Sight> look(Proposed change, Caller caller) {
        return Optional.of(ExpectationDesk.rules());
    }

    @Override
    public List<String> words(Proposed change) {
        Stream<String> broken = overrules(change).stream().map(this::broken);
        return Stream.concat(broken, words.words(save(change)).stream()).toList();
    }

    private String broken(UUID expectation) {
        return kept.find(expectation)
                .map(one -> "Breaks what the rules must keep saying: "
                        + Trials.of(one).name())
                .orElse("Broke what the rules had to keep saying, and no longer have to");
    }

    @Override
    public void apply(Proposed change, Caller by) {
        overruling.overruled(overrules(change), () -> saves.kept(by, save(change), change));
    }

    @Override
    public boolean isNeverAlone() {
        return true;
    }

    private static Save save(Proposed change) {
        return Save.read(change.text(SAVE).getBytes(UTF_8));
    }

    private static Set<UUID> overrules(Proposed change) {
        return Arrays.stream(change.text(EXPECTATIONS).split(" "))
                .map(UUID::fromString)
                .collect(toCollection(TreeSet::new));
    }
}
