// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.foresight.WhoCan.Reach.Extent;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an issuer could say of somebody, held against all texts of three letters up to a length. */
class ClaimedTest {
    private static final UUID OTHER = Rolls.id('i', 2);

    @Test
    void whateverAnyTwoValuesMeetTogetherIsMetByWhatIsTried() {
        List<String> texts = texts(5);
        for (int round = 0; round < 80; round++) {
            Random random = new Random(round);
            List<Policy> policies =
                    IntStream.range(0, 4).mapToObj(i -> policy(random, i)).toList();
            Claimed claimed = Claimed.of(Set.of(Rolls.ISSUER), policies);
            Set<List<Boolean>> tried =
                    claimed.all().stream().map(claims -> met(policies, claims)).collect(toSet());

            assertThat(claimed.exact()).isTrue();
            for (String text : texts) {
                String second = texts.get(random.nextInt(texts.size()));
                assertThat(tried)
                        .as("round %d: %s", round, text)
                        .contains(met(policies, Set.of(ref(text))))
                        .contains(met(policies, new HashSet<>(List.of(ref(text), ref(second)))));
            }
            assertThat(tried).contains(met(policies, Set.of()));
        }
    }

    @Test
    void onlyOpenIssuersSayAnythingAndWhatAnotherSaysStays() {
        Subject.Claim fixed = new Subject.Claim(OTHER, "ref", "main");
        Asker service = new Asker.Service(Rolls.id('s', 1), Set.of(), Credential.vouchedFor(Set.of(fixed)));
        Edition edition = Edition.of(1, new PolicySet(List.of(allow(1, Set.of(ref("main")), Set.of()))));
        Goal goal = Goal.shared(new Target(Rolls.id('c', 1), Set.of(), Set.of(), null, Place.SHARED));

        var reaches = WhoCan.of(
                edition,
                List.of(
                        Seeker.of(service),
                        new Seeker(service, Set.of(Rolls.ISSUER)),
                        new Seeker(service, Set.of(OTHER))),
                Verb.CODE_FETCH,
                goal,
                Rolls.FROM);

        assertThat(reaches)
                .extracting(WhoCan.Reach::extent)
                .containsExactly(Extent.NEVER, Extent.SOMETIMES, Extent.NEVER);
        assertThat(reaches.get(1).can().orElseThrow().asker().credential().claims())
                .containsExactlyInAnyOrder(fixed, ref("main"));
    }

    @Test
    void moreThanCanBeTriedIsSaidToBe() {
        List<Policy> policies = IntStream.range(0, 12)
                .mapToObj(i -> allow(i, Set.of(ref("value" + i)), Set.of()))
                .toList();

        assertThat(Claimed.of(Set.of(Rolls.ISSUER), policies).exact()).isFalse();
    }

    private static List<String> texts(int longest) {
        List<String> texts = Stream.of("").toList();
        Set<String> all = new HashSet<>();
        for (int length = 1; length <= longest; length++) {
            texts = texts.stream()
                    .flatMap(text -> Stream.of("a", "b", "x").map(text::concat))
                    .toList();
            all.addAll(texts);
        }
        return all.stream().sorted().toList();
    }

    private static Policy policy(Random random, int number) {
        Condition claim = new Condition.TokenClaim(
                Rolls.ISSUER,
                "ref",
                Stream.generate(() -> glob(random)).limit(1 + random.nextInt(2)).collect(toSet()));
        Set<Subject> to = random.nextInt(3) == 0 ? Set.of(ref(part(random, 1))) : Set.of(new Subject.Anyone());
        return allow(number, to, Set.of(random.nextInt(3) == 0 ? new Condition.Not(claim) : claim));
    }

    private static Glob glob(Random random) {
        String text = part(random, 0) + (random.nextInt(4) == 0 ? "" : "*") + part(random, 0);
        return new Glob(text.isEmpty() ? "*" : text);
    }

    private static String part(Random random, int least) {
        return IntStream.range(0, least + random.nextInt(3))
                .mapToObj(i -> random.nextBoolean() ? "a" : "b")
                .collect(Collectors.joining());
    }

    private static Policy allow(int number, Set<Subject> to, Set<Condition> when) {
        return new Policy(
                Rolls.id('p', number),
                "claims",
                State.ACTIVE,
                Effect.ALLOW,
                Set.of(Verb.CODE_FETCH),
                to,
                Set.of(new Resource.Everything()),
                new Clauses(when, Set.of(), Set.of(), Set.of()));
    }

    private static Subject.Claim ref(String value) {
        return new Subject.Claim(Rolls.ISSUER, "ref", value);
    }

    /** By which policies somebody who shows this is let in. */
    private static List<Boolean> met(List<Policy> policies, Set<Subject.Claim> claims) {
        var asker = new Asker.Service(Rolls.id('s', 1), Set.of(), Credential.vouchedFor(claims));
        return policies.stream()
                .map(policy -> Edition.of(1, new PolicySet(List.of(policy)))
                        .decide(new Question(
                                asker, Verb.CODE_FETCH, Target.installation(), new Circumstances(null, null))))
                .map(Decision.Allow.class::isInstance)
                .toList();
    }
}
