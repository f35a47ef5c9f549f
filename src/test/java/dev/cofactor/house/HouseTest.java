// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.house;

import static dev.cofactor.house.Building.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.house.FloorPlan.Room;
import java.util.Collection;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The floor plan holds; and every check that says so is seen to fail on a house that breaks it. */
class HouseTest {
    private static final FloorPlan PLAN = FloorPlan.drawn();

    static Collection<Room> rooms() {
        return PLAN.rooms().values();
    }

    @Test
    void everyPackageIsARoomOnThePlan() {
        assertThat(PLAN.strays(HOUSE)).isEmpty();
    }

    @Test
    void everyRoomExplainsItselfAndIsNullMarked() {
        assertThat(PLAN.unmarked(HOUSE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void aRoomImportsOnlyWhatItsLineNames(Room room) {
        assertThat(PLAN.trespasses(room, HOUSE)).isEmpty();
    }

    @Nested
    class AHouseThatBreaksThePlan {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "dev.cofactor",
                    "dev.cofactor.desk",
                    "dev.cofactor.desk.codes.impl",
                    "dev.cofactor.gate.door",
                    "dev.cofactor.ledger.codes",
                    "dev.cofactor.attic"
                })
        void hasAPackageThatIsNoRoom(String stray) {
            assertThat(PLAN.strays(Building.of("package %s; class Stray {}".formatted(stray))))
                    .containsExactly(stray);
        }

        @Test
        void hasARoomWithoutANullMarkedPackageInfo() {
            var house = Building.of("""
                    package dev.cofactor.gate; class Gate {}
                    package dev.cofactor.ground.problem;
                    """);
            var plan = FloorPlan.parse("""
                    ground/ below
                      problem  : | nothing says it is null-marked
                      identity : | nothing is there
                    gate/ above
                      gate     : | there is no package-info
                    """);

            assertThat(plan.unmarked(house)).containsExactly("problem", "identity", "gate");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "class Codes { Object ask() { return dev.cofactor.desk.couriers.Desk.class; } }",
                    "class Codes { void ask() { dev.cofactor.desk.couriers.Desk.open(); } }",
                    "class Codes { java.util.List<dev.cofactor.desk.couriers.Desk> desks; }",
                    "class Codes extends dev.cofactor.desk.couriers.Desk {}",
                    "class Codes { Runnable r = dev.cofactor.desk.couriers.Desk::open; }",
                    "class Codes { boolean is(Object o) { return o instanceof dev.cofactor.desk.couriers.Desk; } }",
                })
        void importsARoomThatItsLineDoesNotName(String codes) {
            var house = Building.of("""
                    package dev.cofactor.desk.codes; %s
                    package dev.cofactor.desk.couriers; public class Desk { public static void open() {} }
                    """.formatted(codes));

            assertThat(PLAN.trespasses(PLAN.rooms().get("codes"), house))
                    .isNotEmpty()
                    .allMatch(t -> t.startsWith("codes may not import dev.cofactor.desk.couriers: "));
        }
    }

    @Nested
    class APlan {
        @Test
        void mayNotPointDownwards() {
            assertThatThrownBy(() -> FloorPlan.parse("ground/ x\n a : b | x\n b : | x"))
                    .hasMessage("a names b, which is not drawn above it");
        }

        @Test
        void mayNotDrawARoomTwiceOrOutsideAStorey() {
            assertThatThrownBy(() -> FloorPlan.parse("ground/ x\n a : | x\n a : | x"))
                    .hasMessageContaining("drawn twice");
            assertThatThrownBy(() -> FloorPlan.parse("a : | x")).hasMessageContaining("no storey");
        }

        @Test
        void mayNotHoldALineThatSaysNothing() {
            assertThatThrownBy(() -> FloorPlan.parse("ground/ x\n a :")).hasMessageContaining("not a line");
        }
    }
}
