// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private final Seats seats = new Seats();

    @Test
    void nobodyHasMoreThanHisShare() {
        UUID greedy = UUID.randomUUID();
        assertThat(taken(greedy, Seats.EACH + 1)).hasSize(Seats.EACH);
        assertThat(seats.take(UUID.randomUUID())).isPresent();
    }

    @Test
    void thereAreSoManyAndNoMore() {
        int callers = Seats.ALL / Seats.EACH + 1;
        int all = 0;
        for (int i = 0; i < callers; i++) {
            all += taken(UUID.randomUUID(), Seats.EACH).size();
        }
        assertThat(all).isEqualTo(Seats.ALL).isEqualTo(seats.taken());
        assertThat(seats.take(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aSeatIsLeftOnceHoweverOftenItIsLeft() {
        UUID who = UUID.randomUUID();
        Seats.Seat seat = seats.take(who).orElseThrow();
        assertThat(seats.take(who)).isPresent();
        seat.leave();
        seat.leave();
        assertThat(seats.taken()).isEqualTo(1);
    }

    private List<Seats.Seat> taken(UUID who, int number) {
        List<Seats.Seat> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Optional<Seats.Seat> seat = seats.take(who);
            seat.ifPresent(all::add);
        }
        return all;
    }
}
