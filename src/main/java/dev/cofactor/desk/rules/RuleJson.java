// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.foresight.Lints.Lint;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How policies are spoken of outside. A policy itself is written as the engine writes it, to the letter. */
public final class RuleJson {
    private static final List<PublicId> IDS =
            List.of(PublicId.SECRET, PublicId.FOLDER, PublicId.TAG, PublicId.TEMPLATE, PublicId.CHANNEL);

    private RuleJson() {}

    /** A policy that stands alone; ids may also be written as other answers of ours write them. */
    static Policy read(byte @Nullable [] body, UUID id) {
        return Policy.read(body == null ? new byte[0] : body, id, RuleJson::spelled);
    }

    /** Which state a policy is to be in. */
    static Policy.State state(byte @Nullable [] body) {
        Placed root = Placed.document(body == null ? new byte[0] : body);
        root.onlyWith("state");
        return root.member("state").word(Policy.State::find, "draft, active or disabled");
    }

    /** Which edition somebody has seen. What is no ETag of ours matches nothing. */
    public static long seen(@Nullable String match) {
        if (match == null) {
            throw new Problem(
                    Problem.Kind.CONDITION_MISSING, "if-match-required", "say in If-Match which edition you have seen");
        }
        return match.matches("\"[0-9]{1,18}\"") ? Long.parseLong(match.substring(1, match.length() - 1)) : -1;
    }

    /** Ids as other answers of ours write them. */
    public static Optional<UUID> spelled(String text) {
        return IDS.stream().flatMap(kind -> kind.read(text).stream()).findFirst();
    }

    /** A policy, and what it says. */
    record Listed(
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String policy, String sentence) {}

    /** The whole edition in force. */
    record InForce(
            long edition,
            String hash,
            Instant savedAt,
            @Nullable UUID savedBy,
            List<Listed> policies) {
        static InForce of(RuleDesk.InForce rules) {
            List<Listed> policies = rules.edition().policies().policies().stream()
                    .map(policy ->
                            new Listed(policy.canonical(), rules.sentences().getOrDefault(policy.id(), "")))
                    .toList();
            return new InForce(
                    rules.edition().number(),
                    rules.edition().hash(),
                    rules.saving().at(),
                    rules.saving().author(),
                    policies);
        }
    }

    /** One policy of an edition. */
    public record Stated(
            long edition,
            String hash,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String policy,
            String sentence,
            List<Warning> warnings) {
        public static Stated of(RuleDesk.Stated stated) {
            return new Stated(
                    stated.edition().number(),
                    stated.edition().hash(),
                    stated.policy().canonical(),
                    stated.sentence(),
                    stated.lints().stream().map(Warning::of).toList());
        }
    }

    /**
     * What looks like a mistake.
     *
     * @param place where, as a JSON pointer that begins at the policy
     */
    public record Warning(UUID policy, String place, String code, String sentence) {
        static Warning of(Lint lint) {
            return new Warning(lint.policy(), lint.place(), lint.code().code(), lint.sentence());
        }
    }

    /** What is in force without it. */
    record Withdrawn(long edition, String hash) {
        static Withdrawn of(Edition edition) {
            return new Withdrawn(edition.number(), edition.hash());
        }
    }
}
