// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.People;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The database quotes what it refuses, and those who pass its words on would write them into the application's log. */
@QuarkusTest
class QuietLogTest {
    private static final String MARK = "zq7" + "x".repeat(300);

    private final Gate gate;
    private final People people;

    QuietLogTest(Gate gate, People people) {
        this.gate = gate;
        this.people = people;
    }

    @Test
    void whatTheDatabaseRefusesInAChangeIsNotQuotedInTheApplicationsLog() {
        UUID person = UUID.randomUUID();
        Fact added = Fact.done(Caller.HOST, EventClass.PERSON_ADDED, new Subject(Subject.Kind.PERSON, person));
        try (CapturedLog log = new CapturedLog()) {
            assertThatThrownBy(() -> gate.note(
                            added,
                            Moves.NOTHING,
                            at -> Done.of(people.add(person, new AccountName("toolong"), MARK, at.time()))))
                    .isNotNull();
            assertThat(log.text()).doesNotContain("zq7");
        }
    }
}
