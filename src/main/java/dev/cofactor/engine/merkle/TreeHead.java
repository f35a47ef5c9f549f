// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

/** How many leaves a tree has, and its root: all that needs to be remembered to notice any change of what came before. */
public record TreeHead(long size, Hash root) {
    public static final TreeHead EMPTY = new TreeHead(0, Hash.EMPTY_TREE);

    public TreeHead {
        if (size < 0) {
            throw Unproven.malformed("a tree size is not negative");
        }
        if (size == 0 && !root.equals(Hash.EMPTY_TREE)) {
            throw Unproven.because("the empty tree has another root");
        }
    }
}
