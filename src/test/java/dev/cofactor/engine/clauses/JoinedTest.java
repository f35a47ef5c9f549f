// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Need.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinedTest {
    private static final Need.Approval SECURITY = approval(1, 1);
    private static final Need.Approval LEADS = approval(2, 2);

    @Test
    void theStrictestOfEachKindIsAsked() {
        assertThat(Joined.of(List.of(
                        new Need.StepUp(Duration.ofMinutes(15), Set.of()),
                        new Need.Reason(3),
                        new Need.StepUp(Duration.ofMinutes(5), Set.of(Method.PASSKEY, Method.TOTP)),
                        new Need.Reason(9),
                        new Need.StepUp(Duration.ofMinutes(9), Set.of(Method.PASSKEY)))))
                .contains(List.of(new Need.Reason(9), new Need.StepUp(Duration.ofMinutes(5), Set.of(Method.PASSKEY))));
        assertThat(Joined.of(List.of(
                        new Need.BreakGlass(5, Duration.ofMinutes(30), 1),
                        new Need.BreakGlass(9, Duration.ofMinutes(10), 3))))
                .contains(List.of(new Need.BreakGlass(9, Duration.ofMinutes(10), 1)));
    }

    @Test
    void methodsThatDoNotGoTogetherCanNeverBeMet() {
        assertThat(Joined.of(List.of(
                        new Need.StepUp(Duration.ofMinutes(5), Set.of(Method.TOTP)),
                        new Need.StepUp(Duration.ofMinutes(5), Set.of(Method.PASSKEY)))))
                .isEmpty();
    }

    @Test
    void theClauseIsItsContentAndNotItsOrder() {
        assertThat(Joined.clause(List.of(SECURITY, LEADS)))
                .isPresent()
                .isEqualTo(Joined.clause(List.of(LEADS, new Need.Reason(1), SECURITY, LEADS)));
        assertThat(Joined.clause(List.of(SECURITY))).isNotEqualTo(Joined.clause(List.of(SECURITY, LEADS)));
        assertThat(Joined.clause(List.of(new Need.Reason(1)))).isEmpty();
    }

    /** Pinned: grants that are out carry it. */
    @Test
    void theClauseIsWhatItWas() {
        assertThat(Joined.clause(List.of(SECURITY)))
                .contains("3c0273ca2b7737d4d0c9d489909eb492bab84ecca98c6de0bfdba4cc75bba827");
    }

    @Test
    void whateverIsTightenedIsAnotherClause() {
        Duration hour = Duration.ofHours(1);
        Duration half = Duration.ofMinutes(30);
        Set<Approver> of = SECURITY.of();
        assertThat(List.of(
                        new Need.Approval(2, of, hour, half, 1, false),
                        new Need.Approval(1, Set.of(new Approver.Manager()), hour, half, 1, false),
                        new Need.Approval(1, of, half, half, 1, false),
                        new Need.Approval(1, of, hour, hour, 1, false),
                        new Need.Approval(1, of, hour, half, 2, false),
                        new Need.Approval(1, of, hour, half, 1, true)))
                .allSatisfy(other ->
                        assertThat(Joined.clause(List.of(other))).isNotEqualTo(Joined.clause(List.of(SECURITY))));
    }

    @Test
    void orderAndRepetitionSayNothing() {
        List<Need> needs = new ArrayList<>(List.of(
                SECURITY,
                LEADS,
                new Need.Reason(3),
                new Need.Reason(4),
                new Need.Ticket(new Glob("OPS-*")),
                new Need.Ticket(new Glob("*-7")),
                new Need.StepUp(Duration.ofMinutes(5), Set.of()),
                new Need.BreakGlass(5, Duration.ofMinutes(30), 1)));
        List<Need> joined = Joined.of(needs).orElseThrow();
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            Collections.shuffle(needs, random);
            assertThat(Joined.of(needs)).contains(joined);
        }
        assertThat(Joined.of(joined)).contains(joined);
        needs.addAll(joined);
        assertThat(Joined.of(needs)).contains(joined);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            OPS-*,  *-7,    true
            OPS-*,  OP*,    true
            OPS-*,  SEC-*,  false
            *-7,    *-8,    false
            *-7,    *17,    false
            *,      OPS,    true
            OPS,    OPS,    true
            OPS,    SEC,    false
            OPS-*,  OPS-7,  true
            OPS-*,  SEC-7,  false
            ab*ba,  ba*ab,  false
            a*b,    ab*ab,  true
            """)
    void oneTicketHasToFitAll(String one, String other, boolean possible) {
        List<Need> needs = List.of(new Need.Ticket(new Glob(one)), new Need.Ticket(new Glob(other)));
        assertThat(Joined.of(needs).isPresent()).isEqualTo(possible);
        assertThat(new Glob(other).meets(new Glob(one))).isEqualTo(possible);
    }

    @Test
    void othersTimeWeighsMoreThanOnesOwn() {
        assertThat(List.of(
                        Joined.cost(List.of()),
                        Joined.cost(List.of(new Need.Reason(500))),
                        Joined.cost(List.of(new Need.StepUp(Duration.ofMinutes(5), Set.of()), new Need.Reason(1))),
                        Joined.cost(List.of(SECURITY)),
                        Joined.cost(List.of(LEADS)),
                        Joined.cost(List.of(new Need.BreakGlass(1, Duration.ofMinutes(5), 1)))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void threeValuesAreThoseOfKleene() {
        assertThat(Tri.YES.and(Tri.UNKNOWN)).isEqualTo(Tri.UNKNOWN);
        assertThat(Tri.NO.and(Tri.UNKNOWN)).isEqualTo(Tri.NO);
        assertThat(Tri.YES.or(Tri.UNKNOWN)).isEqualTo(Tri.YES);
        assertThat(Tri.NO.or(Tri.UNKNOWN)).isEqualTo(Tri.UNKNOWN);
        for (Tri one : Tri.values()) {
            assertThat(one.not().not()).isEqualTo(one);
            for (Tri other : Tri.values()) {
                assertThat(one.and(other)).isEqualTo(other.and(one));
                assertThat(one.and(other).not()).isEqualTo(one.not().or(other.not()));
            }
        }
    }

    private static Need.Approval approval(int quorum, int group) {
        return new Need.Approval(
                quorum,
                Set.of(new Approver.Group(new UUID(7, group))),
                Duration.ofHours(1),
                Duration.ofMinutes(30),
                1,
                false);
    }
}
