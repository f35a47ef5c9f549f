// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Question.Target;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Another spelling of something is refused, or says the same; it never lets more in. */
class SpellingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What people write themselves, where another spelling is another text. */
    private static final Set<String> FREE = Set.of("name", "value", "values", "form");

    private static final UUID FORGE = Dice.id(6, 1);

    static Set<String> variants(String text) {
        Set<String> variants = new LinkedHashSet<>(List.of(
                text.toUpperCase(Locale.ROOT),
                text.toLowerCase(Locale.ROOT),
                " " + text,
                text + " ",
                text + "\n",
                text + "\u0000",
                "\u200B" + text,
                text + "\u00AD",
                text + ".",
                text + "/",
                text + "*",
                text.replace('-', '_'),
                text.replace(".", "%2e"),
                text.replace('a', '\u0430'),
                text.replace('e', '\u0435'),
                text.replace('0', '\u0660'),
                text.replace('1', '\uFF11'),
                text.replace("0", ""),
                text.replace("0", "00"),
                text.replace(":0", ":"),
                text.replace("/", "/0"),
                text.replace("::", ":0:"),
                text.replace("PT", "P"),
                text.replace("PT1H", "PT60M"),
                text.replace("PT15M", "PT900S"),
                text.replace("PT", "+PT"),
                Normalizer.normalize(text, Normalizer.Form.NFD),
                Normalizer.normalize(text, Normalizer.Form.NFKC),
                text.isEmpty() ? text : text.substring(1),
                text.isEmpty() ? text : text.substring(0, text.length() - 1)));
        variants.remove(text);
        return variants;
    }

    @Test
    void whateverHasAClosedSpellingIsRefusedInAnyOtherOrSaysTheSame() throws IOException {
        int[] tried = {0, 0};
        for (int seed = 0; seed < 50; seed++) {
            PolicySet set = new Dice(seed, 3).policies(4);
            JsonNode document = JSON.readTree(set.canonical());
            walk(document, (put, text) -> variants(text).forEach(variant -> {
                put.accept(variant);
                tried[0]++;
                tried[1] += isRefused(document, set) ? 1 : 0;
                put.accept(text);
            }));
        }
        assertThat(tried[1]).as("refused, of %d", tried[0]).isGreaterThan(3_000);
    }

    /** @return whether it is refused; where it is read, it says something that cannot be told from another id or network */
    private static boolean isRefused(JsonNode document, PolicySet set) {
        byte[] written = document.toString().getBytes(UTF_8);
        try {
            PolicySet read = PolicySet.read(written);
            assertThat(read.equals(set) || isShortened(read, set))
                    .as("%s says the same", document)
                    .isTrue();
            return false;
        } catch (PolicyRefused refused) {
            return true;
        }
    }

    /** A digit less is another day, another time or another network, not another spelling of the one that stood there. */
    private static boolean isShortened(PolicySet read, PolicySet set) {
        String one = new String(read.canonical(), UTF_8);
        String other = new String(set.canonical(), UTF_8);
        return !strip(one).equals(one) && strip(one).equals(strip(other));
    }

    private static String strip(String document) {
        return document.replaceAll("\"[0-9a-f:.]+/[0-9]+\"", "\"\"").replaceAll("\"PT[0-9HMS]+\"", "\"\"");
    }

    @Test
    void aClaimInAnotherSpellingIsAnotherClaim() {
        for (String value : List.of("main", "refs/heads/main", "acme/app", "Zoë", "10.0.0.1", "a-b")) {
            for (Policy policy : List.of(
                    policy(Set.of(new Subject.Claim(FORGE, "ref", value)), Clauses.NONE),
                    policy(Set.of(new Subject.Anyone()), claim("ref", new Glob(value))),
                    policy(Set.of(new Subject.Anyone()), claim("ref", new Glob(value + "*end"))))) {
                for (String variant : variants(value)) {
                    assertThat(isAllowed(policy, "ref", variant)).as(variant).isFalse();
                }
            }
            for (String name : variants("ref")) {
                assertThat(isAllowed(policy(Set.of(new Subject.Anyone()), claim("ref", new Glob(value))), name, value))
                        .as(name)
                        .isFalse();
            }
        }
    }

    @Test
    void aClaimInItsSpellingCounts() {
        assertThat(isAllowed(policy(Set.of(new Subject.Claim(FORGE, "ref", "main")), Clauses.NONE), "ref", "main"))
                .isTrue();
        assertThat(isAllowed(policy(Set.of(new Subject.Anyone()), claim("ref", new Glob("ma*n"))), "ref", "main"))
                .isTrue();
    }

    private static boolean isAllowed(Policy policy, String name, String value) {
        Subject.Claim shown;
        try {
            shown = new Subject.Claim(FORGE, name, value);
        } catch (PolicyRefused refused) {
            return false;
        }
        Asker workload = new Asker.Service(Dice.id(2, 1), Set.of(), Credential.vouchedFor(Set.of(shown)));
        return Decider.ENGINE.decide(
                        List.of(policy),
                        new Question(
                                workload, Verb.CODE_FETCH, Target.installation(), new Circumstances(null, null)))
                instanceof Decision.Allow;
    }

    private static Clauses claim(String name, Glob glob) {
        return new Clauses(
                Set.of(new Condition.TokenClaim(FORGE, name, Set.of(glob))), Set.of(), Set.of(), Set.of());
    }

    private static Policy policy(Set<Subject> to, Clauses clauses) {
        return new Policy(
                Dice.id(0, 1),
                "claims",
                State.ACTIVE,
                Effect.ALLOW,
                Set.of(Verb.CODE_FETCH),
                to,
                Set.of(new Resource.Everything()),
                clauses);
    }

    /** Every text that has a closed spelling, with what puts another in its place. */
    private static void walk(JsonNode node, BiConsumer<Consumer<String>, String> each) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.stream().filter(name -> !FREE.contains(name)).forEach(name -> {
                if (object.get(name).isTextual()) {
                    each.accept(text -> object.put(name, text), object.get(name).textValue());
                }
                walk(object.get(name), each);
            });
        } else if (node instanceof ArrayNode array) {
            Stream.iterate(0, i -> i + 1).limit(array.size()).forEach(i -> {
                if (array.get(i).isTextual()) {
                    each.accept(text -> array.set(i, text), array.get(i).textValue());
                }
                walk(array.get(i), each);
            });
        }
    }
}
