// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import java.io.IOException;

/** Whoever serves the log does not answer, or not in time. */
final class Unreachable extends IOException {
    private static final long serialVersionUID = 1;

    Unreachable(String why) {
        super(why);
    }
}
