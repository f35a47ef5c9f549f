// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules hold; each catches what is planted against it, and none minds a house that is well kept. */
class HouseRulesTest {
    private static final String WELL_KEPT = "WELL_KEPT";

    /** A block of {@code planted.txt}: the rule it breaks, and the source that breaks it. */
    record Plant(String name, String source) {
        @Override
        public String toString() {
            return name + " " + source.lines().findFirst().orElse("");
        }
    }

    static List<Plant> all() throws IOException {
        var text = Files.readString(Path.of("src/test/resources/planted.txt"));
        return Arrays.stream(text.split("\n\n+"))
                .filter(block -> !block.startsWith("#"))
                .map(block -> block.split("\n", 2))
                .map(block -> new Plant(block[0], block[1]))
                .toList();
    }

    static List<Plant> plants() throws IOException {
        return all().stream().filter(p -> !p.name().equals(WELL_KEPT)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void theHouseKeepsItsRules(HouseRule house) {
        house.rule.check(house.bindsTests ? Building.HOUSE_AND_TESTS : Building.HOUSE);
    }

    @ParameterizedTest
    @MethodSource("plants")
    void aPlantedViolationIsCaught(Plant plant) {
        var rule = HouseRule.valueOf(plant.name()).rule;

        assertThat(rule.evaluate(Building.of(plant.source())).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Test
    void everyRuleHasAPlantAgainstIt() throws IOException {
        assertThat(plants()).extracting(Plant::name).contains(names());
    }

    @Test
    void noRuleMindsAWellKeptHouse() throws IOException {
        var source = all().stream()
                .filter(p -> p.name().equals(WELL_KEPT))
                .map(Plant::source)
                .collect(Collectors.joining("\n"));
        var house = Building.of(source);

        for (var rule : HouseRule.values()) {
            assertThatCode(() -> rule.rule.check(house)).as(rule.name()).doesNotThrowAnyException();
        }
    }

    private static String[] names() {
        return Arrays.stream(HouseRule.values()).map(Enum::name).toArray(String[]::new);
    }
}
