// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.TreeHead;
import java.util.List;
import java.util.Optional;

/** The tree as it grows while the log is read: past an earlier checkpoint, if there is one, to the one it ends with. */
final class Growth {
    private final Optional<TreeHead> since;
    private Frontier frontier = Frontier.EMPTY;

    Growth(Optional<Checkpoint> since) {
        this.since = since.map(Checkpoint::head);
    }

    /** @return the nodes that the leaf completes */
    List<Frontier.Node> append(Hash leaf) {
        Frontier.Grown grown = frontier.append(leaf);
        frontier = grown.frontier();
        boolean passes = since.isEmpty()
                || since.get().size() != frontier.size()
                || frontier.root().equals(since.get().root());
        Untrue.unless(passes, "up to here the log is not the one of the earlier checkpoint");
        return grown.completed();
    }

    void requireEnd(TreeHead signed) {
        boolean longEnough = since.isEmpty() || since.get().size() <= signed.size();
        Untrue.unless(longEnough, "it is of a smaller log than the earlier one");
        Untrue.unless(signed.size() == frontier.size(), "it is of a log of another size");
        Untrue.unless(signed.root().equals(frontier.root()), "the entries lead to another root");
    }
}
