// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import java.util.Optional;

/**
 * What a logout token says: one of the provider's sessions has ended, or all of somebody's.
 *
 * @param jti which token it was: it counts once
 */
public record LoggedOut(String issuer, Optional<String> subject, Optional<String> sid, String jti) {
    @Override
    public String toString() {
        return "LoggedOut[redacted]";
    }
}
