// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import java.util.Set;
import java.util.UUID;

/** The columns of an entry. Where its body is gone, they are a claim. Empty where a column is null. */
record Row(
        String about,
        String actor,
        String addressHash,
        String kind,
        UUID event,
        String outcome,
        UUID bodyKey,
        long time) {
    private static final Set<String> MEMBERS = Set.of("actor", "bodyKey", "class", "event", "outcome", "time");
    private static final Set<String> PERHAPS = Set.of("about", "addressHash");

    static Row of(Json json) {
        json.with(MEMBERS, PERHAPS);
        String about = json.has("about") ? json.id("about").toString() : "";
        String hash = json.textOrEmpty("addressHash");
        Untrue.unless(!json.has("addressHash") || hash.matches("([0-9a-f]{2})+"), "its addressHash is no hexadecimal");
        return new Row(
                about,
                json.id("actor").toString(),
                hash,
                json.text("class"),
                json.id("event"),
                json.text("outcome"),
                json.id("bodyKey"),
                json.number("time"));
    }
}
