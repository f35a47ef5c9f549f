// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.approvals.Requests;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.identity.PublicId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody at a window is told, and what not. */
class OnlookerTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final String SECOND = PublicId.REQUEST.of(OTHER);

    private final List<String> heard = new ArrayList<>();
    private Requests.@Nullable Awaited shown = awaited(Set.of(ONE), Set.of(OTHER));
    private boolean stands = true;
    private Optional<String> outcome = Optional.of("approved");

    private final Onlooker onlooker =
            new Onlooker(Caller.person(UUID.randomUUID(), UUID.randomUUID(), Line.NONE), () -> stands, new Ear() {
                @Override
                public void hear(News news) {
                    heard.add(news.name() + news.json());
                }

                @Override
                public void breath() {
                    heard.add("breath");
                }

                @Override
                public void end() {
                    heard.add("end");
                }
            });

    private final Onlooker.Desk desk = new Onlooker.Desk() {
        @Override
        public Requests.Awaited awaited(Caller caller) {
            return java.util.Objects.requireNonNull(shown);
        }

        @Override
        public Optional<String> outcome(Caller caller, UUID request) {
            return outcome;
        }
    };

    @Test
    void firstHeHearsHowMuchWaitsAndNothingOfWhatWasBefore() {
        onlooker.begin(desk, 3);
        assertThat(heard).containsExactly("waiting{\"toDecide\":1,\"unread\":3}");
    }

    @Test
    void nothingIsSaidTwice() {
        onlooker.begin(desk, 3);
        onlooker.look(desk, 3);
        onlooker.count(3);
        assertThat(heard).hasSize(1);
        onlooker.count(4);
        assertThat(heard).last().isEqualTo("waiting{\"toDecide\":1,\"unread\":4}");
    }

    @Test
    void whatBecameOfHisOwnIsToldOfOthersOnlyThatTheyWaitNoMore() {
        onlooker.begin(desk, 0);
        shown = awaited(Set.of(), Set.of());
        onlooker.look(desk, 0);
        assertThat(heard.subList(1, heard.size()))
                .containsExactly(
                        "settled{\"request\":\"" + SECOND + "\",\"own\":true,\"state\":\"approved\"}",
                        "settled{\"request\":\"" + PublicId.REQUEST.of(ONE) + "\",\"own\":false,\"state\":\"\"}",
                        "waiting{\"toDecide\":0,\"unread\":0}");
    }

    @Test
    void whatIsHisNoLongerIsNotTold() {
        onlooker.begin(desk, 0);
        outcome = Optional.empty();
        shown = awaited(Set.of(ONE), Set.of());
        onlooker.look(desk, 0);
        assertThat(heard).hasSize(1);
    }

    @Test
    void afterTheSessionNothingIsToldButThatItIsOver() {
        onlooker.begin(desk, 0);
        stands = false;
        shown = null; // the desk would refuse him
        onlooker.look(desk, 7);
        onlooker.breathe();
        onlooker.end(News.Over.ELSEWHERE);
        assertThat(heard.subList(1, heard.size())).containsExactly("over{\"why\":\"session\"}", "end");
        assertThat(onlooker.isOver()).isTrue();
    }

    @Test
    void whoeverNeverHadASessionHearsNoNumberAtAll() {
        stands = false;
        onlooker.begin(desk, 5);
        assertThat(heard).containsExactly("over{\"why\":\"session\"}", "end");
    }

    @Test
    void breathIsNoNews() {
        onlooker.begin(desk, 0);
        onlooker.breathe();
        assertThat(heard).last().isEqualTo("breath");
    }

    private static Requests.Awaited awaited(Set<UUID> toDecide, Set<UUID> own) {
        return new Requests.Awaited(toDecide, own);
    }
}
