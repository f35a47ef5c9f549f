// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The particulars of an event, under names of a closed list: what has no name here cannot be recorded. There is none for
 * a code, a seed, a password or a hash of one, and there must never be.
 */
public final class Details {
    private final Map<String, Object> members;

    /** Every name a particular may have. */
    public enum Name {
        /** Which verb was asked for. */
        VERB,
        /** The stable code of a refusal. */
        CODE,
        /** What was still missing. */
        MISSING,
        /** The edition the decision was made under, its number and hash. */
        EDITION,
        HASH,
        /** The policies, grants and approvers that made it possible. */
        POLICY,
        GRANT,
        APPROVERS,
        /** The change that waited for a second person, and who had asked for it. */
        CHANGE,
        AUTHOR,
        /** Of a value: which field, which value, which version. */
        FIELD,
        VALUE,
        VERSION,
        /** The step or counter a code was for; never the code. */
        STEP,
        COUNTER,
        /** What became of it: used, rejected, not used. */
        RESULT,
        /** That a page went on showing a code, and nobody asked for this one himself. */
        SHOWING,
        /** What the person said; held in the sealed body only. */
        REASON,
        TICKET,
        /** How somebody proved who they are. */
        METHOD,
        /** Whose word let a program in. */
        FEDERATION,
        /** The other one concerned: the member added, the person whose factor was reset. */
        OTHER,
        /** The one in whose place another was given, and for how many minutes both are good. */
        REPLACES,
        OVERLAP,
        /** How many like events this one stands for. */
        COUNT,
        FROM,
        UNTIL,
        /** What changed, by name of the part, never by content. */
        PARTS,
        /** Of a save: which policy tests it breaks although they stand, since a second person let them be broken. */
        OVERRULED,
        /** Of an epoch: the checkpoint the last one ended with. */
        CHECKPOINT,
        ORIGIN;

        private final String word = name().toLowerCase(java.util.Locale.ROOT);
    }

    private Details(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    public static Details none() {
        return new Details(Map.of());
    }

    public Details with(Name name, String text) {
        return and(name, text);
    }

    public Details with(Name name, long number) {
        return and(name, number);
    }

    public Details with(Name name, UUID id) {
        return and(name, id.toString());
    }

    public Details with(Name name, Collection<String> words) {
        return and(name, java.util.List.copyOf(words));
    }

    public Details with(Name name, Optional<String> text) {
        return text.map(present -> with(name, present)).orElse(this);
    }

    /** With all of these besides. */
    public Details with(Details more) {
        Map<String, Object> both = new LinkedHashMap<>(members);
        both.putAll(more.members);
        return new Details(both);
    }

    /** Another one with this besides: what one round of recording adds must not be there in the next. */
    private Details and(Name name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name.word, value);
        return new Details(more);
    }

    Map<String, Object> members() {
        return members;
    }
}
