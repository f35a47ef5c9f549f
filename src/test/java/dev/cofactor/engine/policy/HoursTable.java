// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Hours at their ends, at midnight and on the nights when clocks are changed: src/test/resources/vectors/policy-hours.txt. */
final class HoursTable {
    private HoursTable() {}

    record Line(String text, Condition.Hours hours, Instant time, boolean open) {
        @Override
        public String toString() {
            return text;
        }
    }

    static List<Line> lines() {
        try (InputStream in = HoursTable.class.getResourceAsStream("/vectors/policy-hours.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(HoursTable::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        String[] words = text.split("\\s+", 6);
        Set<DayOfWeek> days =
                Arrays.stream(words[1].split(",")).map(HoursTable::day).collect(Collectors.toSet());
        String[] ends = words[2].split("-");
        Condition.Hours hours = new Condition.Hours(days, minute(ends[0]), minute(ends[1]), ZoneId.of(words[0]));
        return new Line(text, hours, Instant.parse(words[3]), words[4].equals("open"));
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
                .findFirst()
                .orElseThrow();
    }

    private static int minute(String clock) {
        String[] parts = clock.split(":");
        return Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
    }

    static void holds(Decider engine) {
        lines().forEach(line -> holds(engine, line));
    }

    /** An allow in these hours, and nothing else. */
    static void holds(Decider engine, Line line) {
        Policy allow = new Policy(
                Dice.id(0, 1),
                "in these hours",
                State.ACTIVE,
                Effect.ALLOW,
                Set.of(Verb.CODE_FETCH),
                Set.of(new Subject.Anyone()),
                Set.of(new Resource.Everything()),
                new Clauses(Set.of(line.hours()), Set.of(), Set.of(), Set.of()));
        Question question = new Question(
                new Asker.Person(Dice.id(1, 1), Set.of(), Credential.plain()),
                Verb.CODE_FETCH,
                Target.installation(),
                new Circumstances(line.time(), null));
        assertThat(engine.decide(List.of(allow), question) instanceof Decision.Allow)
                .as(line.text())
                .isEqualTo(line.open());
    }
}
