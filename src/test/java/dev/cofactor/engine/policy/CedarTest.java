// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.InternalException;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.fixtures.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody else's engine says the same. Only in the night: its native code is not everywhere, and a thousand times slower than
 * ours. It knows no challenge, so it is asked whether what was done so far is enough.
 */
@Tag("nightly")
class CedarTest {
    private static final int SETS = 20_000;

    private final AuthorizationEngine cedar = new BasicAuthorizationEngine();

    @BeforeAll
    static void nativeCodeIsThere() {
        boolean must = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                && System.getProperty("os.arch").equals("amd64");
        try {
            assertThat(AuthorizationEngine.getCedarLangVersion()).startsWith("4.");
        } catch (LinkageError absent) {
            if (must) {
                throw absent;
            }
            Needs.that(false, "Cedar's native code for this machine");
        }
    }

    @Test
    void anotherEngineAllowsTheSame() throws Exception {
        int allowed = 0;
        int challenged = 0;
        for (int seed = 0; seed < SETS; seed++) {
            Dice dice = new Dice(seed, 2);
            List<Policy> policies = dice.policies(9).policies();
            Question question = dice.question(policies);
            boolean approved = dice.upTo(2) == 0;
            Question asked = approved ? granted(policies, question) : with(question, List.of());
            Decision decision = Decider.ENGINE.decide(policies, asked);
            assertThat(allows(policies, asked, approved))
                    .as("seed %d", seed)
                    .isEqualTo(decision instanceof Decision.Allow);
            allowed += decision instanceof Decision.Allow ? 1 : 0;
            challenged += decision instanceof Decision.Challenge ? 1 : 0;
        }
        assertThat(allowed).as("allowed of %d", SETS).isGreaterThan(SETS / 20);
        assertThat(challenged).as("challenged of %d", SETS).isGreaterThan(SETS / 100);
    }

    /** A translation that saw nothing would agree with a broken engine as well. */
    @Test
    void itDisagreesWithAnEngineThatIsBroken() throws Exception {
        for (Mutant mutant : List.of(
                Mutant.REQUIREMENTS_ARE_IGNORED,
                Mutant.A_SINGLE_DENY_IS_IGNORED,
                Mutant.AN_ALLOW_IS_ON_WHERE_NOBODY_KNOWS,
                Mutant.A_DENY_IS_OFF_WHERE_NOBODY_KNOWS,
                Mutant.HOURS_LAST_A_MINUTE_TOO_LONG)) {
            assertThat(isSeen(mutant)).as("%s", mutant).isTrue();
        }
    }

    private boolean isSeen(Mutant mutant) throws Exception {
        for (int seed = 0; seed < SETS; seed++) {
            Dice dice = new Dice(seed, 2);
            List<Policy> policies = dice.policies(9).policies();
            Question question = with(dice.question(policies), List.of());
            if (allows(policies, question, false) != mutant.decide(policies, question) instanceof Decision.Allow) {
                return true;
            }
        }
        return false;
    }

    /** Of an agent's question both sides are asked. */
    private boolean allows(List<Policy> policies, Question question, boolean approved) throws Exception {
        com.cedarpolicy.model.policy.PolicySet translated = parsed(policies);
        for (Asker side : question.asker().sides()) {
            if (!isAllowed(new CedarQuestion(question, side, approved), translated)) {
                return false;
            }
        }
        return true;
    }

    private static com.cedarpolicy.model.policy.PolicySet parsed(List<Policy> policies) {
        String text = CedarText.of(policies);
        try {
            return com.cedarpolicy.model.policy.PolicySet.parsePolicies(text);
        } catch (InternalException e) {
            throw new AssertionError("no Cedar: " + text, e);
        }
    }

    private boolean isAllowed(CedarQuestion asked, com.cedarpolicy.model.policy.PolicySet policies)
            throws AuthException {
        AuthorizationResponse response = cedar.isAuthorized(asked.request(), policies, asked.entities());
        AuthorizationSuccessResponse success =
                response.success.orElseThrow(() -> new AssertionError(String.valueOf(response)));
        assertThat(success.getErrors())
                .as("a policy that fails is skipped there")
                .isEmpty();
        return success.isAllowed();
    }

    /** All that any way would have approved. */
    private static Question granted(List<Policy> policies, Question question) {
        List<Steps.Held> held = new ArrayList<>();
        for (Reference.Path path : Reference.told(policies, question).paths()) {
            path.clause().ifPresent(clause -> held.add(new Steps.Held(Dice.id(12, held.size()), clause)));
        }
        return with(question, held);
    }

    private static Question with(Question question, List<Steps.Held> held) {
        Steps had = question.circumstances().steps();
        return Taken.in(
                question, question.circumstances().with(new Steps(had.proved(), had.reason(), had.ticket(), held)));
    }
}
