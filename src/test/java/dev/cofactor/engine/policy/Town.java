// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.ground.identity.AddressRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One organisation of a size that is rarely passed: 2,000 people and 200 services in 200 groups, 20,000 secrets in 1,111
 * folders of four levels, 12 tags, 8 templates. Of the policies 70 in a hundred name groups, 60 a folder and all below, 96
 * allow, and half have conditions or needs. Of the questions 70 in a hundred are aimed at some policy.
 */
final class Town {
    static final int PEOPLE = 2_000;
    private static final int GROUPS = 200;
    private static final int FOLDERS = 1_111;
    private static final int SECRETS = 20_000;
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"));
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final Random random;

    Town(long seed) {
        this.random = new Random(seed);
    }

    PolicySet policies(int count) {
        return new PolicySet(IntStream.range(0, count).mapToObj(this::policy).toList());
    }

    private Policy policy(int number) {
        Effect effect = random.nextInt(100) < 96 ? Effect.ALLOW : random.nextBoolean() ? Effect.DENY : Effect.REQUIRE;
        EnumSet<Verb> verbs = EnumSet.of(Verb.CODE_FETCH, Verb.SECRET_LIST, Verb.SECRET_READ_META);
        return new Policy(
                Dice.id(0, number), "policy " + number, State.ACTIVE, effect, verbs, Set.of(subject()), Set.of(resource()),
                clauses(effect));
    }

    private Subject subject() {
        int of = random.nextInt(100);
        return of < 70
                ? new Subject.Group(Dice.id(4, random.nextInt(GROUPS)))
                : of < 90
                        ? new Subject.Person(Dice.id(1, random.nextInt(PEOPLE)))
                        : new Subject.Service(Dice.id(2, random.nextInt(200)));
    }

    private Resource resource() {
        int of = random.nextInt(100);
        return of < 60
                ? new Resource.Folder(Dice.id(8, random.nextInt(FOLDERS)))
                : of < 90
                        ? new Resource.Secret(Dice.id(7, random.nextInt(SECRETS)))
                        : of < 97
                                ? new Resource.Tag(Dice.id(9, random.nextInt(12)))
                                : new Resource.Template(Dice.id(10, random.nextInt(8)));
    }

    private Clauses clauses(Effect effect) {
        Set<Condition> when = new HashSet<>();
        Set<Need> needs = new HashSet<>();
        if (random.nextBoolean()) {
            switch (random.nextInt(4)) {
                case 0 -> when.add(new Condition.Network(Set.of(AddressRange.of(random.nextInt(64) + ".0.0.0/8"))));
                case 1 -> when.add(new Condition.Hours(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 7 * 60, 19 * 60, ZONES.get(random.nextInt(3))));
                case 2 -> needs.add(new Need.StepUp(Duration.ofMinutes(15), Set.of()));
                default -> needs.add(new Need.Approval(
                        1,
                        Set.of(new Approver.Group(Dice.id(4, random.nextInt(GROUPS)))),
                        Duration.ofHours(1),
                        Duration.ofMinutes(30),
                        1,
                        false));
            }
        }
        if (effect == Effect.REQUIRE && needs.isEmpty()) {
            needs.add(new Need.Reason(10));
        }
        return new Clauses(when, effect == Effect.DENY ? Set.of() : needs, Set.of(), Set.of());
    }

    Question question(PolicySet set) {
        boolean aimed = random.nextInt(100) < 70;
        Policy at = set.policies().get(random.nextInt(set.policies().size()));
        Subject to = aimed ? at.to().iterator().next() : subject();
        Resource on = aimed ? at.on().iterator().next() : resource();
        return new Question(asker(to), Verb.CODE_FETCH, target(on), new Circumstances(NOON, address()));
    }

    private Asker asker(Subject as) {
        Set<UUID> groups = new HashSet<>();
        IntStream.range(0, 2 + random.nextInt(5)).forEach(i -> groups.add(Dice.id(4, random.nextInt(GROUPS))));
        if (as instanceof Subject.Service service) {
            return new Asker.Service(service.id(), groups, Credential.plain());
        }
        if (as instanceof Subject.Group group) {
            groups.add(group.id());
        }
        UUID id = as instanceof Subject.Person person ? person.id() : Dice.id(1, random.nextInt(PEOPLE));
        return new Asker.Person(id, groups, Credential.plain());
    }

    private Target target(Resource on) {
        int folder = on instanceof Resource.Folder f
                ? (int) (f.id().getLeastSignificantBits() & 0xffff)
                : random.nextInt(FOLDERS);
        Set<UUID> folders = new HashSet<>();
        for (int above = folder; above > 0; above = (above - 1) / 10) {
            folders.add(Dice.id(8, above));
        }
        folders.add(Dice.id(8, 0));
        Set<UUID> tags = new HashSet<>(Set.of(Dice.id(9, random.nextInt(12))));
        if (on instanceof Resource.Tag tag) {
            tags.add(tag.id());
        }
        UUID secret = on instanceof Resource.Secret s ? s.id() : Dice.id(7, random.nextInt(SECRETS));
        UUID template = on instanceof Resource.Template t ? t.id() : Dice.id(10, random.nextInt(8));
        return new Target(secret, folders, tags, template, Place.SHARED);
    }

    private InetAddress address() {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) random.nextInt(64), 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
