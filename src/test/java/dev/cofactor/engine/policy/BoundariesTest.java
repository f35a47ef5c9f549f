// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Decision.Allow;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.ground.identity.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit from both sides of it, through the whole engine. */
class BoundariesTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    static Stream<HoursTable.Line> hours() {
        return HoursTable.lines().stream();
    }

    @ParameterizedTest
    @MethodSource("hours")
    void hoursAreThoseOnTheWall(HoursTable.Line line) {
        HoursTable.holds(Decider.ENGINE, line);
    }

    /** The naive reading has to agree, or what it is held against is wrong. */
    @ParameterizedTest
    @MethodSource("hours")
    void theNaiveReadingKnowsTheSameHours(HoursTable.Line line) {
        ReferenceFacts facts = new ReferenceFacts(new Circumstances(line.time(), null), Credential.plain());
        assertThat(facts.allOf(Set.of(line.hours()))).contains(line.open());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-27, 2026-11-27, Europe/Berlin,      2026-11-26T22:59:59.999Z, false
            2026-11-27, 2026-11-27, Europe/Berlin,      2026-11-26T23:00:00Z,     true
            2026-11-27, 2026-11-27, Europe/Berlin,      2026-11-27T22:59:59.999Z, true
            2026-11-27, 2026-11-27, Europe/Berlin,      2026-11-27T23:00:00Z,     false
            2026-11-27, 2026-11-27, Pacific/Kiritimati, 2026-11-26T09:59:59Z,     false
            2026-11-27, 2026-11-27, Pacific/Kiritimati, 2026-11-26T10:00:00Z,     true
            2026-11-27, 2026-11-27, Pacific/Kiritimati, 2026-11-27T10:00:00Z,     false
            2026-11-27, 2026-11-27, Pacific/Niue,       2026-11-27T10:59:59Z,     false
            2026-11-27, 2026-11-27, Pacific/Niue,       2026-11-27T11:00:00Z,     true
            2026-11-27, 2026-11-27, Pacific/Niue,       2026-11-28T10:59:59Z,     true
            2026-11-27, ,           Europe/Berlin,      2026-11-26T22:59:59Z,     false
            2026-11-27, ,           Europe/Berlin,      2999-01-01T00:00:00Z,     true
            ,           2026-11-27, Europe/Berlin,      1970-01-01T00:00:00Z,     true
            ,           2026-11-27, Europe/Berlin,      2026-11-27T23:00:00Z,     false
            2011-12-30, 2011-12-30, Pacific/Apia,       2011-12-30T09:59:59Z,     false
            2011-12-30, 2011-12-30, Pacific/Apia,       2011-12-30T10:00:00Z,     false
            2026-03-29, 2026-03-29, Europe/Berlin,      2026-03-29T21:59:59Z,     true
            2026-03-29, 2026-03-29, Europe/Berlin,      2026-03-29T22:00:00Z,     false
            """)
    void daysAreThoseOfTheCalendarThere(
            @Nullable LocalDate from, @Nullable LocalDate until, String zone, Instant time, boolean within) {
        Condition dates = new Condition.Dates(from, until, ZoneId.of(zone));
        assertThat(isAllowed(when(dates), new Circumstances(time, null))).isEqualTo(within);
        assertThat(isAllowed(when(new Condition.Not(dates)), new Circumstances(time, null))).isEqualTo(!within);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.0.0.0/0,           c0000201,                         true
            0.0.0.0/0,           00000000000000000000ffffc0000201, true
            0.0.0.0/0,           20010db8000000000000000000000001, false
            ::/0,                20010db8000000000000000000000001, true
            ::/0,                c0000201,                         false
            ::/0,                00000000000000000000ffffc0000201, false
            192.0.2.1,           c0000201,                         true
            192.0.2.1/32,        c0000201,                         true
            192.0.2.1/32,        c0000202,                         false
            192.0.2.0/31,        c0000201,                         true
            192.0.2.0/31,        c0000202,                         false
            ::ffff:192.0.2.0/120,c00002ff,                         true
            ::ffff:192.0.2.0/120,c0000300,                         false
            2001:db8::1/128,     20010db8000000000000000000000001, true
            2001:db8::1/128,     20010db8000000000000000000000002, false
            2001:db8::/33,       20010db87fffffffffffffffffffffff, true
            2001:db8::/33,       20010db8800000000000000000000000, false
            10.0.0.0/9,          0a7fffff,                         true
            10.0.0.0/9,          0a800000,                         false
            ::192.0.2.1,         c0000201,                         false
            64:ff9b::192.0.2.1,  c0000201,                         false
            """)
    void oneMachineHasOneAddress(String range, String address, boolean within) {
        Condition network = new Condition.Network(Set.of(AddressRange.of(range)));
        assertThat(isAllowed(when(network), new Circumstances(NOON, address(address)))).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PT15M,     PT15M, true
            PT15M0.001S, PT15M, false
            PT14M59S,  PT15M, true
            PT0S,      PT1S,  true
            PT720H,    PT720H, true
            PT720H1S,  PT720H, false
            """)
    void aProofIsGoodToItsVeryEnd(Duration ago, Duration within, boolean good) {
        Steps proved = new Steps(
                Optional.of(new Steps.Proved(NOON.minus(ago), Need.Method.TOTP)),
                Optional.empty(),
                Optional.empty(),
                List.of());
        Need stepUp = new Need.StepUp(within, Set.of());
        assertThat(isAllowed(needing(stepUp), new Circumstances(NOON, null, proved))).isEqualTo(good);
        assertThat(isAllowed(needing(stepUp), new Circumstances(null, null, proved))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            OPS-*,  OPS-17, true
            OPS-*,  OPS-,   true
            OPS-*,  ops-17, false
            OPS-*,  " OPS-17", false
            *-7,    OPS-7,  true
            ab*ba,  aba,    false
            ab*ba,  abba,   true
            *,      x,      true
            *,      " ",    false
            *,      "",     false
            OPS,    OPS,    true
            OPS,    OPS-17, false
            O.S,    OPS,    false
            """)
    void aTicketHasItsForm(String form, String ticket, boolean fits) {
        Steps named = new Steps(Optional.empty(), Optional.empty(), Optional.of(ticket), List.of());
        assertThat(isAllowed(needing(new Need.Ticket(new Glob(form))), new Circumstances(NOON, null, named)))
                .isEqualTo(fits);
    }

    @Test
    void twoTicketsThatNoTextCouldBeAreNotAskedFor() {
        Need one = new Need.Ticket(new Glob("OPS-*"));
        assertThat(decide(needing(one, new Need.Ticket(new Glob("SEC-*"))), new Circumstances(NOON, null)))
                .isInstanceOfSatisfying(
                        Decision.Deny.class,
                        deny -> assertThat(deny.cause()).isEqualTo(Decision.Cause.CANNOT_BE_MET));
        assertThat(decide(needing(one, new Need.Ticket(new Glob("*-17"))), new Circumstances(NOON, null)))
                .isInstanceOf(Decision.Challenge.class);
    }

    private static Clauses when(Condition condition) {
        return new Clauses(Set.of(condition), Set.of(), Set.of(), Set.of());
    }

    private static Clauses needing(Need... needs) {
        return new Clauses(Set.of(), Arrays.stream(needs).collect(Collectors.toSet()), Set.of(), Set.of());
    }

    private static boolean isAllowed(Clauses clauses, Circumstances circumstances) {
        return decide(clauses, circumstances) instanceof Allow;
    }

    private static Decision decide(Clauses clauses, Circumstances circumstances) {
        Policy allow = new Policy(
                Dice.id(0, 1),
                "under conditions",
                State.ACTIVE,
                Effect.ALLOW,
                Set.of(Verb.CODE_FETCH),
                Set.of(new Subject.Anyone()),
                Set.of(new Resource.Everything()),
                clauses);
        Asker person = new Asker.Person(Dice.id(1, 1), Set.of(), Credential.plain());
        return Decider.ENGINE.decide(
                List.of(allow), new Question(person, Verb.CODE_FETCH, Target.installation(), circumstances));
    }

    /** Of sixteen bytes the usual way makes four, if it can. */
    private static InetAddress address(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        try {
            return bytes.length == 4 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, -1);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
