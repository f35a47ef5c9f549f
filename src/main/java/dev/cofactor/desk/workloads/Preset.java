// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import dev.cofactor.ground.identity.Voucher.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Issuers that vouch for everybody's programs: what a federation with one of them must be about at least. They bind numbers
 * that are given once. A name can be given up, and is then somebody else's.
 */
public enum Preset {
    GITHUB("https://token.actions.githubusercontent.com", Immutable.NUMBER, "repository_id", "repository_owner_id"),
    GITLAB("https://gitlab.com", Immutable.NUMBER, "project_id", "namespace_id"),
    /** Each cluster is an issuer of its own. */
    KUBERNETES("", Immutable.TEXT, "/kubernetes.io/namespace", "/kubernetes.io/serviceaccount/uid"),
    OTHER("", Immutable.TEXT);

    private final String usual;
    private final Immutable immutable;
    private final List<String> bound;

    /** What the value of a claim looks like that never changes. */
    private enum Immutable {
        NUMBER(Pattern.compile("[1-9][0-9]{0,18}")),
        TEXT(Pattern.compile("[^*]+"));

        private final Pattern shape;

        Immutable(Pattern shape) {
            this.shape = shape;
        }
    }

    Preset(String usual, Immutable immutable, String... bound) {
        this.usual = usual;
        this.immutable = immutable;
        this.bound = List.of(bound);
    }

    /** What its tokens call one run of a program: the first of these of which they tell all. */
    private List<List<String>> runs() {
        return switch (this) {
            case GITHUB -> List.of(List.of("run_id", "run_attempt"), List.of("run_id"));
            case GITLAB -> List.of(List.of("job_id"));
            case KUBERNETES -> List.of(List.of("/kubernetes.io/pod/uid"));
            case OTHER -> List.of(List.of("job_id"), List.of("run_id"));
        };
    }

    /** Which run it is; nothing, where it is not told, or told twice. */
    Optional<String> run(Set<Said> said) {
        return runs().stream()
                .map(names -> names.stream().map(name -> only(said, name)).toList())
                .filter(values -> values.stream().allMatch(Optional::isPresent))
                .map(values -> String.join(
                        ".", values.stream().map(Optional::orElseThrow).toList()))
                .findFirst();
    }

    private static Optional<String> only(Set<Said> said, String name) {
        List<String> values = said.stream()
                .filter(one -> one.name().equals(name))
                .map(Said::value)
                .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where there is one for all. */
    public Optional<String> usualIssuer() {
        return Optional.of(usual).filter(issuer -> !issuer.isEmpty());
    }

    /** The claims that a federation of this preset names, each to the letter. */
    public List<String> bound() {
        return bound;
    }

    static Preset read(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> FederationRefused.invalid("a preset is one of "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Preset::word).toList())));
    }

    /** Whoever names an issuer of everybody's without its preset gets it all the same. */
    static Preset of(Optional<String> word, Optional<String> issuer) {
        Preset named = word.map(Preset::read).orElse(OTHER);
        Preset known = issuer.flatMap(Preset::ownerOf).orElse(named);
        if (known != named && word.isPresent()) {
            throw FederationRefused.invalid("this issuer has a preset of its own");
        }
        return known;
    }

    private static Optional<Preset> ownerOf(String issuer) {
        return Arrays.stream(values())
                .filter(one -> one.usualIssuer()
                        .filter(usual -> issuer.equals(usual) || issuer.startsWith(usual + "/"))
                        .isPresent())
                .findFirst();
    }

    /** @throws FederationRefused where it would let in programs of strangers */
    void require(Map<String, String> conditions) {
        for (String claim : bound) {
            String value = conditions.getOrDefault(claim, "");
            if (!immutable.shape.matcher(value).matches()) {
                throw FederationRefused.tooWide("a federation of the preset " + word() + " names "
                        + String.join(" and ", bound) + ", each to the letter"
                        + (immutable == Immutable.NUMBER ? ": they are numbers" : ""));
            }
        }
    }
}
