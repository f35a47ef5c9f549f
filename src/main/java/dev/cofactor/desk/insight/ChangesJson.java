// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cofactor.desk.insight.WhoCanJson.There;
import dev.cofactor.engine.foresight.Changes.Shift;
import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.policy.Question.Asker;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How it is told what other rules would change. */
public final class ChangesJson {
    /** Beyond so many of either kind the numbers are told alone. */
    private static final int MOST = 200;

    private ChangesJson() {}

    /**
     * @param gained how many gain, each of one verb; so many of them are listed
     * @param complete false where there may be more than that
     */
    public record Answer(long edition, boolean complete, int gained, int lost, List<One> gains, List<One> losses) {
        static Answer of(WhatChanges.Answer one) {
            return new Answer(
                    one.edition(),
                    one.complete(),
                    one.gains().size(),
                    one.losses().size(),
                    rows(one.gains(), one.called()),
                    rows(one.losses(), one.called()));
        }

        private static List<One> rows(List<Shift> shifts, Map<UUID, String> called) {
            return shifts.stream()
                    .sorted(ORDER)
                    .limit(MOST)
                    .map(shift -> One.of(shift, called))
                    .toList();
        }
    }

    private static final Comparator<Shift> ORDER = Comparator.comparing(
                    (Shift shift) -> WhoCans.kind(shift.who().asker()))
            .thenComparing(shift -> shift.who().id().toString())
            .thenComparing(Shift::verb);

    /**
     * @param on how many things; the example is the first of them
     * @param before what would be decided now: allowed, challenged or denied
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record One(
            String kind, UUID id, String name, @Nullable UUID actsFor, String verb, int on, Example example) {
        static One of(Shift shift, Map<UUID, String> called) {
            Asker asker = shift.who().asker();
            return new One(
                    WhyJson.word(WhoCans.kind(asker)),
                    asker.id(),
                    called.getOrDefault(asker.id(), ""),
                    asker instanceof Asker.Agent agent ? agent.actsFor().id() : null,
                    shift.verb().code(),
                    shift.goals(),
                    Example.of(shift, called));
        }
    }

    /** What would be answered to one question, before and after. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Example(@Nullable String path, There there, String before, String after) {
        static Example of(Shift shift, Map<UUID, String> called) {
            return new Example(
                    path(shift.goal(), called),
                    There.of(shift.was()),
                    WhyJson.outcome(shift.before()),
                    WhyJson.outcome(shift.after()));
        }

        /** Of a folder the longest: the others are above it. */
        private static @Nullable String path(Goal goal, Map<UUID, String> called) {
            @Nullable UUID secret = goal.target().secret();
            if (secret != null) {
                return called.get(secret);
            }
            Set<UUID> folders = goal.target().folders();
            return folders.stream()
                    .map(id -> called.getOrDefault(id, ""))
                    .max(Comparator.comparing(String::length))
                    .orElse(null);
        }
    }
}
