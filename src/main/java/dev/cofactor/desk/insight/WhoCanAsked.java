// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.desk.insight.Supposed.On;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.policy.Verb;
import org.jspecify.annotations.Nullable;

/**
 * Who can do this to that.
 *
 * @param all whether those who never can are listed as well
 * @param from how many of the list are left out: those that were on the pages before
 */
record WhoCanAsked(Verb verb, On on, boolean all, int from, int limit) {
    private static final int LONGEST_PAGE = 500;
    private static final int PAGE = 100;

    static WhoCanAsked read(byte @Nullable [] body) {
        Placed json = SupposedReader.document(body);
        json.onlyWith("verb", "secret", "folder", "all", "from", "limit");
        return new WhoCanAsked(
                SupposedReader.verb(json),
                SupposedReader.on(json),
                json.optional("all").map(Placed::flag).orElse(false),
                json.optional("from")
                        .map(one -> within(one, 0, Integer.MAX_VALUE))
                        .orElse(0),
                json.optional("limit").map(one -> within(one, 1, LONGEST_PAGE)).orElse(PAGE));
    }

    private static int within(Placed json, int least, int most) {
        int number = json.number();
        if (number < least || number > most) {
            throw json.refused("is less than " + least + ", or more than " + most);
        }
        return number;
    }
}
