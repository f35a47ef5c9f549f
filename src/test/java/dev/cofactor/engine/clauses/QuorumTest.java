// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuorumTest {
    private static final UUID SECURITY = id(1);
    private static final UUID LEADS = id(2);
    private static final UUID ANA = id(11);
    private static final UUID BEN = id(12);
    private static final UUID CLEO = id(13);

    @Test
    void oneYesIsNotTwo() {
        Need.Approval two = approval(2, SECURITY);
        Quorum.Standing all = (person, approval) -> true;
        assertThat(Quorum.isMet(List.of(two), List.of(ANA), all)).isFalse();
        assertThat(Quorum.isMet(List.of(two), List.of(ANA, ANA), all)).isFalse();
        assertThat(Quorum.isMet(List.of(two), List.of(ANA, BEN), all)).isTrue();
    }

    @Test
    void whoStandsNoLongerDoesNotCount() {
        assertThat(Quorum.isMet(List.of(approval(1, SECURITY)), List.of(ANA), (person, approval) -> false))
                .isFalse();
        assertThat(Quorum.isMet(List.of(approval(1, SECURITY)), List.of(), (person, approval) -> true))
                .isFalse();
    }

    @Test
    void whoCouldCountForBothIsCountedWhereHeIsNeeded() {
        Need.Approval security = approval(1, SECURITY);
        Need.Approval leads = approval(1, LEADS);
        // Ana is of both, Ben of security alone: whichever is asked first, it has to come out.
        Quorum.Standing standing = (person, approval) -> person.equals(ANA) || approval.equals(security);
        assertThat(Quorum.isMet(List.of(security, leads), List.of(ANA, BEN), standing))
                .isTrue();
        assertThat(Quorum.isMet(List.of(leads, security), List.of(BEN, ANA), standing))
                .isTrue();
        assertThat(Quorum.isMet(List.of(security, leads), List.of(ANA), standing))
                .isFalse();
        assertThat(Quorum.isMet(List.of(security, leads), List.of(BEN, CLEO), standing))
                .isFalse();
    }

    @Test
    void nothingToApproveIsApproved() {
        assertThat(Quorum.isMet(List.of(), List.of(), (person, approval) -> false))
                .isTrue();
    }

    /** Every way to seat people is tried, where there are few. */
    @Test
    void itIsMetExactlyWhereSomeSeatingIs() {
        Random random = new Random(5);
        int met = 0;
        for (int round = 0; round < 20_000; round++) {
            List<Need.Approval> approvals = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> approval(1 + random.nextInt(2), id(100 + i)))
                    .toList();
            List<UUID> people = IntStream.range(0, random.nextInt(5))
                    .mapToObj(QuorumTest::id)
                    .toList();
            Map<UUID, Set<Need.Approval>> of = new HashMap<>();
            people.forEach(person -> of.put(
                    person,
                    new HashSet<>(approvals.stream()
                            .filter(one -> random.nextBoolean())
                            .toList())));
            List<Need.Approval> seats = new ArrayList<>();
            approvals.forEach(one -> IntStream.range(0, one.quorum()).forEach(i -> seats.add(one)));
            boolean expected = isSeated(seats, people, of);
            assertThat(Quorum.isMet(
                            approvals,
                            people,
                            (person, one) -> of.getOrDefault(person, Set.of()).contains(one)))
                    .isEqualTo(expected);
            met += expected ? 1 : 0;
        }
        assertThat(met).isBetween(2_000, 18_000);
    }

    private static boolean isSeated(List<Need.Approval> seats, List<UUID> people, Map<UUID, Set<Need.Approval>> of) {
        if (seats.isEmpty()) {
            return true;
        }
        return people.stream()
                .filter(person -> of.getOrDefault(person, Set.of()).contains(seats.get(0)))
                .anyMatch(person -> isSeated(
                        seats.subList(1, seats.size()),
                        people.stream().filter(other -> !other.equals(person)).toList(),
                        of));
    }

    private static Need.Approval approval(int quorum, UUID group) {
        return new Need.Approval(
                quorum, Set.of(new Approver.Group(group)), Duration.ofHours(1), Duration.ofMinutes(30), 1, false);
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }
}
