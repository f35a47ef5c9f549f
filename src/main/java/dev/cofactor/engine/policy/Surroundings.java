// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Setting;
import dev.cofactor.engine.clauses.Tri;
import dev.cofactor.engine.policy.Question.Circumstances;
import dev.cofactor.engine.policy.Question.Credential;
import java.net.InetAddress;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is so for one side of a question. */
record Surroundings(Circumstances circumstances, Credential credential) implements Setting {
    @Override
    public @Nullable Instant time() {
        return circumstances.time();
    }

    @Override
    public @Nullable InetAddress address() {
        return circumstances.address();
    }

    @Override
    public Tri claims(UUID issuer, String name, Predicate<String> value) {
        return Tri.of(credential.claims().stream()
                .anyMatch(claim ->
                        claim.issuer().equals(issuer) && claim.name().equals(name) && value.test(claim.value())));
    }
}
