// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Proofs that a leaf is in a tree, and that a tree is the beginning of another. Making and verifying walk the same way: up
 * from one node to the root, and at every step it is known whether there is a sibling, and on which side.
 */
public final class Proofs {
    private Proofs() {}

    /** The siblings from the leaf up to the root. */
    public static List<Hash> inclusion(long index, long size, NodeReader nodes) {
        requireWithin(index, size);
        return List.copyOf(siblings(0, index, size, nodes));
    }

    /** Of the newer tree: the last complete subtree of the older one unless that is all of it, then its siblings up. */
    public static List<Hash> consistency(long older, long newer, NodeReader nodes) {
        requireOrder(older, newer);
        if (older == newer) {
            return List.of();
        }
        int level = Long.numberOfTrailingZeros(older);
        long index = (older >> level) - 1;
        List<Hash> proof = new ArrayList<>();
        if (index > 0) {
            proof.add(nodes.node(level, index));
        }
        proof.addAll(siblings(level, index, newer, nodes));
        return List.copyOf(proof);
    }

    private static List<Hash> siblings(int from, long index, long size, NodeReader nodes) {
        List<Hash> siblings = new ArrayList<>();
        int level = from;
        long at = index;
        for (long last = (size - 1) >> level; last > 0; last >>= 1) {
            if ((at & 1) == 1) {
                siblings.add(nodes.node(level, at - 1));
            } else if (at < last) {
                siblings.add(Frontier.subtree(level, at + 1, size, nodes));
            }
            at >>= 1;
            level++;
        }
        return siblings;
    }

    /** Refuses unless the leaf stands at that index of the tree with that head. */
    public static void verifyInclusion(Hash leaf, long index, List<Hash> proof, TreeHead head) {
        requireWithin(index, head.size());
        Iterator<Hash> rest = proof.iterator();
        Hash hash = leaf;
        long at = index;
        for (long last = head.size() - 1; last > 0; last >>= 1) {
            if ((at & 1) == 1) {
                hash = Hash.ofNode(next(rest), hash);
            } else if (at < last) {
                hash = Hash.ofNode(hash, next(rest));
            }
            at >>= 1;
        }
        requireUsedUp(rest);
        requireRoot(hash, head);
    }

    /** Refuses unless the newer tree begins with all leaves of the older one, in order. */
    public static void verifyConsistency(TreeHead older, TreeHead newer, List<Hash> proof) {
        requireOrder(older.size(), newer.size());
        if (older.size() == newer.size()) {
            requireUsedUp(proof.iterator());
            requireRoot(older.root(), newer);
            return;
        }
        climb(older, newer, proof.iterator());
    }

    private static void climb(TreeHead older, TreeHead newer, Iterator<Hash> rest) {
        int level = Long.numberOfTrailingZeros(older.size());
        long at = (older.size() >> level) - 1;
        // A whole older tree stands in the newer one as a single node, which the verifier knows already.
        Hash inOlder = at == 0 ? older.root() : next(rest);
        Hash inNewer = inOlder;
        for (long last = (newer.size() - 1) >> level; last > 0; last >>= 1) {
            if ((at & 1) == 1) {
                Hash left = next(rest);
                inOlder = Hash.ofNode(left, inOlder);
                inNewer = Hash.ofNode(left, inNewer);
            } else if (at < last) {
                inNewer = Hash.ofNode(inNewer, next(rest)); // what stands to the right came later
            }
            at >>= 1;
        }
        requireUsedUp(rest);
        requireRoot(inOlder, older);
        requireRoot(inNewer, newer);
    }

    private static void requireWithin(long index, long size) {
        if (index < 0 || index >= size) {
            throw Unproven.because("the tree does not reach that index");
        }
    }

    /** Everything begins with nothing, so a proof from the empty tree would prove nothing. */
    private static void requireOrder(long older, long newer) {
        if (older <= 0) {
            throw Unproven.because("nothing can be proved from an empty tree");
        }
        if (older > newer) {
            throw Unproven.because("the older tree is larger than the newer");
        }
    }

    private static Hash next(Iterator<Hash> rest) {
        if (!rest.hasNext()) {
            throw Unproven.because("proof has the wrong length");
        }
        return rest.next();
    }

    private static void requireUsedUp(Iterator<Hash> rest) {
        if (rest.hasNext()) {
            throw Unproven.because("proof has the wrong length");
        }
    }

    private static void requireRoot(Hash hash, TreeHead head) {
        if (!hash.equals(head.root())) {
            throw Unproven.because("proof leads to another root");
        }
    }
}
