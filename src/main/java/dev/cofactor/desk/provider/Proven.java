// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import java.util.Optional;
import java.util.Set;

/**
 * What an ID token proved.
 *
 * @param subject who it is at the provider: with the issuer the only thing that somebody is known by
 * @param sid the provider's own session, which it may end later
 * @param groups as the provider calls them; they mean nothing until they are mapped
 * @param factor whether it said that a second factor was shown
 */
public record Proven(String issuer, String subject, Optional<String> sid, Set<String> groups, boolean factor) {
    @Override
    public String toString() {
        return "Proven[redacted]";
    }
}
