// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Signs the log until somebody stops it; the work is the notary's, which began with the start. */
public final class SignerProcess implements QuarkusApplication {
    @Override
    public int run(String... args) {
        Quarkus.waitForExit();
        return Cofactor.FINE;
    }
}
