// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.cofactor.desk.wording.ConditionWords;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.desk.wording.NeedWords;
import dev.cofactor.engine.clauses.ClauseJson;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Decision.Applied;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.gate.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a decision is explained to those who may see the rules. Clauses are written as in policies, to the letter. */
public final class WhyJson {
    private static final String OK = "ok";

    private WhyJson() {}

    /**
     * @param clock {@code off} where nobody knows what time it is, so that no condition on time is decided
     * @param told the code he would hear; {@code ok} where he would be allowed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            Who actor,
            Instant at,
            @Nullable String clock,
            long edition,
            String outcome,
            @Nullable String cause,
            String told,
            @Nullable Instant opens,
            List<Spoke> applied,
            List<Near> near,
            List<Through> ways) {
        static Answer of(Explained one) {
            Optional<Decision> decision = one.decision();
            return new Answer(
                    Who.of(one),
                    one.at(),
                    one.timed() ? null : "off",
                    one.edition(),
                    decision.map(WhyJson::outcome).orElse("denied"),
                    decision.map(WhyJson::cause).orElse(one.stands() ? null : "nothing-to-show"),
                    one.refusal().map(Refused::code).orElse(OK),
                    one.opens().orElse(null),
                    decision.stream()
                            .flatMap(taken -> taken.trace().applied().stream())
                            .map(applied -> Spoke.of(applied, one.names()))
                            .toList(),
                    decision.stream()
                            .flatMap(taken -> taken.trace().near().stream())
                            .map(near -> Near.of(near, one.names()))
                            .toList(),
                    decision.stream()
                            .flatMap(taken -> waysOf(taken).stream())
                            .map(way -> Through.of(way, one.names()))
                            .toList());
        }
    }

    /** @param stands whether he has anything to show that is good then and there */
    public record Who(UUID id, String name, boolean active, boolean stands, List<Group> groups) {
        static Who of(Explained one) {
            List<Group> groups = one.groups().stream()
                    .map(group -> new Group(group.id(), group.name()))
                    .toList();
            return new Who(one.who(), one.name(), one.active(), one.stands(), groups);
        }
    }

    public record Group(UUID id, String name) {}

    /** A policy that applied. @param side whom it meant: of an agent, itself or the person it acts for */
    public record Spoke(UUID policy, String name, String effect, Named side, Named to, Named on) {
        static Spoke of(Applied applied, Names names) {
            Policy policy = applied.policy();
            return new Spoke(
                    policy.id(),
                    policy.name(),
                    policy.effect().code(),
                    Named.of(applied.whom(), names),
                    Named.of(applied.to(), names),
                    Named.of(applied.on(), names));
        }
    }

    /** An allow that did not apply, for these conditions. */
    public record Near(Spoke but, List<Unmet> unmet) {
        static Near of(Decision.Near near, Names names) {
            return new Near(
                    Spoke.of(near.but(), names),
                    near.unmet().stream().map(one -> Unmet.of(one, names)).toList());
        }
    }

    /** @param words what would have to be so */
    public record Unmet(
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String condition, String words) {
        static Unmet of(Condition condition, Names names) {
            return new Unmet(ClauseJson.spelled(condition), ConditionWords.only(condition, names));
        }
    }

    /** One way to an allow. @param grant that meets what others had to approve */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Through(
            List<UUID> policies,
            List<Needed> needs,
            List<Counted> limits,
            @Nullable UUID grant) {
        static Through of(Way way, Names names) {
            return new Through(
                    way.through().stream().map(Policy::id).toList(),
                    way.needs().stream()
                            .map(need -> Needed.of(need, names, way.missing().contains(need)))
                            .toList(),
                    way.charges().stream().map(Counted::of).toList(),
                    way.grant().orElse(null));
        }
    }

    /** @param words what he would have to do */
    public record Needed(
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String need, String words, boolean missing) {
        static Needed of(Need need, Names names, boolean missing) {
            return new Needed(ClauseJson.spelled(need), NeedWords.step(need, names), missing);
        }
    }

    public record Counted(UUID policy, int most, String per, List<String> by) {
        static Counted of(Way.Charge charge) {
            Limit limit = charge.limit();
            List<String> by = limit.by().stream().map(WhyJson::word).toList();
            return new Counted(charge.policy(), limit.most(), limit.per().toString(), by);
        }
    }

    /** Of a policy's subjects and resources; what has no id is its kind alone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Named(
            String kind, @Nullable UUID id, @Nullable String name) {
        static Named of(Subject subject, Names names) {
            @Nullable String name = names.of(subject).orElse(null);
            return switch (subject) {
                case Subject.Person one -> new Named("person", one.id(), name);
                case Subject.Group one -> new Named("group", one.id(), name);
                case Subject.Service one -> new Named("service", one.id(), name);
                case Subject.Agent one -> new Named("agent", one.id(), name);
                case Subject.Token one -> new Named("token", one.id(), name);
                case Subject.Claim one -> new Named("claim", one.issuer(), name);
                case Subject.Anyone one -> new Named("anyone", null, null);
            };
        }

        static Named of(Resource resource, Names names) {
            @Nullable String name = names.of(resource).orElse(null);
            return switch (resource) {
                case Resource.Secret one -> new Named("secret", one.id(), name);
                case Resource.Folder one -> new Named("folder", one.id(), name);
                case Resource.Tag one -> new Named("tag", one.id(), name);
                case Resource.Template one -> new Named("template", one.id(), name);
                case Resource.OwnPersonalFolder one -> new Named("own-personal-folder", null, null);
                case Resource.Everything one -> new Named("everything", null, null);
            };
        }
    }

    private static List<Way> waysOf(Decision decision) {
        return switch (decision) {
            case Decision.Allow allow -> allow.ways();
            case Decision.Challenge challenge -> challenge.ways();
            case Decision.Deny deny -> List.of();
        };
    }

    static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Allow allow -> "allowed";
            case Decision.Challenge challenge -> "challenged";
            case Decision.Deny deny -> "denied";
        };
    }

    private static @Nullable String cause(Decision decision) {
        return decision instanceof Decision.Deny deny ? word(deny.cause()) : null;
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
