// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import java.net.InetAddress;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is so for one asker at this moment, and what he cannot change. */
public interface Setting {
    /** Null where no clock can be relied on. */
    @Nullable
    Instant time();

    /** Null where nobody knows from where he calls. */
    @Nullable
    InetAddress address();

    /** Whether that issuer vouches for such a value of his. A claim that is absent is not there: the answer is no. */
    Tri claims(UUID issuer, String name, Predicate<String> value);
}
