// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.weighing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.documents.CanonicalJson;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.policy.Verb;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Why a change waits: something its author could do afterwards and could not before, or somebody he takes away.
 *
 * @param verb what could be done; of somebody taken away, what he could have done against it
 * @param thing to which, or whom
 */
public record Gain(Sort sort, String verb, UUID thing) {
    /** There was more to compare than is compared, so nobody knows that it is nothing. */
    static final Gain UNTOLD = new Gain(Sort.UNTOLD, "", new UUID(0, 0));

    private static final int MOST_KEPT = 20;

    /** What kind of thing it is. */
    public enum Sort {
        INSTALLATION,
        SECRET,
        FOLDER,
        TEMPLATE,
        /** Somebody who could have decided is taken away. */
        PERSON,
        /** Too much to tell. */
        UNTOLD
    }

    static Gain of(Verb verb, Thing thing) {
        return new Gain(thing.sort(), verb.code(), thing.id());
    }

    /** The first ones: whoever decides wants to know what it is about, not everything. */
    public static String spelled(Collection<Gain> gains) {
        return CanonicalJson.list(gains.stream().limit(MOST_KEPT).map(Gain::spelled));
    }

    private String spelled() {
        return CanonicalJson.object(Map.of(
                "sort", CanonicalJson.text(sort.name()),
                "verb", CanonicalJson.text(verb),
                "thing", CanonicalJson.text(thing.toString())));
    }

    public static List<Gain> read(String json) {
        return List.copyOf(Placed.document(json.getBytes(UTF_8))
                .each(one -> new Gain(
                        Sort.valueOf(one.member("sort").text()),
                        one.member("verb").text(),
                        one.member("thing").id())));
    }
}
