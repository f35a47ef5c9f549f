// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.desk.wording.NeedWords;
import dev.cofactor.engine.foresight.WhoCan.Reach;
import dev.cofactor.engine.foresight.WhoCan.Reach.Extent;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Asker;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How it is told who can do something. */
public final class WhoCanJson {
    private WhoCanJson() {}

    /**
     * @param counts by kind, of all there are
     * @param exact false where there were more circumstances than are looked at: never may then be sometimes, and always too
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            long edition,
            Instant at,
            boolean exact,
            Map<String, Count> counts,
            List<One> found,
            @Nullable Integer next) {
        static Answer of(WhoCans.Answer one) {
            Map<String, Count> counts = Arrays.stream(WhoCans.Kind.values())
                    .collect(Collectors.toMap(WhyJson::word, kind -> Count.of(kind, one.found())));
            return new Answer(
                    one.edition(),
                    one.at(),
                    one.found().stream().allMatch(Reach::exact),
                    counts,
                    one.page().stream()
                            .map(reach -> One.of(reach, one.called(), one.names()))
                            .toList(),
                    one.next().isPresent() ? one.next().getAsInt() : null);
        }
    }

    /** @param outright who of those that ever can, can at some time without any step */
    public record Count(long always, long sometimes, long never, long outright) {
        static Count of(WhoCans.Kind kind, List<Reach> all) {
            List<Reach> these = all.stream()
                    .filter(one -> WhoCans.kind(one.who().asker()) == kind)
                    .toList();
            return new Count(
                    these.stream().filter(one -> one.extent() == Extent.ALWAYS).count(),
                    these.stream()
                            .filter(one -> one.extent() == Extent.SOMETIMES)
                            .count(),
                    these.stream().filter(one -> one.extent() == Extent.NEVER).count(),
                    these.stream().filter(one -> one.outright() != Extent.NEVER).count());
        }
    }

    /**
     * One who could ask.
     *
     * @param token of a service: which it would show
     * @param federation of a service: by whose word
     * @param actsFor of an agent: for whom
     * @param extent when, be it after steps
     * @param outright when without any
     * @param steps what has to be done first in the example
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record One(
            String kind,
            UUID id,
            String name,
            @Nullable UUID token,
            @Nullable UUID federation,
            @Nullable UUID actsFor,
            String extent,
            String outright,
            List<Through> through,
            List<String> steps,
            @Nullable There example,
            @Nullable There counterexample) {
        static One of(Reach one, Map<UUID, String> called, Names names) {
            Asker asker = one.who().asker();
            return new One(
                    WhyJson.word(WhoCans.kind(asker)),
                    asker.id(),
                    called.getOrDefault(asker.id(), ""),
                    asker.credential().token(),
                    one.who().openTo().stream().findFirst().orElse(null),
                    asker instanceof Asker.Agent agent ? agent.actsFor().id() : null,
                    WhyJson.word(one.extent()),
                    WhyJson.word(one.outright()),
                    one.through().stream().map(Through::of).toList(),
                    one.steps().stream()
                            .map(need -> NeedWords.step(need, names))
                            .toList(),
                    one.can().map(There::of).orElse(null),
                    one.cannot().map(There::of).orElse(null));
        }
    }

    public record Through(UUID policy, String name) {
        static Through of(Policy policy) {
            return new Through(policy.id(), policy.name());
        }
    }

    /** One of the circumstances in which it is so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record There(@Nullable Instant at, @Nullable String address) {
        static There of(Question question) {
            @Nullable InetAddress address = question.circumstances().address();
            return new There(question.circumstances().time(), address == null ? null : address.getHostAddress());
        }
    }
}
