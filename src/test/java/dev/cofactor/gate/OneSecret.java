// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A secret that is in no table: what the gate asks about, without the rooms that keep such things. */
final class OneSecret {
    private static final UUID NO_TEMPLATE = UUID.randomUUID();

    final UUID id = UUID.randomUUID();
    final UUID value = UUID.randomUUID();

    Ask fetch(Caller caller) {
        return fetch(caller, this::found);
    }

    Ask fetch(Caller caller, Supplier<Optional<Sight>> look) {
        return new Ask(caller, Verb.CODE_FETCH, EventClass.CODE_RELEASED, look);
    }

    Ask edit(Caller caller) {
        return new Ask(
                caller,
                Verb.SECRET_EDIT,
                EventClass.SECRET_EDITED,
                () -> Optional.of(Sight.of(target(), subject(), Map.of())));
    }

    Optional<Sight> found() {
        return Optional.of(foundWith(List.of()));
    }

    Sight foundWith(List<Claim> claims) {
        return Sight.of(target(), subject(), Map.of()).opening(value, "code", claims);
    }

    List<Claim> step(Caller caller, byte[] fingerprint) {
        return List.of(new Claim.Step(
                fingerprint,
                Duration.ofHours(1),
                0,
                Duration.ZERO,
                Claim.Sharing.EXCLUSIVE,
                caller.session().orElseThrow(),
                caller.actor().id(),
                id));
    }

    Target target() {
        return new Target(id, Set.of(), Set.of(), NO_TEMPLATE, Question.Place.SHARED);
    }

    Subject subject() {
        return new Subject(Subject.Kind.SECRET, id);
    }

    static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked, String code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
