// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lengths of time, times of day and days of the week, as people say them. */
final class Spans {
    private static final int MINUTES = 60;
    private static final int WEEK = 7;

    private Spans() {}

    /** "1 hour and 30 minutes"; exact, so nothing is rounded away. */
    static String of(Duration time) {
        List<String> parts = new ArrayList<>();
        add(parts, time.toDaysPart(), "day");
        add(parts, time.toHoursPart(), "hour");
        add(parts, time.toMinutesPart(), "minute");
        add(parts, time.toSecondsPart(), "second");
        if (time.toNanosPart() > 0) {
            add(parts, time.toNanosPart(), "nanosecond");
        }
        return Sentences.and(parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(counted(number, unit));
        }
    }

    static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** 8:00, and 24:00 for the end of the day. */
    static String clock(int minute) {
        return String.format(Locale.ROOT, "%d:%02d", minute / MINUTES, minute % MINUTES);
    }

    /** Three and more that follow one another are said as "Monday to Friday". */
    static String days(Set<DayOfWeek> days) {
        if (days.size() == WEEK) {
            return "every day";
        }
        List<String> said = new ArrayList<>();
        List<DayOfWeek> run = new ArrayList<>();
        for (DayOfWeek day : Arrays.stream(DayOfWeek.values()).sorted().toList()) {
            if (days.contains(day)) {
                run.add(day);
            } else {
                said.addAll(said(run));
                run.clear();
            }
        }
        said.addAll(said(run));
        return Sentences.and(said);
    }

    private static List<String> said(List<DayOfWeek> run) {
        return run.size() > 2
                ? List.of(name(run.getFirst()) + " to " + name(run.getLast()))
                : run.stream().map(Spans::name).toList();
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
