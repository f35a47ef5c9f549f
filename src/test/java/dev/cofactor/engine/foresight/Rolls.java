// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.AddressRange;
import java.net.InetAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random policies with clauses, over pools so small that they meet each other. */
final class Rolls {
    static final Instant FROM = Instant.parse("2026-11-28T21:00:00Z");
    static final List<Verb> VERBS = List.of(Verb.CODE_FETCH, Verb.SECRET_LIST);
    static final UUID ISSUER = id('i', 1);

    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Santiago")
            .map(ZoneId::of)
            .toList();
    private static final List<String> NETWORKS = List.of(
            "10.0.0.0/8", "10.20.0.0/16", "192.0.2.128/25", "0.0.0.0/0", "2001:db8::/32", "::/0", "::fffe:0:0/95");

    final Random random;

    Rolls(long seed) {
        this.random = new Random(seed);
    }

    static UUID id(char kind, int number) {
        return new UUID(kind, number);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <T> Set<T> some(int most, Supplier<T> make) {
        return Stream.generate(make).limit(1 + random.nextInt(most)).collect(Collectors.toSet());
    }

    Edition edition(int policies) {
        return Edition.of(
                1,
                new PolicySet(IntStream.range(0, policies)
                        .mapToObj(i -> policy(id('p', i)))
                        .toList()));
    }

    /** The same, but for some policies. */
    Edition changed(Edition edition) {
        List<Policy> policies = new ArrayList<>();
        for (Policy policy : edition.policies().policies()) {
            switch (random.nextInt(5)) {
                case 0 -> policies.add(policy(policy.id()));
                case 1 -> {} // taken away
                default -> policies.add(policy);
            }
        }
        return Edition.of(2, new PolicySet(policies));
    }

    Policy policy(UUID id) {
        Effect effect = one(List.of(Effect.ALLOW, Effect.ALLOW, Effect.ALLOW, Effect.REQUIRE, Effect.DENY));
        return new Policy(
                id,
                "a policy",
                random.nextInt(12) == 0 ? State.DRAFT : State.ACTIVE,
                effect,
                some(2, () -> one(VERBS)),
                some(2, this::subject),
                some(2, this::resource),
                new Clauses(
                        random.nextInt(3) == 0 ? Set.of() : some(2, this::condition),
                        needs(effect),
                        Set.of(),
                        Set.of()));
    }

    private Set<Need> needs(Effect effect) {
        return switch (effect) {
            case DENY -> Set.of();
            case REQUIRE -> some(2, this::need);
            case ALLOW -> random.nextBoolean() ? Set.of() : some(2, this::need);
        };
    }

    private Need need() {
        return switch (random.nextInt(5)) {
            case 0 -> new Need.Reason(1 + random.nextInt(3) * 5);
            case 1 -> new Need.StepUp(Duration.ofMinutes(5L + random.nextInt(3)), Set.of());
            case 2 -> new Need.StepUp(Duration.ofMinutes(9), some(2, () -> one(List.of(Need.Method.values()))));
            case 3 -> new Need.Ticket(new Glob(one(List.of("A-*", "A-1*", "*", "A-12"))));
            default ->
                new Need.Approval(
                        1 + random.nextInt(2),
                        Set.of(new Approver.Group(group())),
                        Duration.ofHours(1),
                        Duration.ofMinutes(30),
                        1,
                        false);
        };
    }

    Condition condition() {
        Condition condition =
                switch (random.nextInt(4)) {
                    case 0 -> dates();
                    case 1 -> new Condition.Network(some(2, () -> AddressRange.of(one(NETWORKS))));
                    default -> hours();
                };
        return random.nextInt(3) == 0 ? new Condition.Not(condition) : condition;
    }

    private Condition hours() {
        int from = random.nextInt(24) * 60 + one(List.of(0, 0, 30, 59));
        int until = 1 + random.nextInt(Condition.Hours.DAY);
        return new Condition.Hours(
                some(3, () -> DayOfWeek.of(1 + random.nextInt(7))), from, until == from ? from + 1 : until, one(ZONES));
    }

    private Condition dates() {
        LocalDate day = LocalDate.of(2026, 11, 1).plusDays(random.nextInt(400));
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.Dates(day, null, one(ZONES));
            case 1 -> new Condition.Dates(null, day, one(ZONES));
            default -> new Condition.Dates(day, day.plusDays(random.nextInt(40)), one(ZONES));
        };
    }

    private UUID group() {
        return id('g', random.nextInt(3));
    }

    private Subject subject() {
        return switch (random.nextInt(6)) {
            case 0 -> new Subject.Anyone();
            case 1 -> new Subject.Person(id('u', random.nextInt(4)));
            case 2 -> new Subject.Agent(id('a', 0));
            default -> new Subject.Group(group());
        };
    }

    private Resource resource() {
        return switch (random.nextInt(5)) {
            case 0 -> new Resource.Everything();
            case 1 -> new Resource.OwnPersonalFolder();
            case 2 -> new Resource.Tag(id('t', 0));
            default -> new Resource.Folder(id('f', random.nextInt(3)));
        };
    }

    List<Seeker> seekers() {
        List<Seeker> seekers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            seekers.add(Seeker.of(person(i)));
        }
        seekers.add(Seeker.of(new Asker.Service(id('s', 0), some(2, this::group), Credential.plain())));
        seekers.add(Seeker.of(new Asker.Agent(id('a', 0), some(2, this::group), Credential.plain(), person(1))));
        return seekers;
    }

    private Asker.Person person(int number) {
        return new Asker.Person(id('u', number), some(2, this::group), Credential.plain());
    }

    List<Goal> goals() {
        return IntStream.range(0, 5)
                .mapToObj(i -> new Goal(
                        new Target(
                                id('c', i),
                                some(2, () -> id('f', random.nextInt(3))),
                                random.nextBoolean() ? Set.of() : Set.of(id('t', 0)),
                                null,
                                Place.SHARED),
                        i == 4 ? id('u', 1) : null))
                .toList();
    }

    /** Anywhere in the year to come, to the second; often close to where clocks are changed. */
    Circumstances somewhere() {
        return new Circumstances(moment(), address());
    }

    Instant moment() {
        Instant near = one(List.of(
                Instant.parse("2027-03-28T01:00:00Z"),
                Instant.parse("2027-10-31T01:00:00Z"),
                Instant.parse("2027-11-07T06:00:00Z"),
                Instant.parse("2027-04-03T15:00:00Z"),
                Instant.parse("2027-03-14T07:00:00Z")));
        return random.nextBoolean()
                ? FROM.plusSeconds(random.nextInt(365 * 86_400))
                : near.plusSeconds(random.nextInt(6 * 86_400) - 3 * 86_400L);
    }

    InetAddress address() {
        AddressRange network = AddressRange.of(one(NETWORKS));
        byte[] bytes = (random.nextBoolean() ? network.first() : network.last()).getAddress();
        bytes[random.nextInt(bytes.length)] ^= (byte) (random.nextInt(3) - 1);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
