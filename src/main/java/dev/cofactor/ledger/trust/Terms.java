// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.trust;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must hold of a token.
 *
 * @param audiences whom it must be meant for: one of these, and nobody else
 * @param algorithms by which it may be signed
 * @param conditions of each claim named, what it must be
 * @param keys with which it must be signed, as a JSON Web Key Set; absent where the issuer is asked for them
 */
public record Terms(
        List<String> audiences, List<String> algorithms, SortedMap<String, String> conditions, Optional<String> keys) {
    public Terms {
        audiences = List.copyOf(audiences);
        algorithms = List.copyOf(algorithms);
        conditions = new TreeMap<>(conditions);
    }
}
