// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.grants;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.clauses.ClauseJson;
import dev.cofactor.engine.clauses.ClauseReader;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.documents.CanonicalJson;
import dev.cofactor.engine.documents.Placed;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Needs as they are kept: in the spelling that policies have them in, so that what was asked for can be compared. */
final class NeedsJson {
    private static final String NEEDS = "needs";

    private NeedsJson() {}

    static byte[] write(Collection<? extends Need> needs) {
        return CanonicalJson.object(Map.of(
                        NEEDS, CanonicalJson.set(needs.stream().distinct().map(ClauseJson::spelled))))
                .getBytes(UTF_8);
    }

    static List<Need> read(byte[] written) {
        return List.copyOf(Placed.document(written).member(NEEDS).each(ClauseReader::need));
    }
}
