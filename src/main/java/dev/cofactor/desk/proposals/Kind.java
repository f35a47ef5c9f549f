// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import java.util.List;
import java.util.Optional;

/** A kind of change that may have to wait. Each desk brings those it can do. */
public interface Kind {
    /** As it stands in rows, for ever: "group-joined". */
    String word();

    /** The right that whoever asks for it needs, and whoever decides. */
    Verb verb();

    /** What it would be done to; nothing, where that is not there any more. */
    Optional<Sight> look(Proposed change, Caller caller);

    /** What it does, for whoever is to decide: each a sentence. Names are those of now. */
    List<String> words(Proposed change);

    /**
     * Does it through the desk, under the world of now.
     *
     * @param change with its permit
     */
    void apply(Proposed change, Caller by);

    /** Whether it waits whatever its author gains by it, and however alone he is. */
    default boolean isNeverAlone() {
        return false;
    }

    /** Whether what comes of it is for its author's eyes alone: he then asks again himself, once it was agreed to. */
    default boolean isForItsAuthor() {
        return false;
    }
}
