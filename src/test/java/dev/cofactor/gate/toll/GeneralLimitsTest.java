// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.toll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Origin;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GeneralLimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T02:11:42.5Z");
    private static final UUID SECRET = UUID.randomUUID();

    private final Caller caller = Caller.person(UUID.randomUUID(), UUID.randomUUID(), Line.NONE);
    private final GeneralLimits limits = limits(5, 6);

    private record Settings(long perActor, long perSecret) implements LimitsConfig {}

    @Test
    void whateverOpensSomethingIsCountedForTheActorAndForTheSecret() {
        assertThat(limits.of(caller, passage(EventClass.FIELD_REVEALED, true)))
                .containsExactly(window("all/actor/" + caller.actor().id(), 5), window("all/secret/" + SECRET, 6));
    }

    @Test
    void soIsWhateverTakesACodeOrTriesOne() {
        for (Claim taken : List.of(
                new Claim.Counter(UUID.randomUUID()),
                new Claim.BackupCode(UUID.randomUUID()),
                new Claim.Step(
                        new byte[32],
                        Duration.ofSeconds(30),
                        0,
                        Duration.ZERO,
                        Claim.Sharing.SHARED,
                        SECRET,
                        SECRET,
                        SECRET))) {
            assertThat(limits.of(caller, passage(EventClass.SECRET_EDITED, false, taken)))
                    .hasSize(2);
        }
        assertThat(limits.of(caller, passage(EventClass.SEED_TRIED, false))).hasSize(2);
    }

    @Test
    void whatDoesNeitherIsNot() {
        Claim other = new Claim.SessionStands(UUID.randomUUID());
        assertThat(limits.of(caller, passage(EventClass.SECRET_EDITED, false, other)))
                .isEmpty();
    }

    @Test
    void anAgentIsCountedForEachPersonItActsForByItself() {
        UUID agent = UUID.randomUUID();
        assertThat(counterOf(agent(agent, UUID.randomUUID()))).isNotEqualTo(counterOf(agent(agent, UUID.randomUUID())));
    }

    @Test
    void oneActorAloneMayNotReachASecretsLimit() {
        for (long[] wrong : new long[][] {{0, 5}, {5, 5}, {6, 5}, {-1, -1}}) {
            assertThatThrownBy(() -> limits(wrong[0], wrong[1]))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("limits-unusable"));
        }
    }

    private String counterOf(Caller one) {
        return ((Claim.Limit)
                        limits.of(one, passage(EventClass.CODE_RELEASED, true)).getFirst())
                .counter();
    }

    private static Caller agent(UUID agent, UUID delegation) {
        return new Caller(
                new Actor.Agent(agent, UUID.randomUUID()), Optional.empty(), Optional.of(delegation), Line.NONE);
    }

    private static Claim window(String counter, long most) {
        return new Claim.Limit(counter, Instant.parse("2026-11-29T02:11:00Z"), Duration.ofMinutes(1), most);
    }

    private static GeneralLimits limits(long perActor, long perSecret) {
        return new GeneralLimits(Clock.fixed(NOW, ZoneOffset.UTC), new Settings(perActor, perSecret));
    }

    private Passage passage(EventClass kind, boolean opens, Claim... takes) {
        Event event = new Event(
                UUID.randomUUID(),
                kind,
                caller.actor(),
                Optional.of(new Subject(Subject.Kind.SECRET, SECRET)),
                Outcome.DONE,
                Origin.of(caller),
                Details.none());
        return new Passage(event, opens, List.of(takes), Set.of());
    }
}
