// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody else's word for who a caller is.
 *
 * @param federation by which that word counts, and on which of its terms it was found good
 * @param until when the word itself ends
 * @param run which run of the program it was given for, with the federation before it; absent where the word does not tell
 * @param said all that was vouched for, for policies that ask for it; one for each value of a claim with several
 */
public record Voucher(UUID federation, int terms, Instant until, Optional<String> run, Set<Said> said) {
    public Voucher {
        said = Set.copyOf(said);
    }

    public Voucher(UUID federation, int terms, Instant until, Set<Said> said) {
        this(federation, terms, until, Optional.empty(), said);
    }

    /** One value of one claim. */
    public record Said(String name, String value) {}

    /** What others say about their programs belongs into no log. */
    @Override
    public String toString() {
        return "Voucher[" + federation + "]";
    }
}
