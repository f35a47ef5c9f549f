// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says for it.
 *
 * @param request of access, which he goes on with; another one's changes nothing
 */
public record Given(Optional<String> reason, Optional<String> ticket, Optional<UUID> request) {
    public static final Given NOTHING = new Given(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern LINE = Pattern.compile("[^\\p{Cc}\\p{Cf}]{1,500}");

    /** As it came from outside; what is empty was not given. */
    public static Given of(@Nullable String reason, @Nullable String ticket, @Nullable String request) {
        Optional<String> named = text(request);
        Optional<UUID> id = named.flatMap(PublicId.REQUEST::read);
        if (named.isPresent() && id.isEmpty()) {
            throw malformed("request is the id of a request, as a refusal named it");
        }
        return new Given(line(reason, "reason"), line(ticket, "ticket"), id);
    }

    Steps said() {
        return new Steps(Optional.empty(), reason, ticket, List.of());
    }

    private static Optional<String> line(@Nullable String given, String name) {
        Optional<String> line = text(given);
        if (line.filter(one -> !LINE.matcher(one).matches()).isPresent()) {
            throw malformed(name + " is one line of at most 500 characters");
        }
        return line;
    }

    private static Optional<String> text(@Nullable String given) {
        return Optional.ofNullable(given).filter(text -> !text.isEmpty());
    }

    private static Problem malformed(String rule) {
        return new Problem(Problem.Kind.INVALID, "given-malformed", rule);
    }
}
