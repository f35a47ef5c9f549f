// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static UUID id(int number) {
        return new UUID(0x0192_d9a0_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    private static Message message(Optional<UUID> other) {
        return new Message.OfSeed(Message.Kind.SEED_ELSEWHERE, id(1), id(2), id(3), other, id(5), id(6));
    }

    @Test
    void aMessageIsIdsInOneSpelling() {
        assertThat(new String(message(Optional.of(id(4))).bytes(), UTF_8)).isEqualTo("""
                {"actor":"0192d9a0-0000-7000-8000-000000000006","event":"0192d9a0-0000-7000-8000-000000000005",\
                "field":"0192d9a0-0000-7000-8000-000000000002","kind":"seed-elsewhere",\
                "other":"0192d9a0-0000-7000-8000-000000000004","secret":"0192d9a0-0000-7000-8000-000000000001",\
                "seed":"0192d9a0-0000-7000-8000-000000000003"}""");
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        for (Message.Kind kind : Message.Kind.values()) {
            for (Optional<UUID> other : java.util.List.of(Optional.of(id(4)), Optional.<UUID>empty())) {
                Message message = new Message.OfSeed(kind, id(1), id(2), id(3), other, id(5), id(6));
                assertThat(Message.read(message.bytes())).contains(message);
            }
        }
        for (Message.OwnKind kind : Message.OwnKind.values()) {
            Message message = new Message.OfPerson(kind, id(1), id(5), id(6));
            assertThat(Message.read(message.bytes())).contains(message);
        }
    }

    @Test
    void ofAPersonAMessageIsIdsToo() {
        Message message = new Message.OfPerson(Message.OwnKind.RECOVERY_CODES_LOW, id(1), id(5), id(6));
        assertThat(new String(message.bytes(), UTF_8)).isEqualTo("""
                {"actor":"0192d9a0-0000-7000-8000-000000000006","event":"0192d9a0-0000-7000-8000-000000000005",\
                "kind":"recovery-codes-low","person":"0192d9a0-0000-7000-8000-000000000001"}""");
    }

    @Test
    void aKindOfTheOneFormIsNoneOfTheOther() {
        String ofPerson =
                new String(new Message.OfPerson(Message.OwnKind.FACTOR_ADDED, id(1), id(5), id(6)).bytes(), UTF_8);
        String ofSeed = new String(message(Optional.empty()).bytes(), UTF_8);
        assertThat(Message.read(
                        ofPerson.replace("factor-added", "seed-elsewhere").getBytes(UTF_8)))
                .isEmpty();
        assertThat(Message.read(ofSeed.replace("seed-elsewhere", "factor-added").getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void anythingElseIsNoMessage() {
        String right = new String(message(Optional.empty()).bytes(), UTF_8);
        assertThat(Message.read(right.getBytes(UTF_8))).isPresent();
        for (String wrong : new String[] {
            "",
            "mail",
            right + " ",
            " " + right,
            right.replace("seed-elsewhere", "seed-lost"),
            right.replace("\"actor\"", "\"name\"")
        }) {
            assertThat(Message.read(wrong.getBytes(UTF_8))).as(wrong).isEmpty();
        }
    }
}
