// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import java.util.UUID;

/** Rules that ask people for a second factor. While one does, the last factor stays. */
public interface Demands {
    boolean factorIsDemanded(UUID person);
}
