// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import dev.cofactor.desk.workloads.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The issuers that people mostly mean, and where what binds their programs is to be found. */
final class Presets {
    private Presets() {}

    /**
     * An issuer as it is offered.
     *
     * @param issuer that all of them have, or empty where each has one of its own
     * @param where its numbers are to be found
     * @param example of further conditions
     */
    record Offer(
            String word, String title, String about, String issuer, List<Claim> bound, String where, String example) {}

    /** A claim that must be named to the letter. */
    record Claim(String name, String label, String placeholder) {}

    static List<Offer> all() {
        return Arrays.stream(Preset.values()).map(Presets::offer).toList();
    }

    static Optional<Offer> find(String word) {
        return all().stream().filter(one -> one.word().equals(word)).findFirst();
    }

    private static Offer offer(Preset preset) {
        String issuer = preset.usualIssuer().orElse("");
        return switch (preset) {
            case GITHUB ->
                new Offer(
                        preset.word(),
                        "GitHub Actions",
                        "A workflow of one repository.",
                        issuer,
                        claims(preset, "Number of the repository", "Number of its owner"),
                        "gh api repos/OWNER/NAME --jq '.id, .owner.id'",
                        "ref = refs/heads/main\nenvironment = production");
            case GITLAB ->
                new Offer(
                        preset.word(),
                        "GitLab CI",
                        "A pipeline of one project.",
                        issuer,
                        claims(preset, "Number of the project", "Number of its namespace"),
                        "glab api projects/GROUP%2FNAME | jq '.id, .namespace.id'",
                        "ref_protected = true\nref = main");
            case KUBERNETES, OTHER -> ownIssuer(preset);
        };
    }

    /** Each of them has one of its own. */
    private static Offer ownIssuer(Preset preset) {
        return preset == Preset.KUBERNETES
                ? new Offer(
                        preset.word(),
                        "Kubernetes",
                        "A pod by its service account, of one cluster.",
                        "",
                        claims(preset, "Namespace", "UID of the service account"),
                        "kubectl get serviceaccount NAME -o jsonpath='{.metadata.uid}'",
                        "/kubernetes.io/serviceaccount/name = deployer")
                : new Offer(
                        preset.word(),
                        "Another issuer",
                        "Anybody who signs OpenID Connect tokens for programs.",
                        "",
                        List.of(),
                        "",
                        "sub = system:job:nightly");
    }

    private static List<Claim> claims(Preset preset, String... labels) {
        List<String> names = preset.bound();
        return Stream.iterate(0, at -> at < names.size(), at -> at + 1)
                .map(at -> new Claim(names.get(at), labels[at], labels[at].startsWith("Number") ? "123456" : ""))
                .toList();
    }
}
