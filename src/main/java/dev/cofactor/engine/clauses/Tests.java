// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import dev.cofactor.ground.identity.AddressRange;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** How conditions are tested. What has no input has no answer. */
final class Tests {
    private Tests() {}

    static Tri network(Condition.Network network, @Nullable InetAddress address) {
        if (address == null) {
            return Tri.UNKNOWN;
        }
        for (AddressRange range : network.in()) {
            if (range.holds(address)) {
                return Tri.YES;
            }
        }
        return Tri.NO;
    }

    static Tri hours(Condition.Hours hours, @Nullable Instant time) {
        if (time == null) {
            return Tri.UNKNOWN;
        }
        ZonedDateTime there = time.atZone(hours.zone());
        int minute = there.getHour() * 60 + there.getMinute();
        boolean today = hours.days().contains(there.getDayOfWeek())
                && minute >= hours.from()
                && (hours.passesMidnight() || minute < hours.until());
        boolean sinceYesterday = hours.passesMidnight()
                && hours.days().contains(there.getDayOfWeek().minus(1))
                && minute < hours.until();
        return Tri.of(today || sinceYesterday);
    }

    static Tri dates(Condition.Dates dates, @Nullable Instant time) {
        if (time == null) {
            return Tri.UNKNOWN;
        }
        LocalDate there = time.atZone(dates.zone()).toLocalDate();
        LocalDate from = dates.from();
        LocalDate until = dates.until();
        return Tri.of((from == null || !there.isBefore(from)) && (until == null || !there.isAfter(until)));
    }
}
