// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random policies and questions. Ids come from small pools, or hardly any policy would meet its question. */
final class Dice {
    static final List<String> TEXTS =
            List.of("main", "release/1", "Zoë", "a\"b\\c", "\uD83D\uDD11 key", "été", "~");

    final Random random;
    private final int pool;
    private final ClauseDice clauses = new ClauseDice(this);

    Dice(long seed, int pool) {
        this.random = new Random(seed);
        this.pool = pool;
    }

    static UUID id(int kind, int number) {
        return new UUID(0x0190_0000_0000_7000L + kind, 0x8000_0000_0000_0000L + number);
    }

    PolicySet policies(int upTo) {
        int count = random.nextInt(upTo + 1);
        return new PolicySet(IntStream.range(0, count)
                .mapToObj(i -> policy(id(0, i), effect()))
                .toList());
    }

    private Effect effect() {
        return switch (random.nextInt(20)) {
            case 0, 1 -> Effect.DENY;
            case 2, 3, 4 -> Effect.REQUIRE;
            default -> Effect.ALLOW;
        };
    }

    Policy policy(UUID id, Effect effect) {
        State state = random.nextInt(12) == 0 ? one(List.of(State.DRAFT, State.DISABLED)) : State.ACTIVE;
        return policy(id, effect, state, clauses.clauses(effect));
    }

    Policy policy(UUID id, Effect effect, State state, Clauses clauses) {
        return new Policy(
                id,
                one(TEXTS),
                state,
                effect,
                some(3, this::verb),
                some(3, this::subject),
                some(3, this::resource),
                clauses);
    }

    ClauseDice clauses() {
        return clauses;
    }

    /** With steps taken that have to do with these policies, or hardly anything would ever be met. */
    Question question(List<Policy> policies) {
        Question without = question();
        return clauses.stepping(policies, without);
    }

    Question question() {
        return new Question(asker(), verb(), target(), clauses.circumstances());
    }

    private Verb verb() {
        return switch (random.nextInt(8)) {
            case 0 -> one(List.of(Verb.values()));
            case 1, 2 -> Verb.values()[random.nextInt(4)];
            default -> Verb.CODE_FETCH;
        };
    }

    private Subject subject() {
        return switch (random.nextInt(8)) {
            case 0 -> new Subject.Person(from(1));
            case 1 -> new Subject.Service(from(2));
            case 2 -> new Subject.Agent(from(3));
            case 3 -> new Subject.Token(from(5));
            case 4 -> claim();
            case 5 -> random.nextInt(pool) == 0 ? new Subject.Anyone() : new Subject.Group(from(4));
            default -> new Subject.Group(from(4));
        };
    }

    private Subject.Claim claim() {
        return new Subject.Claim(from(6), claimName(), one(TEXTS));
    }

    String claimName() {
        return random.nextBoolean() ? "ref" : "repository";
    }

    private Resource resource() {
        return switch (random.nextInt(8)) {
            case 0 -> new Resource.Secret(from(7));
            case 1 -> new Resource.Tag(from(9));
            case 2 -> new Resource.Template(from(10));
            case 3 -> new Resource.OwnPersonalFolder();
            case 4 -> random.nextInt(pool) == 0 ? new Resource.Everything() : new Resource.Folder(from(8));
            default -> new Resource.Folder(from(8));
        };
    }

    private Asker asker() {
        return switch (random.nextInt(3)) {
            case 0 -> person();
            case 1 -> new Asker.Service(from(2), few(3, () -> from(4)), credential());
            default -> new Asker.Agent(from(3), few(3, () -> from(4)), credential(), person());
        };
    }

    private Asker.Person person() {
        return new Asker.Person(from(1), few(4, () -> from(4)), credential());
    }

    private Credential credential() {
        return new Credential(random.nextBoolean() ? from(5) : null, few(2, this::claim));
    }

    private Target target() {
        return new Target(
                random.nextInt(4) > 0 ? from(7) : null,
                few(4, () -> from(8)),
                few(2, () -> from(9)),
                random.nextBoolean() ? from(10) : null,
                one(List.of(
                        Place.SHARED,
                        Place.SHARED,
                        Place.SHARED,
                        Place.OWN_PERSONAL_FOLDER,
                        Place.ANOTHERS_PERSONAL_FOLDER)));
    }

    UUID from(int kind) {
        return id(kind, random.nextInt(pool));
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** One at least. */
    <T> Set<T> some(int most, Supplier<T> make) {
        return Stream.generate(make).limit(1 + random.nextInt(most)).collect(Collectors.toSet());
    }

    <T> Set<T> few(int most, Supplier<T> make) {
        return random.nextInt(3) == 0 ? new HashSet<>() : some(most, make);
    }
}
