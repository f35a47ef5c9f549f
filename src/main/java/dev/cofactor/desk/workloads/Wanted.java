// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.jwt.Algorithm;
import dev.cofactor.ground.jwt.Issuer;
import dev.cofactor.ledger.trust.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** How a federation is wanted, once what was asked for makes sense. */
public record Wanted(UUID service, DisplayName name, Preset preset, Issuer issuer, Terms terms, boolean active) {
    private static final int MOST_AUDIENCES = 10;
    private static final int MOST_CONDITIONS = 20;
    private static final int LONGEST_CLAIM = 200;

    /** What is to be other; what is absent stays. Keys that are empty are from now on asked of the issuer. */
    public record Edit(
            Optional<DisplayName> name,
            Optional<Boolean> active,
            Optional<List<String>> audiences,
            Optional<List<String>> algorithms,
            Optional<Map<String, String>> conditions,
            Optional<Optional<String>> keys) {

        Terms of(Terms now, Preset preset) {
            return terms(
                    preset,
                    audiences.orElse(now.audiences()),
                    algorithms.orElse(now.algorithms()),
                    conditions.orElse(now.conditions()),
                    keys.orElse(now.keys()));
        }
    }

    static Terms terms(
            Preset preset,
            List<String> audiences,
            List<String> algorithms,
            Map<String, String> conditions,
            Optional<String> keys) {
        List<String> audience = audiences.stream().distinct().sorted().toList();
        boolean named = !audience.isEmpty()
                && audience.size() <= MOST_AUDIENCES
                && audience.stream().allMatch(one -> !one.isBlank() && one.length() <= Glob.LONGEST);
        if (!named) {
            throw FederationRefused.invalid("whom a token must be meant for is 1 to " + MOST_AUDIENCES + " audiences");
        }
        SortedMap<String, String> checked = conditions(conditions);
        preset.require(checked);
        return new Terms(audience, algorithms(algorithms), checked, keys);
    }

    private static List<String> algorithms(List<String> words) {
        List<String> known = words.stream().distinct().sorted().toList();
        if (known.isEmpty() || !Algorithm.ALL.containsAll(known)) {
            throw FederationRefused.invalid("algorithms are one or more of " + String.join(", ", Algorithm.ALL));
        }
        return known;
    }

    private static SortedMap<String, String> conditions(Map<String, String> given) {
        if (given.isEmpty() || given.size() > MOST_CONDITIONS) {
            throw FederationRefused.tooWide("a federation has 1 to " + MOST_CONDITIONS + " conditions: without one,"
                    + " whoever has this issuer's word would be this service");
        }
        given.forEach((claim, wanted) -> {
            if (claim.isBlank()
                    || claim.length() > LONGEST_CLAIM
                    || claim.chars().anyMatch(Character::isISOControl)) {
                throw FederationRefused.invalid("a condition names a claim, or the way to one inside another");
            }
            new Glob(wanted);
        });
        return new TreeMap<>(given);
    }
}
