// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.desk.workloads.FederationJson;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.trust.Federation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A federation as it was typed.
 *
 * @param bound what the claims of its preset must be, in their order
 * @param others further conditions, one a line: a claim, an equals sign, what it must be
 * @param audiences whom its tokens are meant for, one a line
 * @param keys as a JSON Web Key Set; empty where the issuer is asked for them
 */
record FederationForm(
        String service, String name, String issuer, List<String> bound, String others, String audiences, String keys) {
    private static final TypeReference<Map<String, Object>> A_SET = new TypeReference<>() {};

    static FederationForm blank(Presets.Offer preset, String service, String audience) {
        List<String> bound = preset.bound().stream().map(claim -> "").toList();
        return new FederationForm(service, "", preset.issuer(), bound, "", audience, "");
    }

    static FederationForm sent(Map<String, List<String>> sent, Presets.Offer preset) {
        List<String> typed = sent.getOrDefault("bound", List.of());
        List<String> bound = preset.bound().stream()
                .map(claim -> preset.bound().indexOf(claim) < typed.size()
                        ? typed.get(preset.bound().indexOf(claim)).strip()
                        : "")
                .toList();
        return new FederationForm(
                one(sent, "service"),
                one(sent, "name"),
                one(sent, "issuer"),
                bound,
                one(sent, "others"),
                one(sent, "audiences"),
                one(sent, "keys"));
    }

    /** @param keys are not shown again: they are replaced or stay */
    static FederationForm of(Federation federation, Presets.Offer preset) {
        Map<String, String> conditions = new LinkedHashMap<>(federation.terms().conditions());
        List<String> bound = preset.bound().stream()
                .map(claim ->
                        Optional.ofNullable(conditions.remove(claim.name())).orElse(""))
                .toList();
        return new FederationForm(
                federation.service().toString(),
                federation.name(),
                federation.issuer(),
                bound,
                conditions.entrySet().stream()
                        .map(one -> one.getKey() + " = " + one.getValue())
                        .collect(Collectors.joining("\n")),
                String.join("\n", federation.terms().audiences()),
                "");
    }

    private static String one(Map<String, List<String>> sent, String name) {
        return sent.getOrDefault(name, List.of("")).getFirst().strip();
    }

    FederationJson.Given given(Presets.Offer preset, ObjectMapper json) {
        @Nullable String chosen = service.isEmpty() ? null : service;
        return new FederationJson.Given(
                chosen,
                name,
                preset.word(),
                issuer.isEmpty() ? null : issuer,
                lines(audiences),
                null,
                conditions(preset),
                set(json),
                true);
    }

    /** @param asked whether the issuer is asked for its keys from now on */
    FederationJson.Edited edited(Presets.Offer preset, boolean asked, ObjectMapper json) {
        return new FederationJson.Edited(
                name, null, lines(audiences), null, conditions(preset), asked ? Map.of() : set(json));
    }

    private Map<String, String> conditions(Presets.Offer preset) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (Presets.Claim claim : preset.bound()) {
            String value = bound.get(preset.bound().indexOf(claim));
            if (!value.isEmpty()) { // what is missing is the preset's to say
                conditions.put(claim.name(), value);
            }
        }
        for (String line : lines(others)) {
            int equals = line.indexOf('=');
            if (equals < 1
                    || conditions.put(
                                    line.substring(0, equals).strip(),
                                    line.substring(equals + 1).strip())
                            != null) {
                throw malformed("a condition is a line: a claim, an equals sign, what it must be; and each claim once");
            }
        }
        return conditions;
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private @Nullable Map<String, Object> set(ObjectMapper json) {
        if (keys.isEmpty()) {
            return null;
        }
        try {
            return json.readValue(keys, A_SET);
        } catch (JsonProcessingException e) {
            throw malformed("keys are a JSON Web Key Set, as the issuer publishes it"); // its message repeats them
        }
    }

    private static Problem malformed(String rule) {
        return new Problem(Problem.Kind.INVALID, "federation-malformed", rule);
    }
}
