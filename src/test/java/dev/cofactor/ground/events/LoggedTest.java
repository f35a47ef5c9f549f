// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.ground.identity.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoggedTest {
    private static final Instant TIME = Instant.ofEpochMilli(1_796_101_200_123L);

    private static Event event(EventClass kind, Optional<Subject> about, Outcome outcome) {
        Details said = Details.none().with(Details.Name.REASON, "because of the fire");
        Origin origin = new Origin(Optional.empty(), Optional.of(UUID.randomUUID()), "trace");
        return new Event(UUID.randomUUID(), kind, new Actor.Person(UUID.randomUUID()), about, outcome, origin, said);
    }

    @Test
    void whateverIsRecordedIsReadBackAndItsSealedBodyIsNotInIt() {
        for (EventClass kind : EventClass.values()) {
            for (Outcome outcome : Outcome.values()) {
                for (Subject.Kind subject : Subject.Kind.values()) {
                    Optional<Subject> about = Optional.of(new Subject(subject, UUID.randomUUID()));
                    Logged logged = Logged.of(event(kind, about, outcome), 3, 4_711, TIME);
                    assertThat(Logged.read(logged.bytes())).contains(logged);
                    assertThat(new String(logged.bytes(), UTF_8)).doesNotContain("fire", "trace");
                }
            }
        }
        Logged nothing = Logged.of(event(EventClass.AUDIT_READ, Optional.empty(), Outcome.DONE), 1, 0, TIME);
        assertThat(Logged.read(nothing.bytes())).contains(nothing);
    }

    @Test
    void anythingElseIsNotReadAndTheClassesFitTheTable() {
        Logged logged = Logged.of(event(EventClass.AUDIT_READ, Optional.empty(), Outcome.DONE), 1, 0, TIME);
        String text = new String(logged.bytes(), UTF_8);
        String padded = text.replace("\"epoch\":1", "\"epoch\":01");
        for (String other : List.of("", "{}", text + " ", padded, "[" + text + "]")) {
            assertThat(Logged.read(other.getBytes(UTF_8))).as(other).isEmpty();
        }
        for (EventClass kind : EventClass.values()) {
            assertThat(kind.word()).matches("[a-z]+(-[a-z]+)*").hasSizeLessThanOrEqualTo(40);
        }
    }
}
