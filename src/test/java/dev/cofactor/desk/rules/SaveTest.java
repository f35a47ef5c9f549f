// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a save says of itself, and when one that was kept can still be made. */
class SaveTest {
    private static final Policy ONE = policy(1, "One", State.ACTIVE, Clauses.NONE);
    private static final Policy TWO = policy(2, "Two", State.ACTIVE, Clauses.NONE);
    private static final Policy THREE = policy(3, "Three", State.DRAFT, Clauses.NONE);

    @Test
    void partsNameTheStateAndEachKindOfClause() {
        Clauses asked = new Clauses(
                Set.of(),
                Set.of(new Need.Reason(10)),
                Set.of(new Limit(3, Duration.ofHours(1), Set.of())),
                Set.of(new Duty.Tell(new Duty.Whom.Owners())));
        Save save = Save.of(edition(7, ONE, TWO), ONE.id(), Optional.of(policy(1, "One", State.DISABLED, asked)));
        assertThat(save.parts())
                .containsExactly("changed: state", "changed: needs", "changed: limits", "changed: then");
    }

    @Test
    void ofSeveralPoliciesEachIsNamedByItsIdAndOfManyOnlySoMany() {
        Save save = Save.between(edition(7, ONE, TWO), set(policy(1, "Otherwise", State.ACTIVE, Clauses.NONE), THREE));
        assertThat(save.parts())
                .containsExactly(ONE.id() + " changed: name", TWO.id() + " withdrawn", THREE.id() + " added");
        List<Policy> many = LongStream.range(0, 250)
                .mapToObj(number -> policy(number, "Many", State.ACTIVE, Clauses.NONE))
                .toList();
        assertThat(Save.between(edition(7), new PolicySet(many)).parts())
                .hasSize(101)
                .endsWith("and 150 more");
    }

    @Test
    void whatIsKeptIsReadAsItWas() {
        Save save = Save.between(edition(7, ONE, TWO), set(policy(1, "Otherwise", State.ACTIVE, Clauses.NONE), THREE));
        assertThat(Save.read(save.document())).isEqualTo(save);
    }

    @Test
    void aKeptSaveIsMadeOverWhatOthersSavedMeanwhile() {
        Save save = Save.of(edition(7, ONE), ONE.id(), Optional.of(policy(1, "Otherwise", State.ACTIVE, Clauses.NONE)));
        assertThat(save.onto(edition(9, ONE, TWO)))
                .contains(set(policy(1, "Otherwise", State.ACTIVE, Clauses.NONE), TWO));
    }

    @Test
    void aKeptSaveIsNotMadeOnceOneOfItsPoliciesIsOther() {
        Policy other = policy(1, "By somebody else", State.ACTIVE, Clauses.NONE);
        Save change =
                Save.of(edition(7, ONE), ONE.id(), Optional.of(policy(1, "Otherwise", State.ACTIVE, Clauses.NONE)));
        assertThat(change.onto(edition(8, other))).isEmpty();
        assertThat(change.onto(edition(8, TWO))).isEmpty();
        Save withdrawal = Save.of(edition(7, ONE), ONE.id(), Optional.empty());
        assertThat(withdrawal.onto(edition(8, other))).isEmpty();
        Save addition = Save.of(edition(7), ONE.id(), Optional.of(ONE));
        assertThat(addition.onto(edition(8, other))).isEmpty();
    }

    @Test
    void whatIsAsItWasChangesNothing() {
        assertThat(Save.of(edition(7, ONE), ONE.id(), Optional.of(ONE)).changesNothing())
                .isTrue();
        assertThat(Save.between(edition(7, ONE, TWO), set(TWO, ONE)).changesNothing())
                .isTrue();
    }

    private static Policy policy(long id, String name, State state, Clauses clauses) {
        return new Policy(
                new UUID(9, id),
                name,
                state,
                Effect.ALLOW,
                Set.of(Verb.CODE_FETCH),
                Set.of(new Subject.Anyone()),
                Set.of(new Resource.Everything()),
                clauses);
    }

    private static Edition edition(long number, Policy... policies) {
        return Edition.of(number, set(policies));
    }

    private static PolicySet set(Policy... policies) {
        return new PolicySet(List.of(policies));
    }
}
