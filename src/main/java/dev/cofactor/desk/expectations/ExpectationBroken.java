// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import dev.cofactor.engine.foresight.Expectation;
import dev.cofactor.engine.foresight.Expectations.Broken;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rules must keep saying they would not say. Tells which expectations, and of each one question that shows it. */
public final class ExpectationBroken extends Problem {
    private static final long serialVersionUID = 1;

    static final String CODE = "expectation-broken";

    /** The others are broken too, and found with the next save. */
    private static final int MOST = 20;

    private ExpectationBroken(String message, List<Map<String, Object>> broken) {
        super(Kind.CONFLICT, CODE, message, null, Map.of("broken", broken), null);
    }

    static ExpectationBroken bySave(Collection<Trials.Result> broken) {
        return new ExpectationBroken(
                "these rules would break what they must keep saying",
                broken.stream().limit(MOST).map(ExpectationBroken::named).toList());
    }

    /** What it is called was just sent, and is not repeated. */
    static ExpectationBroken already(Broken broken) {
        return new ExpectationBroken("the rules in force do not say this", List.of(shown(broken)));
    }

    private static Map<String, Object> named(Trials.Result result) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("id", result.kept().id().toString());
        named.put("name", result.expectation().name());
        named.putAll(shown(result.broken().orElseThrow()));
        return named;
    }

    /** Why, and where there is one, the question with its answer. */
    static Map<String, Object> shown(Broken broken) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("cause", Expectation.word(broken.cause()));
        broken.question().ifPresent(question -> shown.put("example", example(question, broken.answer())));
        return shown;
    }

    private static Map<String, Object> example(Question question, Optional<Decision> answer) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put(
                "actor",
                Map.of(
                        "kind",
                        kind(question.asker()),
                        "id",
                        question.asker().id().toString()));
        example.put("verb", question.verb().code());
        Optional.ofNullable(question.target().secret()).ifPresent(id -> example.put("secret", PublicId.SECRET.of(id)));
        Optional.ofNullable(question.circumstances().time()).ifPresent(time -> example.put("at", time.toString()));
        Optional.ofNullable(question.circumstances().address())
                .ifPresent(address -> example.put("address", address.getHostAddress()));
        answer.ifPresent(decision -> example.put("answer", word(decision)));
        return example;
    }

    private static String kind(Question.Asker asker) {
        return switch (asker) {
            case Question.Asker.Person one -> "person";
            case Question.Asker.Service one -> "service";
            case Question.Asker.Agent one -> "agent";
        };
    }

    private static String word(Decision decision) {
        return Expectation.word(
                switch (decision) {
                    case Decision.Allow allow -> Expectation.Answer.ALLOW;
                    case Decision.Challenge challenge -> Expectation.Answer.CHALLENGE;
                    case Decision.Deny deny -> Expectation.Answer.DENY;
                });
    }
}
