// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Conditions, read naively: a week is a table of minutes, an address is a number, and who does not know says nothing. */
record ReferenceFacts(Circumstances circumstances, Credential credential) {
    private static final int DAY = 1_440;
    private static final int WEEK = 7 * DAY;
    private static final BigInteger MARK = BigInteger.valueOf(0xffff).shiftLeft(32);

    Optional<Boolean> allOf(Collection<Condition> conditions) {
        boolean unknown = false;
        for (Condition condition : conditions) {
            Optional<Boolean> so = isSo(condition);
            if (so.isPresent() && !so.get()) {
                return Optional.of(false);
            }
            unknown |= so.isEmpty();
        }
        return unknown ? Optional.empty() : Optional.of(true);
    }

    Set<Condition> unmet(Collection<Condition> conditions) {
        Set<Condition> unmet = new HashSet<>();
        for (Condition condition : conditions) {
            if (!isSo(condition).equals(Optional.of(true))) {
                unmet.add(condition);
            }
        }
        return unmet;
    }

    private Optional<Boolean> isSo(Condition condition) {
        return switch (condition) {
            case Condition.Not not -> isSo(not.of()).map(so -> !so);
            case Condition.Network network ->
                Optional.ofNullable(circumstances.address())
                        .map(address -> network.in().stream().anyMatch(range -> isIn(range.toString(), address)));
            case Condition.Hours hours ->
                Optional.ofNullable(circumstances.time()).map(time -> week(hours)[minuteOfWeek(time, hours.zone())]);
            case Condition.Dates dates ->
                Optional.ofNullable(circumstances.time())
                        .map(time -> isWithin(dates, localSeconds(time, dates.zone())));
            case Condition.TokenClaim claim ->
                Optional.of(credential.claims().stream()
                        .anyMatch(shown -> shown.issuer().equals(claim.issuer())
                                && shown.name().equals(claim.name())
                                && claim.values().stream().anyMatch(glob -> fits(glob, shown.value()))));
        };
    }

    private static long localSeconds(Instant time, ZoneId zone) {
        return time.getEpochSecond() + zone.getRules().getOffset(time).getTotalSeconds();
    }

    /** The first of January 1970 was a Thursday. */
    private static int minuteOfWeek(Instant time, ZoneId zone) {
        long minutes = Math.floorDiv(localSeconds(time, zone), 60L) + 3L * DAY;
        return (int) Math.floorMod(minutes, (long) WEEK);
    }

    private static boolean[] week(Condition.Hours hours) {
        boolean[] open = new boolean[WEEK];
        for (DayOfWeek day : hours.days()) {
            int start = (day.getValue() - 1) * DAY + hours.from();
            int length = Math.floorMod(hours.until() - hours.from(), DAY);
            for (int minute = start; minute < start + (length == 0 ? DAY : length); minute++) {
                open[minute % WEEK] = true;
            }
        }
        return open;
    }

    private static boolean isWithin(Condition.Dates dates, long localSeconds) {
        long day = Math.floorDiv(localSeconds, 86_400L);
        LocalDate from = dates.from();
        LocalDate until = dates.until();
        return (from == null || from.toEpochDay() <= day) && (until == null || day <= until.toEpochDay());
    }

    /** Letter by letter. */
    static boolean fits(Glob glob, String text) {
        return fits(glob.text(), text);
    }

    private static boolean fits(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        if (pattern.charAt(0) == '*') {
            return fits(pattern.substring(1), text) || (!text.isEmpty() && fits(pattern, text.substring(1)));
        }
        return !text.isEmpty() && pattern.charAt(0) == text.charAt(0) && fits(pattern.substring(1), text.substring(1));
    }

    /** Both as numbers of 128 bits; IPv4 lies where it is mapped to, and is not reached from outside there. */
    private static boolean isIn(String range, InetAddress address) {
        String[] parts = range.split("/");
        boolean v4 = parts[0].indexOf(':') < 0;
        int bits = Integer.parseInt(parts[1]) + (v4 ? 96 : 0);
        try {
            BigInteger from = number(InetAddress.getByName(parts[0]));
            BigInteger asked = number(address);
            boolean asksV4 = asked.shiftRight(32).equals(MARK.shiftRight(32));
            return asksV4 == v4 && asked.shiftRight(128 - bits).equals(from.shiftRight(128 - bits));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static BigInteger number(InetAddress address) {
        BigInteger number = new BigInteger(1, address.getAddress());
        return address.getAddress().length == 4 ? number.add(MARK) : number;
    }
}
