// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which installation this is: chosen when the database was made, never changed, and bound to all that is sealed. */
@ApplicationScoped
public class Installation {
    private final SealingKeyRows rows;
    private volatile @Nullable UUID id;

    Installation(SealingKeyRows rows) {
        this.rows = rows;
    }

    public UUID id() {
        UUID known = id;
        if (known == null) {
            known = rows.installation();
            id = known;
        }
        return known;
    }
}
