// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import jakarta.inject.Singleton;

/** Other tests fail to sign in too, and from the same address: after this none of them counts. */
@Singleton
public class Calm {
    private final Floods floods;

    Calm(Floods floods) {
        this.floods = floods;
    }

    public void comes() {
        floods.fold();
    }
}
