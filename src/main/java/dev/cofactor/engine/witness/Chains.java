// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import dev.cofactor.engine.witness.Body.Link;
import java.util.UUID;

/** Where each chain stands. It counts on by one, or over erased entries that could be what is missing. */
final class Chains {
    private static final long NONE = -1;

    private final IdTable ends;
    private final Erasures erasures;
    private long places;

    Chains(Erasures erasures, long seed) {
        this.erasures = erasures;
        this.ends = new IdTable(2, seed);
    }

    /** An entry whose links nobody can read has as many as its leaf has tags. */
    void erased(Leaf leaf) {
        places += leaf.tags();
    }

    void follow(Link link, long index) {
        UUID id = link.subject().id();
        boolean begins = ends.add(id);
        long count = begins ? 0 : ends.number(id, 0);
        long last = begins ? NONE : ends.number(id, 1);
        if (link.sequence() == count) {
            Untrue.unless(link.previous() == last, "its chain names another entry as the one before");
        } else {
            skip(link, count, last);
        }
        ends.put(id, link.sequence() + 1, index);
    }

    private void skip(Link link, long count, long last) {
        long missing = link.sequence() - count;
        long before = link.previous();
        boolean erased = before > last && erasures.between(before - 1, before) == 1;
        boolean explained = missing > 0 && erased && missing <= erasures.between(last, before) && missing <= places;
        Untrue.unless(explained, "its chain does not count on from where it stood");
        places -= missing;
    }
}
