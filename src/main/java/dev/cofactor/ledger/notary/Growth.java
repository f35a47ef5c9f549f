// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.Frontier;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.engine.merkle.TilePath;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Recomputes the tree from the entries themselves. Of what others computed nothing is used; it is only compared, so that
 * who serves tiles or appends from it does not go on with something else.
 */
final class Growth {
    /** Bounds the memory: a leaf has at most 64 KiB, most have less than one. */
    private static final int STRIDE = 1024;

    private final TreeRows rows;

    Growth(TreeRows rows) {
        this.rows = rows;
    }

    /** What lies at the edge of the tree must still be what was signed. */
    void requireUnchanged(Frontier signed) {
        if (!Frontier.at(signed.size(), rows.nodes(signed.size())).root().equals(signed.root())) {
            throw new Forked("the log up to " + signed.size() + " is not the one that was signed");
        }
    }

    Frontier grow(Frontier from, long size) throws SQLException {
        Frontier frontier = from;
        while (frontier.size() < size) {
            frontier = step(frontier, Math.min(size, frontier.size() + STRIDE));
        }
        return frontier;
    }

    private Frontier step(Frontier from, long to) throws SQLException {
        List<Hash> hashes = new ArrayList<>();
        for (TreeRows.LeafRow row : rows.leaves(from.size(), to)) {
            Hash hash = Hash.ofLeaf(row.leaf());
            if (!hash.equals(row.claimed())) {
                throw new Forked("entry " + (from.size() + hashes.size()) + " does not have the hash it was given");
            }
            hashes.add(hash);
        }
        Frontier.Grown grown = from.appendAll(hashes);
        for (Frontier.Node node : grown.completed()) {
            if (node.inTile()) {
                compare(node);
            }
        }
        return grown.frontier();
    }

    private void compare(Frontier.Node node) {
        int level = node.level() / TilePath.HEIGHT;
        int place = (int) (node.index() % TilePath.WIDTH);
        TilePath path = new TilePath(level, node.index() / TilePath.WIDTH, place + 1);
        if (!rows.tile(path).hashes().get(place).equals(node.hash())) {
            throw new Forked("node " + node.index() + " of level " + node.level() + " is not that of its entries");
        }
    }
}
