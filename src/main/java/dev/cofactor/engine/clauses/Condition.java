// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.ground.identity.AddressRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact that nobody can change now. Where it is not so, the policy does not apply. */
public sealed interface Condition {
    Tri test(Setting setting);

    /** Called from within one of these networks. An IPv4 address that came in through IPv6 is that IPv4 address. */
    record Network(Set<AddressRange> in) implements Condition {
        public static final int MOST = 64;

        public Network {
            PolicyRefused.unless(!in.isEmpty(), "names no network");
            PolicyRefused.unless(in.size() <= MOST, "names more than " + MOST + " networks");
            in = Collections.unmodifiableSet(new LinkedHashSet<>(in));
        }

        @Override
        public Tri test(Setting setting) {
            return Tests.network(this, setting.address());
        }
    }

    /**
     * On these days of the week between these times of day, as clocks on the wall there show them. Hours that pass midnight
     * belong to the day on which they begin.
     *
     * @param from minute of the day, 0 to 1439
     * @param until minute of the day that is no longer in it, 1 to 1440
     */
    record Hours(Set<DayOfWeek> days, int from, int until, ZoneId zone) implements Condition {
        public static final int DAY = 24 * 60;

        public Hours {
            PolicyRefused.unless(!days.isEmpty(), "names no day");
            PolicyRefused.unless(from >= 0 && from < DAY, "does not begin within a day");
            PolicyRefused.unless(until > 0 && until <= DAY, "does not end within a day");
            PolicyRefused.unless(from != until, "begins when it ends");
            days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        }

        public boolean passesMidnight() {
            return until < from;
        }

        @Override
        public Tri test(Setting setting) {
            return Tests.hours(this, setting.time());
        }
    }

    /**
     * From the beginning of the one day to the end of the other, as calendars there show them.
     *
     * @param from null where it has always been so
     * @param until the last day; null where it does not end
     */
    record Dates(@Nullable LocalDate from, @Nullable LocalDate until, ZoneId zone) implements Condition {
        public Dates {
            PolicyRefused.unless(from != null || until != null, "names no day");
            PolicyRefused.unless(from == null || until == null || !until.isBefore(from), "ends before it begins");
        }

        @Override
        public Tri test(Setting setting) {
            return Tests.dates(this, setting.time());
        }
    }

    /** The issuer vouches for one of these values. */
    record TokenClaim(UUID issuer, String name, Set<Glob> values) implements Condition {
        public static final int MOST = 64;

        public TokenClaim {
            PolicyRefused.unlessText(name, Glob.LONGEST);
            PolicyRefused.unless(!values.isEmpty(), "names no value");
            PolicyRefused.unless(values.size() <= MOST, "names more than " + MOST + " values");
            values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        @Override
        public Tri test(Setting setting) {
            return setting.claims(issuer, name, value -> values.stream().anyMatch(glob -> glob.matches(value)));
        }
    }

    /** It is not so. What cannot be found out stays so. */
    record Not(Condition of) implements Condition {
        public Not {
            PolicyRefused.unless(!(of instanceof Not), "says not twice");
        }

        @Override
        public Tri test(Setting setting) {
            return of.test(setting).not();
        }
    }
}
