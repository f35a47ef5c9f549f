// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The main class. */
@QuarkusMain
public final class Cofactor {
    private Cofactor() {}

    public static void main(String... args) {
        Quarkus.run(args);
    }
}
