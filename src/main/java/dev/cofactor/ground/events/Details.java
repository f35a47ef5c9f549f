// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The particulars of an event, under names of a closed list: what has no name here cannot be recorded. There is none for
 * a code, a seed, a password or a hash of one, and there must never be.
 */
public final class Details {
    private final Map<String, Object> members = new LinkedHashMap<>();

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
        /** Of a value: which field, which value, which version. */
        FIELD,
        VALUE,
        VERSION,
        /** The step or counter a code was for; never the code. */
        STEP,
        COUNTER,
        /** What the person said; held in the sealed body only. */
        REASON,
        TICKET,
        /** How somebody proved who they are. */
        METHOD,
        /** The other one concerned: the member added, the person whose factor was reset. */
        OTHER,
        /** How many like events this one stands for. */
        COUNT,
        FROM,
        UNTIL,
        /** What changed, by name of the part, never by content. */
        PARTS,
        /** Of an epoch: the checkpoint the last one ended with. */
        CHECKPOINT,
        ORIGIN;

        private final String word = name().toLowerCase(java.util.Locale.ROOT);
    }

    private Details() {}

    public static Details none() {
        return new Details();
    }

    public Details with(Name name, String text) {
        members.put(name.word, text);
        return this;
    }

    public Details with(Name name, long number) {
        members.put(name.word, number);
        return this;
    }

    public Details with(Name name, UUID id) {
        members.put(name.word, id.toString());
        return this;
    }

    public Details with(Name name, Collection<String> words) {
        members.put(name.word, java.util.List.copyOf(words));
        return this;
    }

    public Details with(Name name, Optional<String> text) {
        text.ifPresent(present -> with(name, present));
        return this;
    }

    Map<String, Object> members() {
        return members;
    }
}
