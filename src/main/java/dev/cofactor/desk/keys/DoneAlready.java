// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

/** A step that was asked for again: it was allowed, there is nothing to do, and so nothing to record. */
final class DoneAlready extends RuntimeException {
    private static final long serialVersionUID = 1;

    DoneAlready() {
        super(null, null, false, false);
    }
}
