// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import com.webauthn4j.data.client.CollectedClientData;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all responses of browsers have in common: a stranger may have written them. */
final class Responses {
    /** No key says half as much. */
    private static final int LONGEST = 32 * 1024;

    private Responses() {}

    static <R> Optional<R> read(String response, Function<String, R> reading) {
        return response.length() > LONGEST ? Optional.empty() : attempt(response, reading);
    }

    /** Whatever reading it trips over, it is no response; what exactly helps nobody but its maker, and quotes him. */
    static <T, R> Optional<R> attempt(T what, Function<T, R> reading) {
        try {
            return Optional.of(reading.apply(what));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    static byte[] challenge(@Nullable CollectedClientData told) {
        return Objects.requireNonNull(told).getChallenge().getValue();
    }
}
