// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.jwt.Algorithm;
import dev.cofactor.ground.jwt.Issuer;
import dev.cofactor.ground.jwt.KeySet;
import dev.cofactor.ledger.trust.Federation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How federations are spoken of outside. */
public final class FederationJson {
    private static final List<String> USUAL = List.of(Algorithm.ES256.word(), Algorithm.RS256.word());

    private FederationJson() {}

    /** One that is wanted. */
    @Schema(name = "FederationWanted")
    public record Given(
            @Nullable String service,
            @Nullable String name,

            @Schema(enumeration = {"github", "gitlab", "kubernetes", "other"}) @Nullable
            String preset,

            @Nullable String issuer,
            @Nullable List<String> audiences,
            @Nullable List<String> algorithms,
            @Nullable Map<String, String> conditions,
            @Nullable Map<String, Object> jwks,
            @Nullable Boolean active) {

        public Wanted wanted(Predicate<String> mayBePrivate) {
            Preset kind = Preset.of(Optional.ofNullable(preset), Optional.ofNullable(issuer));
            String from = Optional.ofNullable(issuer)
                    .or(kind::usualIssuer)
                    .orElseThrow(() -> FederationRefused.invalid("a federation has an issuer"));
            return new Wanted(
                    id(needed(service, "a service")),
                    DisplayName.of(needed(name, "a name")),
                    kind,
                    Issuer.of(from, mayBePrivate),
                    Wanted.terms(
                            kind,
                            filled(needed(audiences, "audiences: whom its tokens are meant for")),
                            algorithms == null ? USUAL : filled(algorithms),
                            filled(needed(conditions, "conditions")),
                            Optional.ofNullable(jwks)
                                    .filter(set -> !set.isEmpty())
                                    .map(KeySet::handed)),
                    active == null || active);
        }
    }

    /** What is not given stays. Keys that are an empty object are from now on asked of the issuer. */
    @Schema(name = "FederationEdited")
    public record Edited(
            @Nullable String name,
            @Nullable Boolean active,
            @Nullable List<String> audiences,
            @Nullable List<String> algorithms,
            @Nullable Map<String, String> conditions,
            @Nullable Map<String, Object> jwks) {

        public Wanted.Edit edit() {
            return new Wanted.Edit(
                    Optional.ofNullable(name).map(DisplayName::of),
                    Optional.ofNullable(active),
                    Optional.ofNullable(audiences).map(FederationJson::filled),
                    Optional.ofNullable(algorithms).map(FederationJson::filled),
                    Optional.ofNullable(conditions).map(FederationJson::filled),
                    Optional.ofNullable(jwks)
                            .map(set -> Optional.of(set)
                                    .filter(some -> !some.isEmpty())
                                    .map(KeySet::handed)));
        }
    }

    /** A token to be tried. */
    @Schema(name = "FederationTrial")
    record Trial(@Nullable String token) {
        String required() {
            return needed(token, "a token to try");
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param keys "served" where the issuer is asked for them, "handed" where they were given with it */
    @Schema(name = "Federation")
    record Shown(
            String id,
            String service,
            String name,
            String preset,
            String issuer,
            List<String> audiences,
            List<String> algorithms,
            Map<String, String> conditions,
            String keys,
            boolean active,
            Instant since,
            @Nullable Instant ended,
            String etag) {
        static Shown of(Federation federation) {
            return new Shown(
                    federation.id().toString(),
                    federation.service().toString(),
                    federation.name(),
                    federation.preset(),
                    federation.issuer(),
                    federation.terms().audiences(),
                    federation.terms().algorithms(),
                    federation.terms().conditions(),
                    federation.terms().keys().isPresent() ? "handed" : "served",
                    federation.active(),
                    federation.since(),
                    federation.ended().orElse(null),
                    federation.event().toString());
        }
    }

    @Schema(name = "Federations")
    record Listing(List<Shown> federations) {}

    /**
     * How a token fared. Names of conditions are the federation's; nothing is the token's.
     *
     * @param letsIn whether its bearer would be this federation's service, while both stand
     * @param readable whether it is a token at all that may be signed by an algorithm on the list
     * @param ambiguous whether it would be another service too, and so nobody
     */
    @Schema(name = "FederationTried")
    record Result(
            boolean letsIn,
            boolean readable,
            boolean issuer,
            boolean algorithm,
            boolean keys,
            boolean signature,
            boolean audience,
            boolean time,
            Map<String, Boolean> conditions,
            boolean ambiguous) {
        static Result of(WorkloadDesk.Tried tried) {
            return tried.verdict()
                    .map(found -> new Result(
                            found.isGood() && !tried.anothersToo(),
                            true,
                            found.issuer(),
                            found.algorithm(),
                            found.keys(),
                            found.signature(),
                            found.audience(),
                            found.time(),
                            found.conditions(),
                            tried.anothersToo()))
                    .orElseGet(
                            () -> new Result(false, false, false, false, false, false, false, false, Map.of(), false));
        }
    }

    private static <T> T needed(@Nullable T value, String what) {
        if (value == null) {
            throw FederationRefused.invalid("a federation needs " + what);
        }
        return value;
    }

    private static List<String> filled(List<String> some) {
        some.forEach(one -> needed(one, "words where it has a list"));
        return some;
    }

    private static Map<String, String> filled(Map<String, String> some) {
        some.values().forEach(one -> needed(one, "a text for each claim"));
        return some;
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw FederationRefused.notFound();
        }
    }
}
