// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** By which a token may be signed. The list is closed: no secret that both sides know, and not nothing. */
public enum Algorithm {
    RS256("RS256"),
    PS256("PS256"),
    ES256("ES256"),
    EDDSA("EdDSA");

    public static final List<String> ALL =
            Arrays.stream(values()).map(Algorithm::word).toList();

    private final String word;

    Algorithm(String word) {
        this.word = word;
    }

    /** As RFC 7518 and RFC 8037 write it. */
    public String word() {
        return word;
    }

    static Optional<Algorithm> read(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
